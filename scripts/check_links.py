#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the links of the documentation: relative ones must lead to a file, #fragments to a heading of it.

Usage: check_links.py [ROOT]       exit code 1 and one line `FILE:LINE: why` for each dead link
       check_links.py --self-test  checks the checker on a small tree made for the purpose
Looks at *.md in the root and everything below docs/, bench/ and examples/. Web addresses are not fetched.
"""

import pathlib
import re
import sys
import tempfile
import urllib.parse

LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
HTML_LINK = re.compile(r"<(?:a|img)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")
HTML_ANCHOR = re.compile(r"<[a-z]+\b[^>]*?\b(?:id|name)=\"([^\"]+)\"")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:|^//")


def prose(text):
    """Yields (line number, line) outside of fenced code, inline code blanked out."""
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        mark = FENCE.match(line)
        if fence is None and mark:
            fence = mark.group(1)
        elif fence is not None:
            if mark and mark.group(1).startswith(fence) and line.strip() == mark.group(1):
                fence = None
        else:
            yield number, line


def without_code(line):
    return re.sub(r"(`+)(?:(?!\1).)*\1", "", line)


def slug(heading):
    """The fragment that common Markdown renderers give a heading."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    text = re.sub(r"<[^>]+>", "", text).lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def fragments(path):
    found, seen = set(), {}
    for _, line in prose(path.read_text(encoding="utf-8")):
        found.update(HTML_ANCHOR.findall(line))
        heading = HEADING.match(line)
        if heading:
            name = slug(heading.group(1))
            count = seen.get(name, 0)
            seen[name] = count + 1
            found.add(name if count == 0 else f"{name}-{count}")
    return found


def pages(root):
    yield from sorted(root.glob("*.md"))
    for folder in ("docs", "bench", "examples"):
        if (root / folder).is_dir():
            yield from sorted((root / folder).rglob("*.md"))


def why_dead(root, page, link):
    """Returns why a link of a page leads nowhere, or None when it leads somewhere or out of the project."""
    if SCHEME.match(link):
        return None
    location, _, fragment = link.partition("#")
    location = urllib.parse.unquote(location)
    if location.startswith("/"):
        return f"{link} is not relative"
    target = page if not location else (page.parent / location).resolve()
    if root not in target.parents and target != root:
        return f"{link} leads out of the project"
    if not target.exists():
        return f"{link} does not exist"
    if fragment and target.suffix == ".md" and urllib.parse.unquote(fragment) not in fragments(target):
        return f"{link} has no such heading"
    return None


def check_tree(root):
    problems = []
    for page in pages(root):
        for number, line in prose(page.read_text(encoding="utf-8")):
            line = without_code(line)
            links = LINK.findall(line) + DEFINITION.findall(line) + HTML_LINK.findall(line)
            for link in links:
                why = why_dead(root, page, link)
                if why:
                    problems.append(f"{page.relative_to(root)}:{number}: {why}")
    return problems


def self_test():
    files = {
        "README.md": "# A title: `here` & there\n[ok](docs/a.md#two-words) [self](#a-title-here--there)\n"
                     "[gone](docs/b.md)\n`[code](nowhere.md)`\n```\n[fenced](nowhere.md)\n```\n"
                     "[web](https://example.com/x)\n[ref]: docs/c.md\n[twice](docs/a.md#two-words-1)\n"
                     "[folder](docs) [text with [brackets]](gone.md)\n",
        "docs/a.md": "## Two words\n## Two words\n[up](../README.md#missing)\n[out](../../x)\n",
    }
    expected = {
        "README.md:3: docs/b.md does not exist",
        "README.md:9: docs/c.md does not exist",
        "README.md:11: gone.md does not exist",
        "docs/a.md:3: ../README.md#missing has no such heading",
        "docs/a.md:4: ../../x leads out of the project",
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = set(check_tree(root))
    problems = [f"not reported: {line}" for line in sorted(expected - found)]
    return problems + [f"reported although alive: {line}" for line in sorted(found - expected)]


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
