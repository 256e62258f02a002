#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The workloads from outside, on 1,000 passages. Usage: workload_test.py ROOT SIGNPOST_WORKLOAD

1. build says what it built, and writes the file. 2. time prints the index and a line for each query set, with p50 <=
p99 <= the slowest. 3. threads has a line for each way to share and each number. 4. churn replaces documents while it
reads. 5. worst finds a query of each family asked for, what it saves can be timed, and a limit fails the run. 6. guard
refuses to count outside of callgrind. 7. A wrong option, a file that is missing, a set or family that is not there: an
error that says so. 8. Without --json there are tables in Markdown.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

root, workload = sys.argv[1:]


def run(*args, code=0):
    done = subprocess.run([workload, *map(str, args)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == code, f"{args}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def lines(*args):
    return [json.loads(line) for line in run(*args, "--json").stdout.splitlines()]


def main(folder):
    subprocess.run([sys.executable, f"{root}/bench/peers/make_passages.py", folder, "--count", "1000"], check=True)
    passages, queries, index = (folder / name for name in ("passages.jsonl", "queries.jsonl", "index.signpost"))

    (built,) = lines("build", passages, index)
    assert built["passages"] == 1000 and built["file_mb"] > 0 and index.stat().st_size > 0, f"1: {built}"

    opened, *sets = lines("time", index, queries, "--per-set", 5, "--passes", 1)
    assert opened["open_ms"] > 0, f"2: {opened}"
    assert len(sets) == 11 and sets[0]["set"] == "exact" and sets[0]["queries"] == 5, f"2: {sets}"
    assert all(0 < s["p50_us"] <= s["p99_us"] <= s["max_us"] for s in sets), f"2: {sets}"

    shared = lines("threads", index, queries, "--sets", "exact,absent", "--threads", "1,2", "--seconds", 0.01,
                   "--rounds", 1)
    assert [line["count"] for line in shared] == [1, 2] * 3, f"3: {shared}"
    assert all(line["searches_per_s"] > 0 for line in shared), f"3: {shared}"

    *readers, changes = lines("churn", index, passages, queries, "--sets", "exact", "--seconds", 0.1, "--rounds", 1)
    assert len(readers) == 2 and all(r["searches"] > 0 for r in readers), f"4: {readers}"
    assert changes["documents"] > 0, f"4: {changes}"

    saved = folder / "worst.jsonl"
    worst = lines("worst", index, passages, "--families", "phrases,short prefix", "--starts", 3, "--steps", 3, "--save",
                  saved)
    assert {w["family"] for w in worst} == {"phrases", "short prefix"}, f"5: {worst}"
    _, *timed = lines("time", index, saved, "--passes", 1)
    assert {t["set"] for t in timed} == {"phrases", "short prefix"}, f"5: {timed}"
    limited = ["worst", index, passages, "--families", "phrases", "--starts", 1, "--steps", 0, "--limit-ms"]
    assert "are allowed" in run(*limited, 0.001, code=1).stderr, "5"
    run(*limited, 100_000)

    assert "scripts/guard" in run("guard", index, passages, queries, code=1).stderr, "6"

    for args, says in ((["time", index, folder / "none"], "none"), (["time", folder / "none", queries], "none"),
                       (["threads", index, queries, "--sets", "nonsense"], "no query of these sets"),
                       (["worst", index, passages, "--families", "nonsense"], '"nonsense"')):
        assert says in run(*args, code=1).stderr, f"7: {args}"
    for args in ([], ["nonsense"], ["time", index], ["time", index, queries, "--passes", "0"],
                 ["threads", index, queries, "--threads", "0"]):
        done = subprocess.run([workload, *map(str, args)], capture_output=True, check=False)
        assert done.returncode != 0, f"7: {args}"

    assert run("build", passages, index).stdout.startswith("| passages |"), "8"


with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
