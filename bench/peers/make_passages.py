#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes passages.jsonl and queries.jsonl of any size for the race, from real articles. The same seed, the same files.

Usage: make_passages.py OUT --count N [--seed S] [CORPUS...]
CORPUS: .jsonl files ({"title", "body", "source"?}; neighbouring lines of one source are one article), Markdown files
with front matter, or folders of them; by default the English help center in data/help_center.

Every article is cut at about 40 words into passages that repeat its title. When the articles are used up, new ones are
made of paragraphs drawn from all of them: a real title with a made-up product name, so that the lexicon grows with the
text as it does in life. `source` names the article.

Query sets: exact (one to four neighbouring content words of a title), cut (the same, the last word cut), edit1 and
edit2 (the same, one or two edits in a word of 5, 8 letters or more; of 100 edits 8 touch the first letter), cut+edit,
question (titles of 5 to 30 words), ticket (about 260 words of an article, some left out), one-letter, two-letters,
common, absent.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import string

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSAGE_WORDS = 40
TICKET_WORDS = 260
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
STOP_WORDS = frozenset(
    "a about an and are as at be by can do does for from has have how i if in is it its my no not of on or our that "
    "the this to was what when where which who why will with you your".split())
SYLLABLES = ["ba", "cor", "da", "el", "fin", "gra", "hu", "jo", "kel", "lu", "mar", "ni", "or", "pel", "qui", "ro",
             "sti", "tan", "ul", "vex", "wi", "yor", "zen"]


class Article:
    def __init__(self, title, paragraphs):
        self.title = title
        self.paragraphs = paragraphs


def paragraphs_of(text):
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n|\n(?=[#*-])", text) if p.strip()]


def read_markdown(path):
    text = path.read_text(encoding="utf-8")
    front = re.match(r"---\n(.*?)\n---\n", text, re.S)
    title = re.search(r"^title:\s*[\"']?(.*?)[\"']?\s*$", front.group(1), re.M) if front else None
    body = text[front.end():] if front else text
    return Article(title.group(1) if title else path.stem.replace("-", " "), paragraphs_of(body))


def read_json_lines(path):
    """Yields articles. Neighbouring lines of one `source` are passages of one article."""
    article, source = None, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if not record.get("title") or not record.get("body"):
                continue
            if article and source and record.get("source") == source:
                article.paragraphs += paragraphs_of(record["body"])
                continue
            if article:
                yield article
            article, source = Article(record["title"], paragraphs_of(record["body"])), record.get("source")
    if article:
        yield article


def read_articles(corpora):
    for corpus in corpora:
        files = [corpus] if corpus.is_file() else sorted(p for p in corpus.rglob("*") if p.is_file())
        for path in files:
            if path.suffix == ".jsonl":
                yield from read_json_lines(path)
            elif path.suffix in (".md", ".markdown"):
                yield read_markdown(path)


def cut_passages(article):
    """Yields bodies of about PASSAGE_WORDS words; a paragraph is cut only when it is longer than that."""
    words = []
    for paragraph in article.paragraphs:
        words += paragraph.split()
        while len(words) >= PASSAGE_WORDS:
            yield " ".join(words[:PASSAGE_WORDS])
            words = words[PASSAGE_WORDS:]
    if words:
        yield " ".join(words)


def made_up_name(rng):
    name = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(3, 5)))
    return name + str(rng.randint(2, 990)) if rng.random() < 0.3 else name


def recombined(articles, paragraphs, rng):
    """A new article: the title of one about a made-up product, the paragraphs of many."""
    name = made_up_name(rng)
    title = rng.choice(articles).title.split()
    title.insert(rng.randint(0, len(title)), name.capitalize())
    drawn = [rng.choice(paragraphs) for _ in range(rng.randint(2, 12))]
    return Article(" ".join(title), [p if rng.random() < 0.7 else f"{p} {name.capitalize()}" for p in drawn])


def all_articles(articles, rng):
    yield from articles
    paragraphs = [p for a in articles for p in a.paragraphs]
    while True:
        yield recombined(articles, paragraphs, rng)


def write_passages(path, articles, count, rng):
    """Writes `count` passages. Returns titles and a text of each source, and how many passages hold each word."""
    sources, holders, written = [], collections.Counter(), 0
    with open(path, "w", encoding="utf-8") as out:
        for article in all_articles(articles, rng):
            for body in cut_passages(article):
                record = {"objectID": f"p{written}", "source": f"s{len(sources)}", "title": article.title, "body": body}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
                holders.update(set(WORD.findall(f"{article.title} {body}".lower())))
                written += 1
                if written == count:
                    break
            sources.append(article)
            if written == count:
                return sources, holders


def content_words(title, rng):
    words = [w for w in WORD.findall(title.lower()) if w not in STOP_WORDS]
    if not words:
        return None
    length = min(rng.randint(1, 4), len(words))
    begin = rng.randint(0, len(words) - length)
    return words[begin:begin + length]


def edit(word, rng):
    first = rng.random() < 0.08
    at = 0 if first else rng.randrange(1, len(word))
    letter = rng.choice(string.ascii_lowercase)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + letter + word[at:]
    if kind == 2:
        return word[:at] + letter + word[at + 1:]
    other = min(at + 1, len(word) - 1)
    if other == at:
        return word[:at - 1] + word[at] + word[at - 1]
    return word[:at] + word[other] + word[at] + word[other + 1:]


def with_edits(words, count, rng):
    """One word of 5 letters or more (8 for two edits; failing that, the longest) gets `count` edits."""
    enough = 5 if count == 1 else 8
    places = [i for i, w in enumerate(words) if len(w) >= enough and w.isalpha()]
    place = rng.choice(places) if places else max(range(len(words)), key=lambda i: len(words[i]))
    edited = words[place]
    for _ in range(count):
        if len(edited) > 1:
            edited = edit(edited, rng)
    return words[:place] + [edited] + words[place + 1:]


def with_cut(words, rng):
    return words[:-1] + [words[-1][:rng.randint(1, max(1, len(words[-1]) - 1))]]


def ticket(article, rng):
    words = " ".join(article.paragraphs).split()
    kept = [w for w in words[:TICKET_WORDS * 5 // 4] if rng.random() < 0.85]
    return " ".join(["Hello, I have a problem."] + kept[:TICKET_WORDS])


def make_queries(sources, holders, rng):
    """Yields (set, source, text)."""
    titled = [i for i, a in enumerate(sources) if content_words(a.title, rng)]
    for _ in range(500):
        i = rng.choice(titled)
        words = content_words(sources[i].title, rng)
        variants = {"exact": words, "cut": with_cut(words, rng), "edit1": with_edits(words, 1, rng),
                    "edit2": with_edits(words, 2, rng), "cut+edit": with_cut(with_edits(words, 1, rng), rng)}
        for name, variant in variants.items():
            yield name, f"s{i}", " ".join(variant)
    questions = [i for i, a in enumerate(sources) if 5 <= len(a.title.split()) <= 30]
    for i in rng.sample(questions, min(300, len(questions))):
        yield "question", f"s{i}", sources[i].title
    for i in rng.sample(range(len(sources)), min(100, len(sources))):
        yield "ticket", f"s{i}", ticket(sources[i], rng)
    for letter in string.ascii_lowercase:
        yield "one-letter", "", letter
    beginnings = sorted({w[:2] for w in holders if len(w) >= 2 and w[:2].isascii() and w[:2].isalpha()})
    for two in rng.sample(beginnings, min(120, len(beginnings))):
        yield "two-letters", "", two
    common = [w for w, _ in sorted(holders.items(), key=lambda item: (-item[1], item[0]))[:50]]
    for n in range(50):
        yield "common", "", common[n] if n < 10 else " ".join(rng.sample(common, min(len(common), rng.randint(2, 7))))
    for _ in range(50):
        lengths = [rng.randint(5, 9) for _ in range(rng.randint(1, 3))]
        yield "absent", "", " ".join("".join(rng.choices("bcdfghjklmnpqrstvwxz", k=length)) for length in lengths)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("corpora", nargs="*", type=pathlib.Path, default=[ROOT / "data/help_center/en"])
    args = parser.parse_intermixed_args()
    rng = random.Random(args.seed)
    articles = list(read_articles(args.corpora))
    if not articles:
        parser.error(f"no article with title and body in {' '.join(map(str, args.corpora))}")
    args.out.mkdir(parents=True, exist_ok=True)
    sources, holders = write_passages(args.out / "passages.jsonl", articles, args.count, rng)
    with open(args.out / "queries.jsonl", "w", encoding="utf-8") as out:
        for n, (name, source, text) in enumerate(make_queries(sources, holders, rng)):
            record = {"id": f"{name}-{n}", "set": name, "source": source, "text": text}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
