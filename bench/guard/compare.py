#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what callgrind counted with what was recorded.

Usage: compare.py FOLDER COUNTS [--record]   FOLDER holds callgrind.out.1, ... of `signpost_workload guard`
       compare.py --self-test                checks itself on counts made for the purpose
Exit code 1: a count is off by more than TOLERANCE, missing or new. Counts of another compiler or machine cannot be
compared: then it says so, and the exit code is 0.
"""

import argparse
import contextlib
import io
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

TOLERANCE = 0.10
HEAD = "# Instructions, as callgrind counts them. `scripts/guard --record` writes this file.\n"


def machine():
    """What a count depends on besides the source."""
    compiler = subprocess.run(["c++", "-dumpfullversion"], capture_output=True, text=True, check=True).stdout.strip()
    valgrind = subprocess.run(["valgrind", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    flags = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8") if platform.system() == "Linux" else ""
    return f"{platform.machine()}{' avx2' if ' avx2' in flags else ''}, c++ {compiler}, {valgrind}"


def counted(folder):
    """Returns {part: instructions} in the order counted. The last file is of the program's end and has no name."""
    counts = {}
    files = sorted(folder.glob("callgrind.out.*"), key=lambda path: int(path.suffix[1:]))
    for path in files:
        text = path.read_text(encoding="utf-8")
        name = re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.M)
        total = re.search(r"^(?:totals|summary): (\d+)$", text, re.M)
        if name and total:
            counts[name.group(1)] = int(total.group(1))
    return counts


def read(path):
    """Returns (machine, {part: instructions})."""
    where, counts = "", {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# machine: "):
            where = line.removeprefix("# machine: ")
        elif line and not line.startswith("#"):
            count, name = line.split("\t", 1)
            counts[name] = int(count)
    return where, counts


def write(path, where, counts):
    lines = "".join(f"{count}\t{name}\n" for name, count in counts.items())
    path.write_text(f"{HEAD}# machine: {where}\n{lines}", encoding="utf-8")


def shown(name):
    return name if len(name) <= 60 else name[:57] + "..."


def compare(recorded, now):
    """Prints what differs. Returns whether nothing does."""
    rows = []
    for name in [*recorded, *(n for n in now if n not in recorded)]:
        before, after = recorded.get(name), now.get(name)
        if before is None or after is None:
            rows.append((name, before, after, "not recorded" if before is None else "not counted"))
        elif abs(after - before) > TOLERANCE * before:
            rows.append((name, before, after, f"{100 * (after - before) / before:+.1f} %"))
    total_before, total_after = sum(recorded.values()), sum(now.values())
    print(f"{len(now)} counts, {total_after:,} instructions; {total_before:,} recorded")
    if not rows:
        return True
    print(f"{'recorded':>15} {'now':>15} {'change':>12}  what")
    for name, before, after, change in rows:
        texts = ["-" if count is None else f"{count:,}" for count in (before, after)]
        print(f"{texts[0]:>15} {texts[1]:>15} {change:>12}  {shown(name)}")
    grew = any(before and after and after > before for _, before, after, _ in rows)
    print(("Some grew: put it right, or say in the commit why it is worth it. " if grew else "") +
          "`scripts/guard --record` records what was counted.")
    return False


def run(folder, path, where, record):
    now = counted(folder)
    if not now:
        print(f"no counts in {folder}")
        return False
    if record:
        write(path, where, now)
        print(f"{len(now)} counts recorded in {path}")
        return True
    recorded_where, recorded = read(path)
    if recorded_where != where:
        print(f"Not compared: recorded with {recorded_where}; this is {where}")
        return True
    return compare(recorded, now)


def self_test():
    """1. What was recorded compares equal. 2. 11 % more and less fail and name the part; 9 % do not. 3. A part that is
    new or gone fails. 4. Another machine is not compared. 5. The order of the files is that of their numbers."""
    with tempfile.TemporaryDirectory() as name:
        folder, path = pathlib.Path(name), pathlib.Path(name) / "counts.tsv"

        def count(counts):
            for old in folder.glob("callgrind.out.*"):
                old.unlink()
            for n, (part, instructions) in enumerate(counts.items(), 1):
                text = f"desc: Trigger: Client Request: {part}\nevents: Ir\n\ntotals: {instructions}\n"
                (folder / f"callgrind.out.{n}").write_text(text, encoding="utf-8")
            end = "desc: Trigger: Program termination\ntotals: 5\n"
            (folder / "callgrind.out.99").write_text(end, encoding="utf-8")

        def check(number, where="here", record=False, expected=True, says=""):
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                result = run(folder, path, where, record)
            assert result == expected, f"{number}: {result}\n{out.getvalue()}"
            assert says in out.getvalue(), f"{number}: no {says!r} in\n{out.getvalue()}"

        base = {"build": 10_000, "exact: a\tb": 1000}
        count(base)
        check(1, record=True)
        check(1)
        for instructions, expected in ((1110, False), (890, False), (1090, True), (910, True)):
            count({**base, "exact: a\tb": instructions})
            check(2, expected=expected, says="" if expected else "exact: a")
        count({**base, "cut: x": 1})
        check(3, expected=False, says="not recorded")
        count({"build": 10_000})
        check(3, expected=False, says="not counted")
        check(4, where="there", says="Not compared")
        count({f"q{n}": n for n in range(1, 13)})
        assert list(counted(folder)) == [f"q{n}" for n in range(1, 13)], "5"
    print("the check itself: all well")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, nargs="?")
    parser.add_argument("counts", type=pathlib.Path, nargs="?")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    if args.self_test:
        return self_test()
    if args.counts is None:
        parser.error("FOLDER and COUNTS are needed")
    return run(args.folder, args.counts, machine(), args.record)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
