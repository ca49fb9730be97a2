"""A mixed stream of news, for measuring scale: ``python -m eval.mixed LABELS EVENTS NEWS -o STREAM [--count 20000]``.

Articles of about 450 words. Nine of ten are items of Wikipedia's current events of one month, joined, in which the
reader finds no encounter (LABELS, as ``python -m training.gate_labels`` writes them, name those in which it does; items
that hold no word by which encounters are told hold none). One of ten begins with an item of en.kremlin.ru (NEWS), many
of which tell of one, and is filled up with current events. When all items have been used they are used again, in other
company. Everything follows from the seed.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

WORDS = 450
OTHERS = 10  # one article of so many holds a text that may tell of an encounter

Item = dict[str, Any]


def _lines(path: Path) -> list[Item]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _key(text: str) -> str:
    return " ".join(text.split())


def months(labels: Path, events: Path, random: Random) -> Iterator[tuple[str, Iterator[str]]]:
    """Months in turn, each with its items without encounter, shuffled, again and again."""
    told = {_key(r["t"]) for r in _lines(labels) if r["m"]}
    by_month: dict[str, list[str]] = defaultdict(list)
    for r in _lines(events):
        if _key(r["text"]) not in told:
            by_month[r["date"][:7]].append(r["text"])
    kept = {month: _again(texts, random) for month, texts in sorted(by_month.items()) if len(texts) > 30}
    while True:
        yield from kept.items()


def _again(texts: list[str], random: Random) -> Iterator[str]:
    while True:
        yield from random.sample(texts, len(texts))


def articles(labels: Path, events: Path, news: Path, count: int) -> Iterator[Item]:
    """Article lines."""
    random = Random(5)
    month = months(labels, events, random)
    others = iter(random.sample(_lines(news), count // OTHERS + 1))
    for n in range(count):
        name, items = next(month)
        day, paragraphs = f"{name}-{n % 27 + 1:02}", list[str]()
        if n % OTHERS == 0:
            other = next(others)
            paragraphs.append(" ".join(f"{other['title']}. {other['text'] or other['lead'] or ''}".split()[:WORDS]))
        while sum(len(p.split()) for p in paragraphs) < WORDS:
            paragraphs.append(next(items))
        yield {"id": f"n{n:06}", "outlet": f"Post {n % 40}", "published": day, "text": "\n\n".join(paragraphs)}


def main() -> None:
    """Write the stream."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20_000)
    given = parser.parse_args()
    words = 0
    with given.output.open("w", encoding="utf-8") as out:
        for line in articles(given.labels, given.events, given.news, given.count):
            words += len(line["text"].split())
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{given.count} articles, {words / given.count:.0f} words each")


if __name__ == "__main__":
    main()
