#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks every #include against the architecture: which folder may know which. The tables below are that architecture.

Usage: check_layers.py [ROOT]      exit code 1 and one line `FILE:LINE: why` for each include that is not allowed
       check_layers.py --self-test  checks the checker on a small tree made for the purpose
"""

import pathlib
import re
import sys
import tempfile

# Folders of src/, lowest first, and the folders that each may include besides itself.
ALLOWED = {
    # numbers, strings, bytes, status: knows nothing
    "base": [],
    # text -> tokens; the only user of ICU and the stemmer
    "text": ["base"],
    # sorted terms: exact, prefix, edit distance
    "lexicon": ["base"],
    # encoded lists of documents and positions
    "postings": ["base"],
    # files and their sections
    "storage": ["base"],
    # one immutable searchable unit and its builder
    "segment": ["base", "text", "lexicon", "postings", "storage"],
    # which documents a request admits at all: columns x filter -> sets of documents, before any ranking
    "filter": ["base", "text", "segment"],
    # how many hits have each value of an attribute: columns x documents, whatever found these
    "facet": ["base", "text", "lexicon", "segment"],
    # what was asked, and which terms stand for it
    "query": ["base", "text", "lexicon", "segment"],
    # synonyms and rules, compiled; a lexicon of the words of synonyms finds mistyped and half-typed ones, and its edit distance
    # those of patterns
    "rules": ["base", "text", "lexicon", "query"],
    # plan x segment -> which documents, matched how
    "match": ["base", "postings", "segment", "query"],
    # which of them come first
    "rank": ["base", "text", "lexicon", "postings", "segment", "query", "match"],
    # completions and corrections
    "suggest": ["base", "text", "query"],
    # what is marked in them
    "highlight": ["base", "text", "postings", "segment", "query", "match"],
    # which passage of them answers by itself
    "answer": ["base", "segment", "query", "match", "highlight"],
    # the write side: merge, publish, save, open; filter for the filters of rules, which are checked when they are loaded
    "index": ["base", "text", "storage", "segment", "filter", "query", "rules"],
    # the pipeline: the only place that knows every stage
    "catalog": ["base", "text", "lexicon", "postings", "storage", "segment", "filter", "facet", "query", "rules", "match",
                "rank", "suggest", "highlight", "answer", "index"],
    # JSON <-> the structs of the public API
    "dialect": ["base"],
    # files -> documents
    "ingest": ["base"],
    # the command line: public API only
    "cli": [],
}

# Public headers that belong to a library above the core, and the folders that may include them.
UPPER_HEADERS = {
    "signpost/dialect.h": ["dialect", "ingest", "cli"],
    "signpost/ingest.h": ["ingest", "cli"],
}

# Third-party headers (by prefix) and the folders that may include them; None: all of src/.
OWNERS = {
    "absl/": None,
    "xxhash.h": None,
    "lz4": ["segment"],
    "unicode/": ["text"],
    "libstemmer": ["text"],
    "roaring/": ["segment"],
    "re2/": ["rules"],
    "boost/": ["dialect"],
    "md4c": ["ingest"],
    "gumbo": ["ingest"],
    "yaml-cpp/": ["ingest"],
    "CLI/": ["cli"],
}

# What the public API may show of others.
PUBLIC_THIRD_PARTY = ("absl/status/", "absl/time/")

# Folders outside src/ that prove that the public API is enough; CLI11 is how a program reads its arguments.
OUTSIDERS = ["examples", "bench/workload"]
OUTSIDE_THIRD_PARTY = PUBLIC_THIRD_PARTY + ("CLI/",)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SYSTEM = re.compile(r"^(sys/)?[a-z0-9_]+(\.h)?$")  # <vector>, <unistd.h>, <sys/mman.h>


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cc") and p.is_file())


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1) == '"', found.group(2)


def is_system(name):
    return SYSTEM.match(name) and not any(name.startswith(prefix) for prefix in OWNERS)


def why_not_in_module(module, quoted, name):
    """Returns why src/`module`/ may not include `name`, or None when it may."""
    if quoted:
        target = name.split("/")[0] if "/" in name else None
        if target is None or target not in ALLOWED:
            return f'"{name}" is not written from src/'
        if target != module and target not in ALLOWED[module]:
            return f"{module}/ may not include {target}/"
        return None
    if name.startswith("signpost/"):
        if module not in UPPER_HEADERS.get(name, [module]):
            return f"{module}/ may not include <{name}>"
        return None
    for prefix, owners in OWNERS.items():
        if name.startswith(prefix):
            if owners is not None and module not in owners:
                return f"{module}/ may not include <{name}>, which belongs to {', '.join(owners)}/"
            if module == "cli" and owners is None and not name.startswith(PUBLIC_THIRD_PARTY):
                return f"{module}/ may not include <{name}>: only the public API"
            return None
    if is_system(name):
        return None
    return f"<{name}> has no owner in scripts/check_layers.py"


def why_not_outside(place, quoted, name):
    if quoted:
        return None if "/" not in name else f'{place} may not include "{name}": only <signpost/...>'
    if name.startswith("signpost/") or name.startswith(OUTSIDE_THIRD_PARTY) or is_system(name):
        return None
    return f"{place} may not include <{name}>: only <signpost/...>"


def why_not_public(quoted, name):
    if not quoted and (name.startswith("signpost/") or name.startswith(PUBLIC_THIRD_PARTY)):
        return None
    if not quoted and re.match(r"^[a-z0-9_]+$", name):
        return None
    return f'a public header may not include {name}: only std, absl status and time, and <signpost/...>'


def check_table(table):
    """Returns what is wrong with the table itself: an unknown folder, or one that is not lower (so no cycle can be)."""
    problems = []
    order = list(table)
    for module, targets in table.items():
        for target in targets:
            if target not in table:
                problems.append(f"check_layers.py: {module}/ names {target}/, which is no folder of the table")
            elif order.index(target) >= order.index(module):
                problems.append(f"check_layers.py: {module}/ may include {target}/, which is not below it")
    return problems


def check_tree(root):
    problems = check_table(ALLOWED)

    def report(path, number, why):
        if why:
            problems.append(f"{path.relative_to(root)}:{number}: {why}")

    for folder in sorted(p for p in (root / "src").iterdir() if p.is_dir()):
        files = sources(folder)
        if files and folder.name not in ALLOWED:
            problems.append(f"src/{folder.name}:1: is not in the table of scripts/check_layers.py")
            continue
        for path in files:
            for number, quoted, name in includes(path):
                report(path, number, why_not_in_module(folder.name, quoted, name))
    for place in OUTSIDERS:
        if (root / place).is_dir():
            for path in sources(root / place):
                for number, quoted, name in includes(path):
                    report(path, number, why_not_outside(place + "/", quoted, name))
    for path in sources(root / "include"):
        for number, quoted, name in includes(path):
            report(path, number, why_not_public(quoted, name))
    return problems


def self_test():
    """A tree with one line for each kind of fault, and as many that are allowed."""
    files = {
        "src/base/good.h": "#include <vector>\n#include <sys/mman.h>\n#include <absl/status/status.h>\n",
        "src/text/bad.cc": '#include "rank/rank.h"\n',
        "src/text/good.cc": '#include "text/a.h"\n#include "base/good.h"\n#include <unicode/uchar.h>\n'
                            "#include <signpost/value.h>\n",
        "src/lexicon/bad.cc": "#include <unicode/uchar.h>\n",
        "src/lexicon/relative.cc": '#include "lexicon.h"\n',
        "src/rank/bad.cc": "#include <boost/json.hpp>\n",
        "src/index/bad.cc": "#include <signpost/dialect.h>\n",
        "src/storage/bad.cc": "#include <snappy/snappy.h>\n",
        "src/cli/bad.cc": '#include "catalog/catalog.h"\n',
        "src/cli/absl.cc": "#include <absl/container/flat_hash_map.h>\n",
        "src/cli/good.cc": '#include "cli/a.h"\n#include <signpost/ingest.h>\n#include <CLI/CLI.hpp>\n',
        "src/gadgets/bad.cc": "",
        "examples/bad/main.cc": '#include "base/good.h"\n',
        "examples/good/main.cc": "#include <iostream>\n#include <signpost/signpost.h>\n",
        "include/signpost/bad.h": "#include <absl/strings/string_view.h>\n",
        "include/signpost/good.h": "#include <string>\n#include <absl/status/statusor.h>\n",
    }
    expected = {
        "src/text/bad.cc:1: text/ may not include rank/",
        "src/lexicon/bad.cc:1: lexicon/ may not include <unicode/uchar.h>, which belongs to text/",
        'src/lexicon/relative.cc:1: "lexicon.h" is not written from src/',
        "src/rank/bad.cc:1: rank/ may not include <boost/json.hpp>, which belongs to dialect/",
        "src/index/bad.cc:1: index/ may not include <signpost/dialect.h>",
        "src/storage/bad.cc:1: <snappy/snappy.h> has no owner in scripts/check_layers.py",
        "src/cli/bad.cc:1: cli/ may not include catalog/",
        "src/cli/absl.cc:1: cli/ may not include <absl/container/flat_hash_map.h>: only the public API",
        "src/gadgets:1: is not in the table of scripts/check_layers.py",
        'examples/bad/main.cc:1: examples/ may not include "base/good.h": only <signpost/...>',
        "include/signpost/bad.h:1: a public header may not include absl/strings/string_view.h: "
        "only std, absl status and time, and <signpost/...>",
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = set(check_tree(root))
    problems = [f"not reported: {line}" for line in sorted(expected - found)]
    problems += [f"reported although allowed: {line}" for line in sorted(found - expected)]
    if not check_table({"a": ["b"], "b": ["a"]}):
        problems.append("not reported: a cycle in the table")
    return problems


def main():
    if sys.argv[1:] == ["--self-test"]:
        problems = self_test()
    else:
        root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
        problems = check_tree(root.resolve())
    for line in problems:
        print(line)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
