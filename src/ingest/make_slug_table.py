#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes slug_table.cc: which code points stand in a heading's anchor, and their lower case.

A table, since only text/ uses ICU. Run: python3 src/ingest/make_slug_table.py > src/ingest/slug_table.cc
"""
import unicodedata

WORD_CATEGORIES = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc"}
LAST_CODE_POINT = 0x10FFFF


def word_ranges():
    ranges = []
    for c in range(0x80, LAST_CODE_POINT + 1):
        if unicodedata.category(chr(c)) not in WORD_CATEGORIES:
            continue
        if ranges and ranges[-1][1] == c - 1:
            ranges[-1][1] = c
        else:
            ranges.append([c, c])
    return ranges


def case_ranges():
    """[first, last, step, offset]: every step-th code point from first to last has its lower case offset away."""
    ranges = []
    for c in range(0x80, LAST_CODE_POINT + 1):
        lower = chr(c).lower()
        if len(lower) != 1 or ord(lower) == c:
            continue
        offset = ord(lower) - c
        if ranges:
            first, last, step, previous = ranges[-1]
            gap = c - last
            if offset == previous and gap in (1, 2) and (step in (0, gap)):
                ranges[-1] = [first, c, gap, offset]
                continue
        ranges.append([c, c, 0, offset])
    return [[first, last, max(step, 1), offset] for first, last, step, offset in ranges]


def rows(entries, per_line):
    lines = []
    for i in range(0, len(entries), per_line):
        lines.append("    " + ", ".join(entries[i:i + per_line]) + ",")
    return "\n".join(lines)


words = ["{0x%X, 0x%X}" % tuple(r) for r in word_ranges()]
cases = ["{0x%X, 0x%X, %d, %d}" % tuple(r) for r in case_ranges()]
print("// SPDX-License-Identifier: Apache-2.0")
print("// Made by make_slug_table.py from Unicode " + unicodedata.unidata_version + ". Do not edit.")
print('#include "ingest/slug_table.h"\n')
print("namespace signpost::ingest {\n")
print("// clang-format off")
print("const CodePointRange kWordRanges[] = {\n" + rows(words, 5) + "\n};")
print("const std::size_t kWordRangeCount = sizeof kWordRanges / sizeof kWordRanges[0];\n")
print("const CaseRange kCaseRanges[] = {\n" + rows(cases, 3) + "\n};")
print("const std::size_t kCaseRangeCount = sizeof kCaseRanges / sizeof kCaseRanges[0];")
print("// clang-format on\n")
print("}  // namespace signpost::ingest")
