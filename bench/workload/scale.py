#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts what was measured at several sizes together: tables in Markdown or JSON Lines, and plots.

Usage: scale.py FOLDER [--json] [--plots DIR]   FOLDER holds N.jsonl: the lines that `signpost_workload build --json`
                                                and `time --json` printed of N passages
       scale.py --self-test                     checks itself on lines made for the purpose
The column "grows" is the slope of the last three sizes on logarithmic axes: 1 means ten times the passages, ten times
the figure.
"""

import argparse
import json
import math
import pathlib
import sys
import tempfile
import xml.etree.ElementTree

from log_plot import log_plot

INDEX_COLUMNS = ["passages", "text_mb", "tokens", "terms", "build_cpu_s", "build_mb_per_s", "build_peak_mb", "file_mb",
                 "first_open_ms", "open_ms", "resident_mb"]
PLOTS = {
    "query-p50.svg": ("Time of a query, p50", "microseconds of CPU", "p50_us"),
    "query-p99.svg": ("Time of a query, p99", "microseconds of CPU", "p99_us"),
}


class Size:
    """What was measured of one number of passages: figures of the index, and of each query set."""

    def __init__(self, path):
        self.index, self.sets = {}, {}
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if "set" in record:
                self.sets[record["set"]] = record
            else:
                self.index.update(record)

    @property
    def passages(self):
        return self.index["passages"]


def read(folder):
    sizes = sorted((Size(path) for path in folder.glob("*.jsonl")), key=lambda size: size.passages)
    if not sizes:
        raise SystemExit(f"scale.py: no size in {folder}")
    return sizes


def slope(points):
    """Least squares over the last three points on logarithmic axes; None of fewer than two."""
    logs = [(math.log(x), math.log(y)) for x, y in points[-3:] if x > 0 and y > 0]
    if len(logs) < 2:
        return None
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    return None if spread == 0 else sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread


def set_names(sizes):
    return list(dict.fromkeys(name for size in sizes for name in size.sets))


def points_of(sizes, name, figure):
    return [(size.passages, size.sets[name][figure]) for size in sizes if name in size.sets]


def index_points(sizes, figure):
    return [(size.passages, size.index[figure]) for size in sizes if figure in size.index]


def row(cells):
    return f"| {' | '.join(cells)} |\n"


def text(number):
    if number is None:
        return "-"
    return f"{number:g}" if isinstance(number, float) else str(number)


def grows(points):
    found = slope(points)
    return "-" if found is None else f"{found:.2f}"


def markdown(sizes):
    columns = [c for c in INDEX_COLUMNS if any(c in size.index for size in sizes)]
    out = row(columns) + "|---" * len(columns) + "|\n"
    for size in sizes:
        out += row([text(size.index.get(c)) for c in columns])
    out += row(["grows"] + [grows(index_points(sizes, c)) for c in columns[1:]])
    for figure in ("p50_us", "p99_us"):
        head = [f"{figure} at"] + [f"{size.passages:,}" for size in sizes] + ["grows"]
        out += "\n" + row(head) + "|---" * len(head) + "|\n"
        for name in set_names(sizes):
            figures = [text(size.sets.get(name, {}).get(figure)) for size in sizes]
            out += row([name, *figures, grows(points_of(sizes, name, figure))])
    return out


def json_lines(sizes):
    out = ""
    for size in sizes:
        out += json.dumps(size.index) + "\n"
        out += "".join(json.dumps({"passages": size.passages, **figures}) + "\n" for figures in size.sets.values())
    return out


def plots(sizes):
    """Returns {file name: SVG}."""
    drawn = {}
    for file, (title, label, figure) in PLOTS.items():
        series = {name: points_of(sizes, name, figure) for name in set_names(sizes)}
        drawn[file] = log_plot(title, "passages", label, series)
    drawn["bytes.svg"] = log_plot(
        "Text, snapshot, memory", "passages", "MB",
        {"text": index_points(sizes, "text_mb"), "snapshot": index_points(sizes, "file_mb"),
         "resident after all queries": index_points(sizes, "resident_mb"),
         "peak while building": index_points(sizes, "build_peak_mb")})
    drawn["build-and-open.svg"] = log_plot(
        "Building and opening", "passages", "milliseconds",
        {"build, CPU": [(x, 1000 * y) for x, y in index_points(sizes, "build_cpu_s")],
         "first open in a process": index_points(sizes, "first_open_ms"), "open": index_points(sizes, "open_ms")})
    return drawn


def self_test():
    """1. A figure that grows with its size has slope 1, one that stays 0. 2. Sizes come in their order, a set that one
    of them lacks has a dash. 3. JSON has a line for each size and each of its sets. 4. Every plot is well-formed, has a
    line for each series, and escapes names; the same data gives the same bytes. 5. Nothing to draw is an error."""
    assert abs(slope([(1, 5), (10, 50), (100, 500)]) - 1) < 1e-9, "1"
    assert abs(slope([(1, 5), (10, 5)])) < 1e-9 and slope([(1, 5)]) is None, "1"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for n in (10_000, 1000):
            lines = [{"passages": n, "text_mb": n / 1000, "build_cpu_s": n / 1e4}, {"file_mb": n / 500, "open_ms": 2.5},
                     {"set": "a<b", "p50_us": n / 10, "p99_us": n}]
            if n == 1000:
                lines.append({"set": "only small", "p50_us": 7, "p99_us": 9})
            (folder / f"{n}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        sizes = read(folder)
        assert [size.passages for size in sizes] == [1000, 10_000], "2"
        table = markdown(sizes)
        assert "| a<b | 100 | 1000 | 1.00 |" in table, f"2\n{table}"
        assert "| only small | 7 | - | - |" in table, f"2\n{table}"
        lines = json_lines(sizes).splitlines()
        assert len(lines) == 5 and all("passages" in json.loads(line) for line in lines), "3"
        for file, svg in plots(sizes).items():
            root = xml.etree.ElementTree.fromstring(svg)
            assert root.tag.endswith("svg"), f"4: {file}"
        assert svg.count("<polyline") == 2 and plots(sizes)["query-p50.svg"].count("a&lt;b") == 1, "4"
        assert plots(sizes) == plots(read(folder)), "4"
    try:
        log_plot("empty", "x", "y", {"zero": [(1, 0)]})
    except ValueError:
        pass
    else:
        raise AssertionError("5")
    print("the check itself: all well")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--plots", type=pathlib.Path)
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    if args.self_test:
        self_test()
        return
    if args.folder is None:
        parser.error("FOLDER is needed")
    sizes = read(args.folder)
    sys.stdout.write(json_lines(sizes) if args.json else markdown(sizes))
    if args.plots:
        args.plots.mkdir(parents=True, exist_ok=True)
        for file, svg in plots(sizes).items():
            (args.plots / file).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
