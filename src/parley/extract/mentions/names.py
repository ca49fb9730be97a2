"""Names in a text: the engine's spans, mended with the world lexicon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.lexicon import titles, world
from parley.lexicon.world import Geo
from parley.model.analysis import Analysis, Token

CAPITALISED = frozenset({"PROPN", "ADJ", "NOUN", "X"})


@dataclass(frozen=True, slots=True)
class Name:
    """One name: tokens ``first`` to ``last`` (exclusive), ``label`` PER, ORG, LOC or DEM, ``geo`` if known."""

    first: int
    last: int
    label: str
    geo: Geo | None = None


def find_names(a: Analysis) -> list[Name]:
    """Names in text order without overlaps; what the lexicon knows wins over a shorter guess of the engine."""
    taken: dict[int, Name] = {}
    for name in sorted([*_agreed(a, list(_engine(a))), *_known(a)], key=lambda n: (-(n.last - n.first), n.geo is None)):
        if all(i not in taken for i in range(name.first, name.last)):
            for i in range(name.first, name.last):
                taken[i] = name
    return sorted(set(taken.values()), key=lambda n: n.first)


def _agreed(a: Analysis, found: list[Name]) -> list[Name]:
    """The same words get one label, the most frequent: a name in a title is often misread alone."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        votes.setdefault(a.words(name.first, name.last), Counter())[name.label] += 1
    for words, labels in votes.items():  # a surname alone goes with the full name
        labels["PER"] += sum(c["PER"] for w, c in votes.items() if w != words and w.split()[-1] == words)
    return [n if n.geo else replace(n, label=votes[a.words(n.first, n.last)].most_common(1)[0][0]) for n in found]


def _engine(a: Analysis) -> Iterator[Name]:
    for span in a.names:
        first, last = span.first, span.last
        while last > first and not any(c.isalnum() for c in a.tokens[last - 1].text):
            last -= 1
        while first < last and _no_part(a, first, span.label):
            first += 1
        last = _hyphenated(a, last, span.label)
        while span.label == "ORG" and last > first and a.tokens[last - 1].text.lower() in titles.title_words():
            last -= 1
        if first < last and any(t.text[0].isupper() for t in a.tokens[first:last]):
            words = a.words(first, last)
            found = world.geo(words)
            if not found and span.label != "PER" and _pair(words):
                continue  # "EU-Russia" names two
            yield Name(first, last, _label(span.label, found), found[0] if found else None)


def _pair(words: str) -> bool:
    parts = re.split(r"\s*[-–—]\s*", words)
    return len(parts) > 1 and all(world.geo(p) for p in parts)


def _no_part(a: Analysis, i: int, label: str) -> bool:
    """Whether a word at the start of a span belongs to no name: an article, a mark, a title before a person."""
    word = a.tokens[i].text
    if word.lower() == "the" or not word[0].isalnum():
        return True
    if label != "PER" or world.country_code(word):
        return label == "PER" and world.is_demonym(word)
    of_state = word == "State" and i > 0 and a.tokens[i - 1].text == "of"
    plain = word.lower()
    return (
        of_state or {plain, plain.removesuffix("s")} & titles.title_words() != set() or plain in titles.before_title()
    )


def _hyphenated(a: Analysis, last: int, label: str) -> int:
    """The end of "Kim Jong-un" when the engine stopped at the hyphen."""
    while label == "PER" and last + 1 < len(a.tokens) and a.tokens[last].text == "-" and _glued(a, last):
        last += 2
    return last


def _glued(a: Analysis, i: int) -> bool:
    left, dash, right = a.tokens[i - 1], a.tokens[i], a.tokens[i + 1]
    return left.end == dash.start and dash.end == right.start and right.upos in {"PROPN", "NOUN", "X"}


def _label(label: str, found: tuple[Geo, ...]) -> str:
    if not found:
        return label
    kind = found[0].kind
    if kind == "demonym":
        return "DEM"
    return "ORG" if kind == "body" else "LOC"


def _known(a: Analysis) -> Iterator[Name]:
    """Forms of the lexicon that stand in the text with a capital; ordinary words at a sentence start are no names."""
    texts = [t.text for t in a.tokens]
    i = 0
    while i < len(texts):
        token = a.tokens[i]
        if not (token.text[0].isupper() and token.upos in CAPITALISED):
            i += 1
            continue
        match = world.longest_match(texts, i)
        if match is None or a.tokens[i + match[0] - 1].sent != token.sent:
            i += 1
            continue
        size, geo = match
        yield Name(i, i + size, _label("LOC", (geo,)), geo)
        i += size


def head_of(a: Analysis, first: int, last: int) -> Token:
    """The token of a run that ties it to the rest of the sentence."""
    for i in range(first, last):
        if not first <= a.tokens[i].head < last:
            return a.tokens[i]
    return a.tokens[last - 1]
