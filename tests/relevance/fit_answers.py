#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of src/answer/confidence.cc: logistic regression with a quadratic penalty, by gradient descent, on the lines of
`answers_report --evidence` that are not set aside.

Usage: answers_report --evidence | fit_answers.py
"""

import math
import sys

PENALTY = 0.003  # of each squared weight, beside the mean loss of a question
STEPS = 60000
RATE = 0.3


def read(lines):
    names, rows, right = None, [], []
    for line in lines:
        _, aside, is_right, _, *evidence = line.rstrip("\n").split("\t")
        if aside == "1":
            continue
        pairs = [item.split("=") for item in evidence]
        names = [name for name, _ in pairs]
        rows.append([float(value) for _, value in pairs])
        right.append(int(is_right))
    return names, rows, right


def fit(rows, right):
    weights, intercept = [0.0] * len(rows[0]), 0.0
    for _ in range(STEPS):
        slope, slope0 = [2 * PENALTY * w for w in weights], 0.0
        for row, y in zip(rows, right):
            error = 1 / (1 + math.exp(-intercept - sum(w * x for w, x in zip(weights, row)))) - y
            slope0 += error / len(rows)
            for i, x in enumerate(row):
                slope[i] += error * x / len(rows)
        step = max(abs(slope0), max(map(abs, slope)))
        intercept -= RATE * slope0
        weights = [w - RATE * s for w, s in zip(weights, slope)]
        if step < 1e-5:
            break
    return intercept, weights


def main():
    names, rows, right = read(sys.stdin)
    intercept, weights = fit(rows, right)
    print(f"{len(rows)} questions, {sum(right)} right")
    print(f"kIntercept = {intercept:.2f}")
    print("kWeights = {" + ", ".join(f"{w:.2f}" for w in weights) + "}  // " + ", ".join(names))


if __name__ == "__main__":
    main()
