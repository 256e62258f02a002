#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Finds the weights of src/catalog/intent.cc from what the hidden test [evidence] of intent_test prints.

Usage: intent_test "[evidence]" | fit_intent.py [--without NAME]...
Logistic regression, squared weights held small; mixed queries count as half.
"""

import json
import math
import random
import sys

NAMES = ["coverage", "breadth", "title", "vocabulary", "intentWords", "rules", "question", "identifier", "length"]
LABELS = {"support": 1.0, "shopping": 0.0, "mixed": 0.5}
PENALTY = 0.005  # of a squared weight, beside the mean loss of a query
STEPS = 4000
RATE = 0.5
FOLDS = 10


def read(lines):
    rows = []
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 3 or fields[1] not in LABELS:
            continue
        values = {e["name"]: e["value"] for e in json.loads(fields[2])["evidence"]}
        rows.append((fields[0], [values.get(name, 0.0) for name in NAMES] + [1.0], LABELS[fields[1]]))
    return rows


def probability(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def fit(rows):
    weights = [0.0] * (len(NAMES) + 1)
    for _ in range(STEPS):
        gradient = [0.0] * len(weights)
        for _, row, label in rows:
            error = probability(weights, row) - label
            for i, x in enumerate(row):
                gradient[i] += error * x
        for i in range(len(weights)):
            penalty = 0 if i == len(NAMES) else 2 * PENALTY * weights[i]
            weights[i] -= RATE * (gradient[i] / len(rows) + penalty)
    return weights


def right(weights, rows, low=0.5, high=0.5):
    sure = [r for r in rows if r[2] != 0.5]
    return sum((probability(weights, r[1]) >= high) if r[2] == 1 else (probability(weights, r[1]) < low)
               for r in sure) / len(sure)


def main():
    for name in [word for flag, word in zip(sys.argv[1:], sys.argv[2:]) if flag == "--without"]:
        NAMES.remove(name)
    rows = read(sys.stdin)
    weights = fit(rows)
    for name, weight in zip(NAMES + ["bias"], weights):
        print(f"{name:12} {weight:6.2f}")
    print(f"right on these {100 * right(weights, rows):.1f} %")
    random.Random(1).shuffle(rows)
    shares = []
    for fold in range(FOLDS):
        rest = [r for i, r in enumerate(rows) if i % FOLDS != fold]
        shares.append((right(fit(rest), [r for i, r in enumerate(rows) if i % FOLDS == fold])))
    print(f"right on the part left out, {FOLDS} times: {100 * sum(shares) / FOLDS:.1f} %")


if __name__ == "__main__":
    main()
