"""Measure pronouns and descriptions against GUM, a treebank with coreference.

    python -m eval.coreference --data FOLDER [--genres news bio …] [--split dev|train] [--details]

where FOLDER holds ``UD_English-GUM/``. Counted are third-person pronouns, and noun phrases with a definite
article or a possessor, for persons, bodies and states that have another mention with a name. An answer is right
when the actor that the reader gives has a name in the same chain of gold mentions. Words and sentences are gold,
tags and trees are the engine's.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parley.analysis.engine import load
from parley.extract.mentions import Mentions, find_actors
from parley.lexicon import titles
from parley.model.analysis import Analysis
from parley.model.document import Document

KINDS = {"person", "organization", "place"}
OPEN = re.compile(r"\((\w+)-(\w+)-[^-()]*-[^-()]*-[^-()]*-([\d,]+)")
PIECE = re.compile(r"\([^()]+\)?|\w+\)")
PRONOUNS = {
    "he, she": {"he", "him", "his", "himself", "she", "her", "herself"},
    "they": {"they", "them", "their", "themselves"},
    "it": {"it", "its", "itself"},
}


@dataclass(frozen=True)
class Gold:
    """One gold mention: tokens ``first`` to ``last`` (exclusive), its head, its chain and kind."""

    first: int
    last: int
    head: int
    chain: str
    kind: str


@dataclass
class Text:
    """One document of the treebank."""

    name: str
    sentences: list[list[str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)


def texts(path: Path) -> Iterator[Text]:
    """The documents of one file with their gold mentions."""
    text: Text | None = None
    opened: list[tuple[str, str, int, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if text:
                yield text
            text, opened = Text(line.rpartition("= ")[2]), []
        elif text and line and line[0].isdigit():
            row = line.split("\t")
            if not row[0].isdigit():
                continue
            if row[0] == "1":
                text.sentences.append([])
            text.sentences[-1].append(row[1])
            text.tags.append(row[4])
            _entities(text, row[9], opened)
    if text:
        yield text


def _entities(text: Text, misc: str, opened: list[tuple[str, str, int, int]]) -> None:
    here = len(text.tags) - 1
    found = next((x for x in misc.split("|") if x.startswith("Entity=")), "")
    for piece in PIECE.findall(found):
        start = OPEN.match(piece)
        if start:
            chain, kind, spot = start.groups()
            opened.append((chain, kind, here, here + int(spot.split(",")[0]) - 1))
        if piece.endswith(")"):
            wanted = start[1] if start else piece[:-1]
            k = next((k for k in reversed(range(len(opened))) if opened[k][0] == wanted), None)
            if k is not None:
                chain, kind, first, head = opened.pop(k)
                text.gold.append(Gold(first, here + 1, head, chain, kind))


def questions(text: Text) -> Iterator[tuple[str, Gold]]:
    """The gold mentions to ask for, with the row that they count in."""
    words = [w for s in text.sentences for w in s]
    named = {g.chain for g in text.gold if text.tags[g.head] in {"NNP", "NNPS"}}
    for g in text.gold:
        if g.kind not in KINDS or g.chain not in named:
            continue
        if g.last - g.first == 1:
            row = next((r for r, ws in PRONOUNS.items() if words[g.first].lower() in ws), None)
            if row:
                yield row, g
        elif text.tags[g.head] in {"NN", "NNS"} and (
            words[g.first].lower() in {"the", "both", "these", "this"} or text.tags[g.first] == "PRP$"
        ):
            yield "the …" if text.tags[g.head] == "NN" else "the … (plural)", g


def answer(a: Analysis, mentions: Mentions, text: Text, asked: Gold) -> bool | None:
    """Whether the reader's answer is right; None where it gives none."""
    actors = mentions.actors_of(asked.head)
    if not actors:
        return None
    chain = [g for g in text.gold if g.chain == asked.chain and (g.first, g.last) != (asked.first, asked.last)]
    for actor in actors:
        spots = {t.i for t in a.tokens for s in actor.mentions if s.start <= t.start < s.end}
        spots -= {i for i in spots if a.tokens[i].text.lower() in titles.pronouns() or i == asked.head}
        inside = any(any(g.head == i for i in spots) for g in chain)
        part = len(actors) > 1 and any(any(g.first <= i < g.last for i in spots) for g in chain)
        if not inside and not part:
            return False
    return True


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print one line a kind of mention."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--genres", nargs="+", default=["news", "bio"])
    parser.add_argument("--split", default="train", choices=["dev", "train"])
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args(argv)
    engine = load()
    tally: Counter[tuple[str, str]] = Counter()
    for text in texts(args.data / "UD_English-GUM" / f"permissive-{args.split}.conllu"):
        if not any(f"_{genre}_" in text.name for genre in args.genres):
            continue
        (a,) = engine.analyse_sentences(text.sentences)
        mentions = find_actors(a, Document("d", text.name, a.text))
        for row, asked in questions(text):
            right = answer(a, mentions, text, asked)
            tally[row, {True: "right", False: "wrong", None: "silent"}[right]] += 1
            if args.details and right is not True:
                got = [x.name for x in mentions.actors_of(asked.head)]
                near = a.words(max(0, asked.first - 12), min(len(a.tokens), asked.last + 6))
                want = sorted({a.words(g.first, g.last) for g in text.gold if g.chain == asked.chain}, key=len)[-1]
                print(f"{text.name} {row} [{a.words(asked.first, asked.last)}] got {got} want {want[:60]!r}: {near!r}")
    print(f"{'':18s}{'asked':>7s}{'answered':>9s}{'precision':>10s}{'recall':>8s}")
    for row in sorted({r for r, _ in tally}):
        right, wrong, silent = (tally[row, k] for k in ("right", "wrong", "silent"))
        answered, asked_for = right + wrong, right + wrong + silent
        print(f"{row:18s}{asked_for:7d}{answered:9d}{right / max(answered, 1):10.3f}{right / max(asked_for, 1):8.3f}")


if __name__ == "__main__":
    main()
