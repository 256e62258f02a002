#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judged_queries_test.py DATA — the bundled queries and judgements fit each other and the articles.

1. 150 queries: 60 English, 35 Spanish, 25 Portuguese, 30 Chinese; ids and (text, language) are unique.
2. Every judgement is query, objectID and grade 1 or 2, comes once, and its article exists in the query's language.
3. Every query has an article of grade 2.
"""

import collections
import json
import pathlib
import sys

LANGUAGES = {"en": 60, "es": 35, "pt": 25, "zh": 30}


def read_queries(path, problems):
    queries = {}
    texts = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        query = json.loads(line)
        if query["id"] in queries:
            problems.append(f"{path}:{number}: id came before, {query['id']}")
        if (query["text"], query["lang"]) in texts:
            problems.append(f"{path}:{number}: text came before, {query['text']}")
        queries[query["id"]] = query["lang"]
        texts.add((query["text"], query["lang"]))
    counts = dict(collections.Counter(queries.values()))
    if counts != LANGUAGES:
        problems.append(f"{path}: queries by language are {counts}, not {LANGUAGES}")
    return queries


def read_articles(folder):
    """Returns (language, objectID) of each article: its folder and its file's name, as SOURCE.md says."""
    return {(path.relative_to(folder).parts[0], path.stem) for path in folder.rglob("*.md")}


def check_judgements(path, queries, articles, problems):
    judged = set()
    answered = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path}:{number}"
        query, article, grade = line.split("\t")
        if query not in queries:
            problems.append(f"{place}: no such query, {query}")
        elif (queries[query], article) not in articles:
            problems.append(f"{place}: no such article in {queries[query]}, {article}")
        if grade not in ("1", "2"):
            problems.append(f"{place}: grade must be 1 or 2, {grade}")
        if (query, article) in judged:
            problems.append(f"{place}: judged before, {line}")
        judged.add((query, article))
        if grade == "2":
            answered.add(query)
    problems.extend(f"{path}: no article of grade 2 for {query}" for query in sorted(set(queries) - answered))


def main():
    data = pathlib.Path(sys.argv[1])
    problems = []
    queries = read_queries(data / "queries.jsonl", problems)
    check_judgements(data / "qrels.tsv", queries, read_articles(data / "help_center"), problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
