#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cli_test.py PROGRAM — the built program over a small help center that this test writes.

 1. index reads Markdown, HTML and JSON Lines, reports counts, and a second run gives the same bytes.
 2. A failing index run leaves no file, leaves an existing one alone, and leaves no temporary file behind.
 3. Every kind of bad input is one line on stderr with its place, and exit code 3.
 4. --keep-going skips bad documents and bad rules, counts the documents, says where they are.
 5. --lang is for documents that do not say theirs; the search's --lang chooses among them.
 6. search prints hits for people, with colours only when they are wanted, and nothing that steers a terminal.
 7. search --json prints one object a line; --explain adds to both forms.
 8. Without a query every line of stdin is one; answers come at once, in order.
 9. --queries answers in order, with the id first; stops at a bad line behind whole lines of answers.
10. eval gives the metrics by hand; what is judged but not asked is counted. Judged sets come one a row, with their mean;
    damaged queries beside clean ones; a comparison says who wins; a saved run compares as its index does.
11. bench counts queries and sets, with several threads too.
12. inspect shows counts, parts and segments that add up.
13. Exit codes: 0, 1 nothing found, 2 usage, 3 bad input, 4 output that cannot be written; a reader who has gone is fine.
14. Help teaches: every command has an example.
15. federate asks several index files: one list or groups, the intent with its evidence, redirects, tables of batches; bad input as elsewhere.
16. Moved addresses of a file redirect; lint prints findings for people and as JSON, and its exit code says whether there are any.
"""

import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None

TRACK = """---
objectID: track
title: Track your order
url: https://help.example/track
lang: en
---

Every order gets a tracking number.

## If it is late

### After two days

Ask the carrier where the parcel is.
"""

RETURN = """<!doctype html><html lang="en"><head><title>Return an item</title></head>
<body><nav>Home</nav><main><h1>Return an item</h1><p>Send it back within thirty days.</p></main></body></html>
"""

MORE = """{"objectID": "track", "lang": "es", "title": "Sigue tu pedido", "body": "Cada pedido tiene un numero."}

{"objectID": "password", "title": "Reset your password", "body": "Press the \\u001b[31mred\\u0007 button."}
"""

SETTINGS = '{"language": "en"}\n'
SYNONYMS = '[{"objectID": "refund", "synonyms": ["refund", "return"]}]\n'
RULES = json.dumps([
    {"objectID": "ups", "conditions": [{"pattern": "track {code:ups}", "anchoring": "is"}],
     "consequence": {"params": {"renderingContent": {"redirect": {"url": "https://ups.example/?n={code}"}}}}},
]) + "\n"


def run(*arguments, stdin=None, env=None, cwd=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False, timeout=120, env={**os.environ, **(env or {})}, cwd=cwd,
                          **({} if stdin is not None else {"stdin": subprocess.DEVNULL}))


def run_on_terminal(*arguments, stream, env=None):
    """Runs the program with stdout or stderr a terminal; returns how it ended and what the terminal saw."""
    try:
        master, slave = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        raise unittest.SkipTest(f"no terminal to be had: {error}") from error
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: slave}
    done = subprocess.run([PROGRAM, *map(str, arguments)], **streams, check=False, timeout=120,
                          env={**os.environ, **(env or {})})
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(master)
    return done, shown


class CliTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="signpost-test-"))
        cls.help = cls.root / "help"
        (cls.help / "orders").mkdir(parents=True)
        (cls.help / "orders/track.md").write_text(TRACK, encoding="utf-8")
        (cls.help / "return.html").write_text(RETURN, encoding="utf-8")
        (cls.help / "more.jsonl").write_text(MORE, encoding="utf-8")
        (cls.help / "picture.png").write_bytes(b"\x89PNG")
        for name, text in (("settings", SETTINGS), ("synonyms", SYNONYMS), ("rules", RULES)):
            (cls.root / f"{name}.json").write_text(text, encoding="utf-8")
        cls.index = cls.root / "help.signpost"
        cls.made = cls.make_index(cls.index)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.root)

    @classmethod
    def make_index(cls, out):
        return run("index", cls.help, "--out", out, "--settings", cls.root / "settings.json",
                   "--synonyms", cls.root / "synonyms.json", "--rules", cls.root / "rules.json")

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="case-", dir=self.root))

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def expect(self, done, code, stderr=""):
        self.assertEqual((done.returncode, done.stderr.decode("utf-8")), (code, stderr))

    def expect_error(self, done, place, pattern, code=3):
        """One line on stderr: the place, ": ", and what `pattern` matches; nothing on stdout."""
        self.assertEqual(done.stdout, b"")
        error = done.stderr.decode("utf-8")
        self.assertRegex(error, rf"\A{re.escape(str(place))}: {pattern}\n\Z")
        self.assertEqual(error.count("\n"), 1)
        self.assertEqual(done.returncode, code)

    def search_json(self, *arguments):
        done = run("search", self.index, *arguments, "--json")
        self.assertEqual(done.stderr, b"")
        self.assertEqual(done.stdout.count(b"\n"), 1)
        return json.loads(done.stdout), done.returncode

    # --- index ---

    def test_index_report(self):
        self.expect(self.made, 0)
        report = dict(re.split(r"\s{2,}", line) for line in self.made.stdout.decode().splitlines())
        files = [self.help / "orders/track.md", self.help / "return.html", self.help / "more.jsonl"]
        self.assertEqual(report["files read"], "3")
        self.assertEqual(report["bytes read"], f"{sum(f.stat().st_size for f in files):,}")
        self.assertEqual(report["documents"], "4")
        # track: opening, two headings; return: one under its title or none; two bodies
        self.assertEqual(report["sections"], "6")
        self.assertGreater(int(report["tokens"].replace(",", "")), 30)
        self.assertEqual(report["bytes written"], f"{self.index.stat().st_size:,}")
        self.assertEqual(report["skipped"], "0")
        self.assertRegex(report["seconds"], r"^\d+\.\d\d$")

    def test_index_again_gives_the_same_bytes(self):
        again = self.folder / "again.signpost"
        self.expect(self.make_index(again), 0)
        self.assertEqual(again.read_bytes(), self.index.read_bytes())

    def test_index_failure_leaves_the_old_file(self):
        bad = self.write("bad.jsonl", '{"objectID": "a", "title": "A"}\n{"title": "B"}\n')
        fresh = self.folder / "fresh.signpost"
        self.assertEqual(run("index", bad, "--out", fresh).returncode, 3)
        self.assertFalse(fresh.exists())
        old = self.write("old.signpost", "what was there")
        self.assertEqual(run("index", bad, "--out", old).returncode, 3)
        self.assertEqual(old.read_text(), "what was there")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["bad.jsonl", "old.signpost"])

    def test_index_replaces_the_old_file(self):
        out = self.write("out.signpost", "not a snapshot")
        self.expect(self.make_index(out), 0)
        self.assertEqual(out.read_bytes(), self.index.read_bytes())

    def test_index_bad_documents(self):
        cases = [
            ("broken.jsonl", '{"objectID": "a"}\n{"objectID": \n', 2, r"JSON .+"),
            ("no_id.jsonl", '{"title": "A"}\n', 1, r".*objectID.*"),
            ("twice.jsonl", '{"objectID": "a"}\n{"objectID": "b"}\n{"objectID": "a"}\n', 3,
             r'adding document "a": objectID and lang "" came before'),
            ("utf8.jsonl", b'{"objectID": "a"}\n{"objectID": "b", "title": "\xff"}\n', 2, r"invalid UTF-8.*"),
            ("lang.jsonl", '{"objectID": "a", "lang": "no tag"}\n', 1, r'.*lang is no language tag, "no tag"'),
            ("type.jsonl", '{"objectID": "a", "title": 5}\n', 1, r".*title.*5.*"),
            ("utf8.md", b"# Title\n\n\xff\n", 3, r"invalid UTF-8.*"),
        ]
        for name, content, line, pattern in cases:
            with self.subTest(name):
                path = self.write(name, content)
                self.expect_error(run("index", path, "--out", self.folder / "x"), f"{path}:{line}", pattern)
                self.assertFalse((self.folder / "x").exists())

    def test_index_places_in_a_folder(self):
        (self.folder / "docs/deep").mkdir(parents=True)
        (self.folder / "docs/a.jsonl").write_text('{"objectID": "deep/b"}\n')
        (self.folder / "docs/deep/b.md").write_text("# B\n")
        for source in (f"{self.folder}/docs", f"{self.folder}/docs/"):
            self.expect_error(run("index", source, "--out", self.folder / "x"), f"{self.folder}/docs/deep/b.md:1",
                              r'adding document "deep/b": objectID and lang "" came before')
        done = run("index", "docs", "--out", "x", cwd=self.folder)
        self.assertTrue(done.stderr.startswith(b"docs/deep/b.md:1: adding document"), done.stderr)

    def test_index_the_same_document_in_two_sources(self):
        first = self.write("first.jsonl", '{"objectID": "a"}\n')
        second = self.write("second.jsonl", '\n{"objectID": "a"}\n')
        self.expect_error(run("index", first, second, "--out", self.folder / "x"), f"{second}:2",
                          r'adding document "a": objectID and lang "" came before')
        third = self.write("third.jsonl", '{"objectID": "a", "lang": "es"}\n')
        self.expect(run("index", first, third, "--out", self.folder / "x"), 0)

    def test_index_bad_configuration(self):
        article = self.write("a.jsonl", '{"objectID": "a"}\n')
        cases = [
            ("--settings", '{\n"lanuage": "en"}', ":2", r".*lanuage.*"),
            ("--settings", '{"language": 5}', ":1", r".*language.*5.*"),
            ("--settings", "{", ":1", r"JSON ends too early.*"),
            ("--settings", '{"minWordSizefor1Typo": 0}', "", r"reading settings: minWordSizefor1Typo: 0, .*"),
            ("--synonyms", '[\n\n{"synonyms": ["a", "b"]}]', ":3", r".*objectID.*"),
            ("--synonyms", '[{"objectID": "s", "synonyms": ["a"]}]', "", r".*\bs\b.*"),
            ("--rules", '[{"objectID": "r", "frobnicate": 1}]', ":1", r".*frobnicate.*"),
            ("--rules", '[{"objectID": "r", "conditions": [{"pattern": "{x:nothing}", "anchoring": "is"}],'
                        ' "consequence": {}}]', ":1", r".*\br\b.*nothing.*"),
            ("--rules", '[{"objectID": "a", "consequence": {}},\n\n {"objectID": "r", "consequence": {"params":'
                        ' {"filters": "color:red"}}}]', ":3", r'rule "r": .*color.*'),
            ("--moved", '[{"from": "/a", "to": "/b"},\n {"from": "/c"}]', ":2", r".*to of .* is missing.*"),
            ("--moved", '[{"from": "/a", "to": "/b"}, {"from": "/b", "to": "/a"}]', "", r'.*"/a" leads in a loop: /a -> /b -> /a'),
        ]
        for number, (option, content, line, pattern) in enumerate(cases):
            with self.subTest(content):
                path = self.write(f"{number}.json", content)
                self.expect_error(run("index", article, "--out", self.folder / "x", option, path), f"{path}{line}",
                                  pattern)
                self.assertFalse((self.folder / "x").exists())

    def test_index_missing_paths(self):
        article = self.write("a.jsonl", '{"objectID": "a"}\n')
        none = self.folder / "none"
        for arguments in ([none, "--out", self.folder / "x"], [article, "--out", none / "x"],
                          [article, "--out", self.folder / "x", "--settings", none],
                          [article, "--out", self.folder / "x", "--synonyms", none],
                          [article, "--out", self.folder / "x", "--rules", none],
                          [none, "--out", self.folder / "x", "--keep-going"]):
            with self.subTest(arguments):
                done = run("index", *arguments)
                self.assertEqual((done.returncode, done.stdout), (3, b""))
                error = done.stderr.decode()
                self.assertRegex(error, r"\A[^\n]+\n\Z")
                self.assertIn(str(none), error)
        self.expect_error(run("index", article, "--out", none / "x"), "signpost", r'cannot write ".+/none/x".*')
        self.expect_error(run("index", article, "--out", self.folder), "signpost", r'cannot .+')

    def test_index_unreadable_file(self):
        if os.geteuid() == 0:
            self.skipTest("everything is readable for root")
        secret = self.write("a.jsonl", '{"objectID": "a"}\n')
        secret.chmod(0)
        done = run("index", secret, "--out", self.folder / "x")
        self.assertEqual(done.returncode, 3)
        self.assertIn(str(secret), done.stderr.decode())

    def test_index_names_in_brackets(self):
        for name in ("[slug]", "[a,b]", "-dash", "with space"):
            (self.folder / name).mkdir()
            (self.folder / name / "a.md").write_text("# A\n")
            done = run("index", "--out", f"{name}.signpost", "--", name, cwd=self.folder)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertTrue((self.folder / f"{name}.signpost").exists())

    def test_index_unknown_kind_of_file(self):
        path = self.write("a.pdf", "%PDF")
        self.expect_error(run("index", path, "--out", self.folder / "x"), path, r".*kind of file.*")

    def test_index_nothing_to_read(self):
        (self.folder / "empty").mkdir()
        old = self.write("old.signpost", "what was there")
        self.expect_error(run("index", self.folder / "empty", "--out", old), "signpost", r"no documents .*")
        self.assertEqual(old.read_text(), "what was there")

    def test_index_keep_going(self):
        path = self.write("a.jsonl", '{"objectID": "a", "title": "One"}\n{"title": "B"}\n{\n{"objectID": "a"}\n'
                                     '{"objectID": "c"}\n')
        out = self.folder / "x"
        done = run("index", path, "--out", out, "--keep-going")
        self.assertEqual(done.returncode, 0)
        errors = done.stderr.decode().splitlines()
        self.assertEqual([e.split(": ")[0] for e in errors], [f"{path}:{n}" for n in (2, 3, 4)])
        report = done.stdout.decode()
        self.assertRegex(report, r"(?m)^documents +2$")
        self.assertRegex(report, r"(?m)^skipped +3$")
        self.assertEqual(run("search", out, "one").returncode, 0)

    def test_index_keep_going_lists_a_hundred(self):
        path = self.write("a.jsonl", '{"objectID": "a"}\n' + "{}\n" * 103)
        done = run("index", path, "--out", self.folder / "x", "--keep-going")
        errors = done.stderr.decode().splitlines()
        self.assertEqual(len(errors), 101)
        self.assertEqual(errors[-1], "signpost: 3 more documents were skipped")

    def test_index_lang(self):
        path = self.write("a.jsonl", '{"objectID": "n", "title": "gato"}\n'
                                     '{"objectID": "p", "lang": "pt", "title": "gato"}\n')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out, "--lang", "es"), 0)
        stats = json.loads(run("inspect", out, "--json").stdout)
        self.assertEqual([s["lang"] for s in stats["segments"]], ["es", "pt"])
        for lang, expected in (("es", ["n"]), ("pt", ["p"])):
            found = json.loads(run("search", out, "gatos", "--json", "--lang", lang).stdout)
            self.assertEqual([h["objectID"] for h in found["hits"]], expected)
        found = json.loads(run("search", out, "gatos", "--json").stdout)
        self.assertEqual(sorted(h["objectID"] for h in found["hits"]), ["n", "p"])

    def test_index_progress_on_a_terminal(self):
        done, shown = run_on_terminal("index", self.help, "--out", self.folder / "x", stream="stderr")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"writing", shown)
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown)
        self.assertNotIn(b"\x1b", done.stdout)

    # --- search, one query ---

    def test_search_for_people(self):
        done = run("search", self.index, "wher is my ordr", "--lang", "en", "--hits", "1")
        self.expect(done, 0)
        lines = done.stdout.decode().splitlines()
        self.assertRegex(lines[0], r"^wher is my ordr  \([\d,]+ µs, \d+ hits?(, the first 1)?\)$")
        self.assertEqual(lines[1], "1.  Track your order")
        self.assertRegex(lines[2], r"^    https://help\.example/track(#[a-z-]+)?$")
        self.assertNotIn("\x1b", done.stdout.decode())

    def test_search_section(self):
        done = run("search", self.index, "late after two days", "--lang", "en")
        self.assertIn("    https://help.example/track#after-two-days\n    in: If it is late > After two days\n",
                      done.stdout.decode())

    def test_search_colors(self):
        plain = run("search", self.index, "order", "--lang", "en", "--color", "never").stdout.decode()
        colored = run("search", self.index, "order", "--lang", "en", "--color", "always").stdout.decode()
        self.assertIn("Track your \x1b[0m\x1b[1;33morder\x1b[0m", colored)

        def without_time(text):
            return re.sub(r"[\d,]+ µs", "N µs", text)
        self.assertEqual(without_time(re.sub(r"\x1b\[[0-9;]*m", "", colored)), without_time(plain))
        self.assertNotIn("\x1b", plain)

    def test_search_colors_on_a_terminal(self):
        search = ("search", self.index, "order", "--lang", "en")
        plain = {"NO_COLOR": "", "TERM": "xterm"}
        for env, options, colored in (({}, [], True), ({}, ["--color", "auto"], True), ({"NO_COLOR": "1"}, [], False),
                                      ({"TERM": "dumb"}, [], False), ({}, ["--color", "never"], False),
                                      ({"NO_COLOR": "1"}, ["--color", "always"], True), ({}, ["--json"], False)):
            with self.subTest(env=env, options=options):
                done, shown = run_on_terminal(*search, *options, stream="stdout", env={**plain, **env})
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(b"\x1b[" in shown, colored)

    def test_search_strips_controls_of_documents(self):
        done = run("search", self.index, "password button", "--lang", "en")
        self.assertIn("Press the [31mred button.", done.stdout.decode())
        self.assertNotRegex(done.stdout.decode(), r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
        found, _ = self.search_json("password", "--lang", "en")
        self.assertEqual(found["hits"][0]["objectID"], "password")

    def test_search_redirect(self):
        done = run("search", self.index, "track 1Z999AA10123456784")
        self.expect(done, 0)
        self.assertIn("-> https://ups.example/?n=1Z999AA10123456784\n", done.stdout.decode())
        found, code = self.search_json("track 1Z999AA10123456784")
        self.assertEqual(found["renderingContent"]["redirect"]["url"], "https://ups.example/?n=1Z999AA10123456784")
        self.assertEqual((found["hits"], code), ([], 0))

    def test_search_nothing_found(self):
        done = run("search", self.index, "qwxzvkj", "--lang", "en")
        self.expect(done, 1)
        self.assertIn("0 hits", done.stdout.decode())
        self.assertIn("ignored: qwxzvkj\n", done.stdout.decode())
        found, code = self.search_json("qwxzvkj", "--lang", "en")
        self.assertEqual((found["nbHits"], code), (0, 1))

    def test_search_json(self):
        found, code = self.search_json("refund", "--lang", "en")
        self.assertEqual(code, 0)
        self.assertEqual(found["query"], "refund")
        self.assertEqual(found["hits"][0]["title"], "Return an item")
        self.assertEqual(found["hits"][0]["_highlightResult"]["title"]["value"], "<em>Return</em> an item")
        self.assertEqual(found["hitsPerPage"], 10)
        self.assertEqual(self.search_json("", "--lang", "en")[0]["nbHits"], 3)
        self.assertEqual(len(self.search_json("", "--hits", "2")[0]["hits"]), 2)
        self.assertEqual(self.search_json("", "--hits", "0")[0]["hits"], [])

    def test_search_explain(self):
        done = run("search", self.index, "ordr", "--lang", "en", "--explain").stdout.decode()
        for part in ("steps\n", "words\n", "alternative", "typo 1", "+ proximity", "x title factor", "= score"):
            self.assertIn(part, done)
        found, _ = self.search_json("ordr", "--lang", "en", "--explain")
        self.assertEqual(found["explain"]["words"][0]["text"], "ordr")
        self.assertIn("_explain", found["hits"][0])

    def test_search_audience(self):
        path = self.write("a.jsonl", '{"objectID": "open", "title": "Refund times"}\n'
                                     '{"objectID": "agents", "title": "Refund limits", "_audiences": ["agents"]}\n'
                                     '{"objectID": "leads", "title": "Refund fraud", "_audiences": ["leads", "x"]}\n')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out), 0)
        for options, expected in (([], ["open"]), (["--audience", "agents"], ["agents", "open"]),
                                  (["--audience", "agents", "--audience", "leads"], ["agents", "leads", "open"]),
                                  (["--audience", "other"], ["open"])):
            with self.subTest(options):
                found = json.loads(run("search", out, *options, "refund", "--json").stdout)
                self.assertEqual(sorted(h["objectID"] for h in found["hits"]), expected)
                self.assertEqual(found["nbHits"], len(expected))
                self.assertNotIn("agents\"]", json.dumps(found))

    def test_search_languages(self):
        path = self.write("a.jsonl", '{"objectID": "a", "lang": "en", "title": "Payment card"}\n'
                                     '{"objectID": "a", "lang": "pt", "title": "Card de pagamento"}\n'
                                     '{"objectID": "b", "lang": "en", "title": "Lost card"}\n')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out), 0)
        search = ("search", out, "card", "--lang", "pt-BR")
        self.assertEqual([h["objectID"] for h in json.loads(run(*search, "--json").stdout)["hits"]], ["a"])
        found = json.loads(run(*search, "--fallback", "es", "--fallback", "en", "--json").stdout)["hits"]
        self.assertEqual([(h["objectID"], h["_lang"]) for h in found], [("a", "pt"), ("b", "en")])
        shown = run(*search, "--fallback", "en", "--explain").stdout.decode()
        self.assertIn("Lost card  (en)\n", shown)
        self.assertIn("x language factor", shown)

    def test_search_sort_distinct_page(self):
        path = self.write("a.jsonl", "".join(
            '{"objectID": "%d", "title": "Boots", "votes": %d, "kind": "%s"}\n' % (i, i * 7 % 5, "ab"[i % 2])
            for i in range(5)))
        settings = self.write("s.json", '{"attributesForSorting": ["votes"], "attributeForDistinct": "kind"}')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out, "--settings", settings), 0)

        def ids(*options):
            return [h["objectID"] for h in json.loads(run("search", out, "boots", "--json", *options).stdout)["hits"]]
        self.assertEqual(ids("--sort", "desc(votes)"), ["2", "4", "1", "3", "0"])
        self.assertEqual(ids("--sort", "asc(votes)", "--hits", "2", "--page", "1"), ["1", "4"])
        self.assertEqual(ids("--sort", "asc(votes)", "--distinct", "1"), ["0", "3"])
        self.expect_error(run("search", out, "boots", "--sort", "desc(price)"), "signpost",
                          r'searching: hits cannot be sorted by "price", .*')

    def test_search_filters_and_facets(self):
        path = self.write("a.jsonl", "".join(
            '{"objectID": "%d", "title": "Boots", "votes": %d, "kind": "%s"}\n' % (i, i, "ab"[i % 2]) for i in range(5)))
        settings = self.write("s.json", '{"attributesForFaceting": ["kind", "votes"]}')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out, "--settings", settings), 0)
        found = json.loads(run("search", out, "boots", "--json", "--filters", "kind:A AND votes > 0", "--facets", "kind,votes")
                           .stdout)
        self.assertEqual([h["objectID"] for h in found["hits"]], ["2", "4"])
        self.assertEqual(found["facets"], {"kind": {"a": 2}, "votes": {"2": 1, "4": 1}})
        self.assertEqual(found["facets_stats"], {"votes": {"min": 2, "max": 4, "avg": 3, "sum": 6}})
        shown = run("search", out, "boots", "--facets", "*").stdout.decode()
        self.assertIn("kind: a (3), b (2)\n", shown)
        wrong = run("search", out, "boots", "--filters", "kind:")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn(b"expected a value at byte 5", wrong.stderr)
        self.expect_error(run("search", out, "boots", "--filters", "colour:x"), "signpost",
                          r'searching: filters: "colour" is not among attributesForFaceting of the settings')

    def test_search_queries_that_look_like_something_else(self):
        for query in ("--order", "-x", "++", "--", "--help"):
            found = json.loads(run("search", self.index, "--json", "--lang", "en", "--", query).stdout)
            self.assertEqual(found["query"], query)
        for query in ("[order]", "[a,b]", "search", "index", "-1", "/?", "$HOME", "a=b", "c++", "%d"):
            self.assertEqual(self.search_json(query)[0]["query"], query)

    def test_search_takes_queries_of_any_bytes(self):
        done = run("search", self.index, b"order \xff\x1b[2J".decode("utf-8", "surrogateescape"))
        self.assertEqual(done.stderr, b"")
        self.assertTrue(done.stdout.startswith("order \ufffd[2J  (".encode()), done.stdout)

    def test_search_errors_of_the_request(self):
        self.expect_error(run("search", self.index, "x" * 70000), "signpost", r"searching: query bytes is 70000, .*")

    # --- search, stdin ---

    def test_search_stdin(self):
        done = run("search", self.index, "--json", "--lang", "en", stdin=b"refund\r\n\nqwxzvkj\npassword")
        self.expect(done, 0)
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual([(a["query"], a["nbHits"] > 0) for a in answers],
                         [("refund", True), ("", True), ("qwxzvkj", False), ("password", True)])
        done = run("search", self.index, stdin=b"refund\nqwxzvkj\n")
        self.expect(done, 0)
        self.assertIn("1.  Return an item\n", done.stdout.decode())
        self.expect(run("search", self.index, stdin=b""), 0)

    def test_search_stdin_answers_at_once(self):
        with subprocess.Popen([PROGRAM, "search", str(self.index), "--json"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            for query in ("refund", "password"):
                process.stdin.write(query.encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["query"], query)
            process.stdin.close()
            self.assertEqual(process.wait(timeout=60), 0)

    def test_search_stdin_bad_line(self):
        done = run("search", self.index, "--json", stdin=b"refund\n" + b"x" * 70000 + b"\n")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertRegex(done.stderr.decode(), r"\Astdin:2: searching: query bytes is 70000, .*\n\Z")

    def test_search_typed(self):
        master, slave = pty.openpty()
        with subprocess.Popen([PROGRAM, "search", str(self.index), "--color", "never"], stdin=slave,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            os.write(master, b"refund\n\n")
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, err), (0, b"? ? "))
            self.assertIn(b"1.  Return an item\n", out)
        os.close(master)
        os.close(slave)

    # --- search, batch ---

    def test_batch(self):
        queries = self.write("q.jsonl", '{"id": "a", "text": "refund", "lang": "en"}\n\n'
                                        '{"id": 7, "text": "pedido", "lang": "es"}\n'
                                        '{"id": "c", "text": "pedido", "lang": "en", "set": "x"}\n'
                                        '{"id": "d", "text": "track 1Z999AA10123456784"}\n')
        done = run("search", self.index, "--queries", queries, "--json", "--hits", "1")
        self.expect(done, 0)
        lines = done.stdout.decode().splitlines()
        self.assertTrue(lines[0].startswith('{"id":"a","hits":['), lines[0])
        answers = [json.loads(line) for line in lines]
        self.assertEqual([a["id"] for a in answers], ["a", 7, "c", "d"])
        self.assertEqual([a["nbHits"] for a in answers], [1, 1, 0, 0])
        done = run("search", self.index, "--queries", queries, "--json", "--lang", "es")
        self.assertEqual([json.loads(line)["nbHits"] for line in done.stdout.splitlines()][1:3], [1, 1])
        table = run("search", self.index, "--queries", queries)
        self.expect(table, 0)
        lines = table.stdout.decode().splitlines()
        self.assertEqual(lines[0].split(), ["id", "µs", "hits", "first", "hit"])
        self.assertEqual([line.split()[0] for line in lines[1:]], ["a", "7", "c", "d"])
        self.assertIn("track  Sigue tu pedido", lines[2])
        self.assertTrue(lines[3].endswith("  -"))
        self.assertIn("-> https://ups.example/", lines[4])

    def test_batch_bad_lines(self):
        good = '{"id": "a", "text": "refund"}\n'
        for bad, pattern in (("{\n", r"JSON .+"), ('{"id": "b"}\n', r'text is missing, .+'),
                             ('{"id": "b", "text": 5}\n', r"text must be a string, 5"),
                             ('{"text": "x"}\n', r"id is missing, .+"), ("[]\n", r"a query must be an object, \[\]")):
            with self.subTest(bad):
                path = self.write("q.jsonl", good + bad + good)
                done = run("search", self.index, "--queries", path, "--json")
                self.assertEqual(done.returncode, 3)
                self.assertRegex(done.stderr.decode(), rf"\A{re.escape(str(path))}:2: {pattern}\n\Z")
                self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["a"])
        none = self.folder / "none.jsonl"
        self.expect_error(run("search", self.index, "--queries", none, "--json"), "signpost",
                          rf'cannot read "{re.escape(str(none))}": No such file or directory')

    # --- files that are no index ---

    def test_bad_index_files(self):
        good = self.index.read_bytes()
        flipped = bytearray(good)
        flipped[len(good) // 2] ^= 1
        queries = self.write("q.jsonl", '{"id": "a", "text": "x"}\n')
        qrels = self.write("r.tsv", "a\tx\t1\n")
        cases = [("text", b"# Not a snapshot\n", r".*not a snapshot.*"), ("empty", b"", r".+"),
                 ("short", good[:-1], r".*bytes.*"), ("shorter", good[:40], r".+"), ("flipped", bytes(flipped), r".+")]
        for name, content, pattern in cases:
            path = self.write(name, content)
            for command in (["search", path, "x"], ["search", path, "--queries", queries, "--json"],
                            ["eval", path, "--queries", queries, "--qrels", qrels],
                            ["bench", path, "--queries", queries], ["inspect", path]):
                with self.subTest(name, command=command[0]):
                    self.expect_error(run(*command), path, pattern)
        for path in (self.folder / "none", self.folder):
            self.expect_error(run("search", path, "x"), "signpost", rf'cannot open "{re.escape(str(path))}".+')

    def test_every_flipped_byte_is_seen(self):
        good = self.index.read_bytes()
        for place in range(0, len(good), max(1, len(good) // 40)):
            flipped = bytearray(good)
            flipped[place] ^= 0x10
            done = run("inspect", self.write("flipped", bytes(flipped)))
            self.assertEqual((done.returncode, done.stdout), (3, b""), place)

    # --- eval ---

    def test_eval(self):
        # The answers of the index, from which the judgements below are made.
        both = [h["objectID"] for h in self.search_json("", "--lang", "en")[0]["hits"]]
        self.assertEqual(len(both), 3)
        queries = self.write("q.jsonl", '{"id": "all", "text": "", "lang": "en"}\n'
                                        '{"id": "refund", "text": "refund", "lang": "en"}\n'
                                        '{"id": "none", "text": "qwxzvkj", "lang": "en"}\n'
                                        '{"id": "extra", "text": "order"}\n'
                                        '{"id": "zero", "text": "order"}\n')
        qrels = self.write("r.tsv", f"all\t{both[1]}\t2\nall\t{both[0]}\t1\nall\tabsent\t2\n"
                                    "refund\treturn\t1\nnone\treturn\t1\nunasked\treturn\t1\nzero\treturn\t0\n")
        done = run("eval", self.index, "--queries", queries, "--qrels", qrels, "--json")
        self.expect(done, 0)
        out = json.loads(done.stdout)
        self.assertEqual((out["queries"], out["withoutHits"], out["judgedNotAsked"], out["askedNotJudged"]),
                         (3, 1, 1, 2))
        # all: the first good of {both[1], absent} is second. refund: first of one. none: nothing.
        self.assertAlmostEqual(out["P@1"], (0 + 1 + 0) / 3)
        self.assertAlmostEqual(out["MRR@10"], (1 / 2 + 1 + 0) / 3)
        self.assertAlmostEqual(out["Recall@10"], (1 / 2 + 1 + 0) / 3)
        # all: gained 1/log2(2) + 2/log2(3) = 2.261859507; ideal 2/log2(2) + 2/log2(3) + 1/log2(4) = 3.761859507.
        self.assertAlmostEqual(out["nDCG@10"], (2.261859507142915 / 3.761859507142915 + 1 + 0) / 3)
        for name in ("P@1", "MRR@10", "Recall@10", "nDCG@10"):
            low, high = out["interval95"][name]
            self.assertLessEqual(low, out[name])
            self.assertGreaterEqual(high, out[name])
        self.assertLessEqual(out["micros"]["p50"], out["micros"]["p95"])
        self.assertLessEqual(out["micros"]["p95"], out["micros"]["p99"])
        text = run("eval", self.index, "--queries", queries, "--qrels", qrels).stdout.decode()
        self.assertRegex(text, r"(?m)^queries +3$")
        self.assertRegex(text, r"(?m)^judged but not asked +1$")
        self.assertRegex(text, r"(?m)^MRR@10 +0\.5000  \(95 % interval ")

    def test_eval_counts_translations_once(self):
        path = self.write("a.jsonl", "".join(f'{{"objectID": "a", "lang": "{lang}", "title": "pizza"}}\n'
                                             for lang in ("da", "es", "it", "pt"))
                          + '{"objectID": "b", "lang": "sv", "title": "pizza"}\n')
        out = self.folder / "x"
        self.expect(run("index", path, "--out", out), 0)
        queries = self.write("q.jsonl", '{"id": "q", "text": "pizza"}\n')
        qrels = self.write("r.tsv", "q\tb\t1\n")
        result = json.loads(run("eval", out, "--queries", queries, "--qrels", qrels, "--json").stdout)
        self.assertEqual(result["MRR@10"], 0.5)
        result = json.loads(run("eval", out, "--queries", queries, "--qrels", qrels, "--json", "--lang", "sv").stdout)
        self.assertEqual(result["MRR@10"], 1)

    def test_eval_bad_input(self):
        queries = self.write("q.jsonl", '{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n')
        qrels = self.write("r.tsv", "a\tx\t1\nb x 1\n")
        self.expect_error(run("eval", self.index, "--queries", queries, "--qrels", qrels), f"{qrels}:2",
                          r'a judgement must be query, objectID and grade with tabs between them, "b x 1"')
        qrels = self.write("r.tsv", "a\tx\t1\n")
        self.expect_error(run("eval", self.index, "--queries", queries, "--qrels", qrels), f"{queries}:2",
                          r'id came before, "a"')
        none = self.folder / "none"
        self.expect_error(run("eval", self.index, "--queries", queries, "--qrels", none), "signpost",
                          r'cannot read ".+/none": No such file or directory')

    # --- eval: judged sets, typos, comparisons ---

    def make_set(self, name, settings=None, built=False):
        """A set of three documents and four queries, the last without a long word."""
        folder = self.folder / name
        folder.mkdir()
        corpus = "".join(json.dumps({"objectID": i, "title": t}) + "\n"
                         for i, t in (("refund", "Refund times"), ("return", "Return something"), ("fit", "Boot fit")))
        (folder / "corpus.jsonl").write_text(corpus, encoding="utf-8")
        (folder / "queries.jsonl").write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in (
            ("a", "refund"), ("b", "something"), ("c", "boot fit"), ("d", "xyz"))), encoding="utf-8")
        (folder / "qrels.tsv").write_text("a\trefund\t1\nb\treturn\t1\nc\trefund\t2\nc\tfit\t1\nd\tfit\t1\n",
                                          encoding="utf-8")
        if settings is not None:
            (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        if built:
            done = run("index", folder / "corpus.jsonl", "--out", folder / "index.signpost")
            self.expect(done, 0)
            (folder / "corpus.jsonl").unlink()
        return folder

    def test_eval_sets(self):
        one, two = self.make_set("one"), self.make_set("two", built=True)
        done = run("eval", "--set", one, f"{two}/", "--json")
        self.expect(done, 0)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([line["set"] for line in lines], ["one", "two"])
        for line in lines:
            self.assertEqual((line["queries"], line["withoutHits"], line["P@1"]), (4, 1, 0.5))
            self.assertEqual(line["seed"], 20240229)
        text = run("eval", "--set", one, two).stdout.decode()
        self.assertRegex(text, r"(?m)^one +4  0\.5000 \[")
        self.assertRegex(text, r"(?m)^mean +8  0\.5000 \[")
        self.assertTrue(text.endswith("1,000 samples; seed 20240229\n"))
        self.assertNotIn("mean", run("eval", "--set", one).stdout.decode())
        # The same bytes again; another seed draws other samples.
        self.assertEqual(run("eval", "--set", one, two).stdout.decode(), text)
        self.assertTrue(run("eval", "--set", one, "--seed", "7").stdout.decode().endswith("seed 7\n"))

    def test_eval_set_settings(self):
        def first(folder, *arguments):
            return json.loads(run("eval", "--set", folder, *arguments, "--json").stdout)["P@1"]

        def ask_in_spanish(folder):
            queries = folder / "queries.jsonl"
            queries.write_text(queries.read_text().replace("}", ', "lang": "es"}'))
            return folder

        # A Spanish query finds documents that are Spanish by the set's settings, which others do not take away.
        none = self.write("none.json", "{}")
        spanish = ask_in_spanish(self.make_set("spanish", {"language": "es"}))
        self.assertEqual((first(spanish), first(spanish, "--settings", none)), (0.5, 0.5))
        english = self.write("english.json", '{"language": "en"}')
        self.assertEqual(first(spanish, "--settings", english), 0)
        # --lang is the language of documents and queries that say none, and of queries that do.
        unsaid = ask_in_spanish(self.make_set("unsaid"))
        self.assertEqual((first(unsaid), first(unsaid, "--lang", "es"), first(unsaid, "--lang", "en")), (0, 0.5, 0.5))
        bad = self.write("bad.json", '{\n"nonsense": 1}')
        self.expect_error(run("eval", "--set", spanish, "--settings", bad), f"{bad}:2", ".*nonsense.*")

    def test_eval_typos(self):
        folder = self.make_set("one")
        done = run("eval", "--set", folder, "--typos", "two", "--json", "--seed", "3")
        self.expect(done, 0)
        line = json.loads(done.stdout)
        typos = line["typos"]
        self.assertEqual((typos["way"], typos["unchanged"], typos["queries"]), ("two", 3, 4))
        self.assertAlmostEqual(typos["share"], typos["MRR@10"] / line["MRR@10"])
        text = run("eval", "--set", folder, "--typos", "prefix").stdout.decode()
        self.assertRegex(text, r"(?m)^one +4 +0\.5000 \[")
        self.assertRegex(text, r"(?m)^one, prefix +4 +2 +0\.\d+ \[.* \d+\.\d %$")
        # One index: the same table.
        index = self.folder / "x.signpost"
        self.expect(run("index", folder / "corpus.jsonl", "--out", index), 0)
        text = run("eval", index, "--queries", folder / "queries.jsonl", "--qrels", folder / "qrels.tsv", "--typos",
                   "one").stdout.decode()
        self.assertRegex(text, r"(?m)^x, one +4 +2 +0\.")

    def test_eval_compare(self):
        folder = self.make_set("one")
        index = self.folder / "x.signpost"
        self.expect(run("index", folder / "corpus.jsonl", "--out", index), 0)
        judged = ["--queries", folder / "queries.jsonl", "--qrels", folder / "qrels.tsv"]
        saved = self.folder / "saved.run"
        self.expect(run("eval", "--set", folder, "--save-run", saved), 0)
        self.assertTrue(saved.read_text().startswith("a Q0 refund 1 "))
        same = json.loads(run("eval", "--compare", index, saved, *judged, "--json").stdout)
        self.assertEqual(same["MRR@10"]["p"], 1)
        self.assertEqual(same["MRR@10"]["ties"], 4)
        self.assertEqual(same["moved"], [])

        worse = self.write("worse.run", "a Q0 return 1 1 x\na Q0 refund 2 0.5 x\nb Q0 return 1 1 x\n"
                                        "c Q0 refund 1 1 x\n")
        out = json.loads(run("eval", "--compare", saved, worse, *judged, "--json").stdout)
        first = out["P@1"]
        self.assertEqual((out["queries"], first["wins"], first["losses"], first["ties"]), (4, 1, 1, 2))
        self.assertEqual((first["a"], first["b"], first["difference"], first["p"]), (0.5, 0.5, 0, 1))
        self.assertEqual([moved["id"] for moved in out["moved"]], ["c", "a"])
        text = run("eval", "--compare", saved, worse, *judged).stdout.decode()
        self.assertRegex(text, r"(?m)^P@1 +0\.5000  0\.5000  \+0\.0000  \[.*\] +1\.0000 +1 +1 +2$")
        self.assertRegex(text, r'(?m)^1\.0000  0\.6309  -0\.3691  a +"refund"$')
        self.expect_error(run("eval", "--compare", saved, worse, *judged, "--typos", "one"), saved,
                          "a saved run cannot be asked damaged queries")

    def test_eval_compare_settings(self):
        one, two = self.make_set("one"), self.make_set("two")
        plain, english = self.write("plain.json", "{}"), self.write("english.json", '{"language": "en"}')
        done = run("eval", "--set", one, two, "--compare", plain, english, "--typos", "one", "--json")
        self.expect(done, 0)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(line["set"], line["a"], line["b"]) for line in lines],
                         [(name, str(plain), str(english)) for name in ("one", "two")])
        self.assertEqual(lines[0]["typos"], {"way": "one", "unchanged": 2})
        text = run("eval", "--set", one, two, "--compare", plain, plain).stdout.decode()
        self.assertEqual(text.count("no query moved"), 2)

    def test_eval_set_bad_input(self):
        folder = self.make_set("one")
        (folder / "corpus.jsonl").unlink()
        self.expect_error(run("eval", "--set", folder), folder, "there is no corpus.jsonl and no index.signpost in it")
        (folder / "corpus.jsonl").write_text("")
        self.expect_error(run("eval", "--set", folder), folder / "corpus.jsonl", "there are no documents in it")
        none = self.folder / "none"
        self.expect_error(run("eval", "--set", none), "signpost", r'cannot read ".+/none/.+": No such file or directory')
        built = self.make_set("two", built=True)
        settings = self.write("s.json", "{}")
        self.expect_error(run("eval", "--set", built, "--settings", settings), built,
                          "settings are for a corpus.jsonl, and there is none, .+")
        whole = self.make_set("three")
        self.expect_error(run("eval", "--set", whole, "--save-run", none / "x.run"), "signpost", 'cannot write ".+x.run"')
        for arguments in (["--set", whole, "--compare", settings], ["--set", whole, "--compare", "a", "b"],
                          ["--compare", settings, settings, "--queries", "q", "--qrels", "r"], ["--compare", "a", "b"],
                          ["--set", whole, "--queries", "q"], [self.index, "--set", whole],
                          ["--set", whole, built, "--save-run", "x.run"], ["--set", whole, "--typos", "three"],
                          ["--set", whole, "--seed", "-1"], ["--queries", "q", "--qrels", "r"],
                          [self.index, "--queries", "q", "--qrels", "r", "--settings", settings],
                          [self.index, "--queries", "q", "--qrels", "r", "--compare", "a", "b"]):
            with self.subTest(arguments):
                done = run("eval", *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertRegex(done.stderr.decode(), r"\Asignpost: [^\n]+; see `signpost eval --help`\n\Z")

    # --- bench ---

    def test_bench(self):
        queries = self.write("q.jsonl", '{"id": "a", "set": "one", "text": "refund"}\n'
                                        '{"id": "b", "set": "two", "text": "ordr"}\n')
        for threads in ("1", "3"):
            done = run("bench", self.index, "--queries", queries, "--threads", threads, "--seconds", "0.05", "--json")
            self.expect(done, 0)
            out = json.loads(done.stdout)
            self.assertEqual(out["threads"], int(threads))
            self.assertGreater(out["queries"], 0)
            self.assertGreater(out["hitsPerQuery"], 0)
            counts = [out["sets"][name]["queries"] for name in ("one", "two")]
            self.assertEqual(sum(counts), out["queries"])
            self.assertLessEqual(abs(counts[0] - counts[1]), 1)  # round robin
            self.assertAlmostEqual(out["queriesPerSecond"], out["queries"] / out["seconds"], places=3)
            micros = out["micros"]
            self.assertEqual(sorted(micros.values()), [micros[p] for p in ("p50", "p95", "p99", "max")])
        text = run("bench", self.index, "--queries", queries, "--seconds", "0.01").stdout.decode()
        for name in ("queries/s", "one", "two", "all"):
            self.assertRegex(text, rf"(?m)^{name} ")

    def test_bench_without_sets(self):
        queries = self.write("q.jsonl", '{"id": "a", "text": "refund"}\n')
        done = run("bench", self.index, "--queries", queries, "--seconds", "0.01", "--json")
        self.assertNotIn("sets", json.loads(done.stdout))

    def test_bench_bad_input(self):
        empty = self.write("empty.jsonl", "\n")
        self.expect_error(run("bench", self.index, "--queries", empty), empty, "there are no queries in it")
        bad = self.write("q.jsonl", '{"id": "a", "text": "x"}\n{"id": "b", "text": "%s"}\n' % ("x" * 70000))
        self.expect_error(run("bench", self.index, "--queries", bad), f"{bad}:2", "searching: query bytes is 70000, .*")

    # --- inspect ---

    def test_inspect(self):
        done = run("inspect", self.index, "--json")
        self.expect(done, 0)
        stats = json.loads(done.stdout)
        self.assertEqual((stats["documents"], stats["synonyms"], stats["rules"]), (4, 1, 1))
        self.assertEqual(sorted((s["lang"], s["documents"]) for s in stats["segments"]), [("en", 3), ("es", 1)])
        self.assertEqual(sum(p["bytes"] for p in stats["parts"]), stats["bytes"])
        self.assertEqual(stats["heapBytes"], 0)
        self.assertEqual(sum(s["tokens"] for s in stats["segments"]), stats["tokens"])
        text = run("inspect", self.index).stdout.decode()
        self.assertRegex(text, r"(?m)^documents +4$")
        self.assertRegex(text, rf"(?m)^bytes mapped +{stats['bytes']:,}$")
        self.assertRegex(text, rf"(?m)^all +{stats['bytes']:,} +100\.0 % +{stats['bytes'] / 4:.2f} +{stats['bytes'] / stats['tokens']:.2f}$")
        for part in stats["parts"]:
            self.assertRegex(text, rf"(?m)^{re.escape(part['name'])} +{part['bytes']:,} +\d+\.\d % +\d+\.\d\d +\d+\.\d\d$")
        self.assertRegex(text, r"(?m)^es +- +1 +0 ")

    # --- federate ---

    def make_store(self):
        source = self.write("goods.jsonl", '{"objectID": "case", "lang": "en", "title": "Password notebook", "body": "Paper, for 200 passwords."}\n'
                                           '{"objectID": "tag", "lang": "en", "title": "Parcel tag", "body": "Says whose it is."}\n')
        goods = self.folder / "goods.signpost"
        self.assertEqual(run("index", source, "--out", goods).returncode, 0)
        settings = self.write("federation.json", '[{"indexName": "help", "speaksFor": "support", "intentWords": {"en": ["reset", "track"]}},'
                                                 ' {"indexName": "goods", "speaksFor": "shopping"}]')
        return ["--index", f"help={self.index}", "--index", f"goods={goods}", "--settings", settings]

    def test_federate(self):
        store = self.make_store()
        done = run("federate", "reset passwords", *store, "--lang", "en", "--json")
        self.expect(done, 0)
        answer = json.loads(done.stdout)
        self.assertEqual([r["index"] for r in answer["results"]], ["help", "goods"])
        self.assertEqual({h["_federation"]["indexName"] for h in answer["hits"]}, {"help", "goods"})
        self.assertEqual(answer["hits"][0]["objectID"], "password")
        self.assertEqual(answer["intent"]["kind"], "support")
        text = run("federate", "reset passwords", *store, "--lang", "en").stdout.decode()
        self.assertRegex(text, r"(?m)^reset passwords  \([\d,]+ µs, \d hits\)$")
        self.assertRegex(text, r"(?m)^intent: support \(\d+ %\): intentWords 1\.25 \(support: reset\), ")
        self.assertRegex(text, r"(?m)^1\.  Reset your password  \(help, 0\.\d\d\)$")
        groups = run("federate", "reset passwords", *store, "--lang", "en", "--groups").stdout.decode()
        self.assertLess(groups.index("[help]"), groups.index("[goods]"))
        self.assertNotIn("intent", run("federate", "reset", *store[:4]).stdout.decode())
        self.expect(run("federate", "xyzzyqwv", *store), 1)

    def test_federate_batch(self):
        store = self.make_store()
        queries = self.write("q.jsonl", '{"id": "a", "text": "reset password", "lang": "en"}\n{"id": 2, "text": "parcel tag", "lang": "en"}\n')
        done = run("federate", "--queries", queries, *store)
        self.expect(done, 0)
        lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
        self.assertEqual(lines[0], ["id", "intent", "confidence", "first hit"])
        self.assertEqual([line[:2] for line in lines[1:]], [["a", "support"], ["2", "shopping"]])
        self.assertEqual([line[3].split("  ")[0] for line in lines[1:]], ["help/password", "goods/tag"])
        done = run("federate", "--queries", queries, *store, "--json")
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["a", 2])

    def test_federate_bad_input(self):
        store = self.make_store()
        self.expect_error(run("federate", "a", "--index", "help"), "signpost", ".*expected NAME=FILE, .*", code=2)
        self.expect_error(run("federate", *store), "signpost", "QUERY or --queries is required; .*", code=2)
        self.expect_error(run("federate", "a", "--index", "help=/no/such.file"), "signpost", ".*/no/such.file.*")
        self.expect_error(run("federate", "a", *store[:2], *store[:2]), "signpost", 'federating: two indexes are called "help"')
        bad = self.write("bad.json", '[{"indexName": "help", "speaksFor": "nobody"}]')
        self.expect_error(run("federate", "a", *store[:2], "--settings", bad), f"{bad}:1", '.* must be one of support, shopping, "nobody"')
    # --- moved addresses, lint ---

    def test_moved(self):
        article = self.write("a.jsonl", '{"objectID": "track", "title": "Track", "url": "/help/track"}\n')
        out = self.folder / "moved.signpost"
        moved = self.write("moved.tsv", "from\tto\tnote\n/wismo\ttrack\tmade up\n/old\t/older\n/older\thttps://x.example/new\n")
        self.expect(run("index", article, "--out", out, "--moved", moved), 0)
        for query, url in (("/wismo", "/help/track"), ("/Old/", "https://x.example/new")):
            done = run("search", out, query)
            self.expect(done, 0)
            self.assertIn(f"-> {url}\n", done.stdout.decode())
        self.assertEqual(json.loads(run("search", out, "/wismo", "--json").stdout)["renderingContent"],
                         {"redirect": {"url": "/help/track"}})
        self.assertEqual(json.loads(run("inspect", out, "--json").stdout)["moved"], 3)
        bad = self.write("bad.tsv", "/a\t/b\n/c /d\n")
        self.expect_error(run("index", article, "--out", out, "--moved", bad), f"{bad}:2", ".*has a tab between.*")

    def test_lint(self):
        done = run("lint", self.index)
        self.expect(done, 0)
        self.assertEqual(done.stdout, b"nothing found\n")
        done = run("lint", self.index, "--allow-host", "www.example.com", "--json")
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        found = json.loads(done.stdout)
        self.assertEqual([(f["subject"], f["objectID"], f["kind"]) for f in found], [("rule", "ups", "foreignHost")])
        self.assertIn("ups.example", found[0]["reason"])
        text = run("lint", self.index, "--allow-host", "www.example.com").stdout.decode()
        self.assertRegex(text, r'\Arule "ups": foreign host\n    [^\n]+\n    [^\n]+\n\Z')
        self.expect(run("lint", self.index, "--allow-host", "ups.example"), 0)

    def test_keep_going_leaves_out_bad_rules(self):
        article = self.write("a.jsonl", '{"objectID": "a", "title": "Boots"}\n')
        rules = self.write("rules.json", '[{"objectID": "bad"},\n {"objectID": "good", "consequence": {"userData": "hi"}},\n'
                                         ' {"objectID": "worse", "conditions": [{"pattern": "{", "anchoring": "is"}], "consequence": {}}]')
        out = self.folder / "rules.signpost"
        done = run("index", article, "--out", out, "--rules", rules, "--keep-going")
        self.assertEqual(done.returncode, 0)
        errors = done.stderr.decode().splitlines()
        self.assertEqual([e.split(": ")[0] for e in errors], [f"{rules}:1", f"{rules}:3"])
        self.assertEqual(json.loads(run("search", out, "boots", "--json").stdout)["appliedRules"], [{"objectID": "good"}])

    # --- the program ---

    def test_usage_errors(self):
        for arguments in ([], ["nonsense"], ["index"], ["index", self.help], ["index", "--out", "x"],
                          ["index", self.help, "--out"], ["index", self.help, "--out", "x", "--nonsense"],
                          ["search"], ["search", self.index, "a", "b"], ["search", self.index, "a", "--hits", "-1"],
                          ["search", self.index, "a", "--hits", "1001"], ["search", self.index, "a", "--hits", "x"],
                          ["search", self.index, "a", "--limit", "3"], ["search", self.index, "a", "--page", "-1"],
                          ["search", self.index, "a", "--sort", "votes"], ["search", self.index, "a", "--distinct", "5"], ["search", self.index, "a", "--color", "red"],
                          ["search", self.index, "a", "--queries", "q.jsonl"], ["eval", self.index],
                          ["eval", self.index, "--queries", "q"], ["bench", self.index],
                          ["bench", self.index, "--queries", "q", "--threads", "0"],
                          ["bench", self.index, "--queries", "q", "--seconds", "0"], ["inspect"],
                          ["inspect", self.index, "--verbose"], ["lint"], ["lint", self.index, "--now", "x"], ["--nonsense"]):
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertRegex(done.stderr.decode(), r"\Asignpost: [^\n]+; see `signpost( [a-z]+)? --help`\n\Z")

    def test_help(self):
        done = run("--help")
        self.expect(done, 0)
        overview = done.stdout.decode()
        for command in ("index", "search", "eval", "bench", "inspect", "lint"):
            self.assertRegex(overview, rf"(?m)^  {command} ")
            done = run(command, "--help")
            self.expect(done, 0)
            text = done.stdout.decode()
            self.assertIn("Example", text)
            self.assertRegex(text, rf"(?m)^  signpost {command} ")
            self.assertIn(f"signpost {command} [OPTIONS]", text)
        self.assertIn("  signpost index help/ --out help.signpost", overview)

    def test_version(self):
        done = run("--version")
        self.expect(done, 0)
        self.assertRegex(done.stdout.decode(), r"\Asignpost \d+\.\d+\.\d+\n\Z")

    def test_reader_who_has_gone(self):
        reader, writer = os.pipe()
        os.close(reader)
        for arguments in (["inspect", self.index], ["search", self.index, "refund"], ["--help"]):
            done = subprocess.run([PROGRAM, *map(str, arguments)], stdout=writer, stderr=subprocess.PIPE, check=False,
                                  timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)
        os.close(writer)

    def test_output_that_cannot_be_written(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "inspect", str(self.index)], stdout=full, stderr=subprocess.PIPE,
                                  check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr),
                         (4, b"signpost: cannot write the output: No space left on device\n"))

    def test_paths_cannot_steer_the_terminal(self):
        done = run("search", "\x1b[31mx", "y")
        self.assertEqual(done.returncode, 3)
        self.assertNotIn(b"\x1b", done.stderr)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
