#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the program in README.md true.

Usage: readme_example.py extract README.md OUT.cc   writes the ```cpp block behind `<!-- test: example -->`
       readme_example.py run README.md PROGRAM      runs it and compares with the ```text block behind
                                                    `<!-- test: output -->`, or wants a highlight if there is none
"""

import pathlib
import re
import subprocess
import sys


def block(text, mark, language):
    """Returns the content of the fenced block that follows a mark, or None."""
    found = re.search(rf"<!-- test: {mark} -->\s*```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else None


def extract(readme, out):
    code = block(readme, "example", "cpp")
    if code is None:
        return "README.md has no ```cpp block behind <!-- test: example -->"
    pathlib.Path(out).write_text(code, encoding="utf-8")
    return None


def run(readme, program):
    done = subprocess.run([program], stdout=subprocess.PIPE, check=False, timeout=60)
    printed = done.stdout.decode("utf-8")
    print(printed, end="")
    if done.returncode != 0:
        return f"the program of README.md ended with {done.returncode}"
    expected = block(readme, "output", "text")
    if expected is not None and printed != expected:
        return f"README.md says that its program prints:\n{expected}"
    if expected is None and "<em>" not in printed:
        return "the program of README.md printed no highlight"
    return None


def main():
    action, readme, argument = sys.argv[1:]
    text = pathlib.Path(readme).read_text(encoding="utf-8")
    problem = extract(text, argument) if action == "extract" else run(text, argument)
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
