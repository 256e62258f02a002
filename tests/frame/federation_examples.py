#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the examples of docs/federation.md true: asks storefront_backend each one and compares.

Usage: federation_examples.py PROGRAM PAGE DATA   PROGRAM is storefront_backend, DATA the folder it reads

A ```json block behind `<!-- test: ask -->` (or `ask as an agent`) is a request; the block behind `<!-- test: answer -->` is what
the answer has to hold: of an object the members shown, of an array its first elements, numbers up to half a hundredth. A string
that ends in … is the beginning of one. `null` is a member that is not there.
"""

import json
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"<!-- test: (ask as an agent|ask|answer) -->\s*```json\n(.*?)^```", re.DOTALL | re.MULTILINE)


def differs(expected, found, path="answer"):
    """Returns where `found` does not hold `expected`, or None."""
    if expected is None:
        return None if found is None else f"{path} is there"
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            problem = differs(value, found.get(name), f"{path}.{name}")
            if problem:
                return problem
        return None
    if isinstance(expected, list) and isinstance(found, list):
        if len(found) < len(expected):
            return f"{path} has {len(found)} elements, not {len(expected)} or more"
        for i, value in enumerate(expected):
            problem = differs(value, found[i], f"{path}[{i}]")
            if problem:
                return problem
        return None
    number = (int, float)
    if isinstance(expected, number) and isinstance(found, number) and not isinstance(expected, bool):
        return None if abs(expected - found) <= 0.005 else f"{path} is {found}, not {expected}"
    if isinstance(expected, str) and isinstance(found, str) and expected.endswith("…"):
        return None if found.startswith(expected[:-1]) else f"{path} is {found!r}"
    return None if expected == found else f"{path} is {found!r}, not {expected!r}"


def main():
    program, page, data = sys.argv[1:]
    blocks = BLOCK.findall(pathlib.Path(page).read_text(encoding="utf-8"))
    problems = []
    examples = 0
    for (kind, request), (answer_kind, answer) in zip(blocks[::2], blocks[1::2]):
        if kind == "answer" or answer_kind != "answer":
            problems.append(f"a request without an answer behind it: {request}")
            break
        examples += 1
        agent = ["--agent"] if kind == "ask as an agent" else []
        done = subprocess.run([program, data, *agent, json.dumps(json.loads(request))], stdout=subprocess.PIPE,
                              check=True, timeout=300)
        problem = differs(json.loads(answer), json.loads(done.stdout))
        if problem:
            problems.append(f"{request.strip()}\n  {problem}")
    if examples < 8 or len(blocks) % 2 != 0:
        problems.append(f"{page} has {examples} examples in {len(blocks)} blocks")
    print("\n".join(problems) or f"{examples} examples hold")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
