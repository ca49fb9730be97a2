"""Exact words marked in their text: spans that overlap, split at every boundary, as harmless HTML.

What the markup holds as text is the text itself, character for character: a paragraph keeps its line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from markupsafe import Markup

PARAGRAPH = re.compile(r"\n(?:[ \t]*\n)+")
# What turns the order of the words around it; shown in an isolate of its own, where it turns nothing.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What HTML cannot hold: a zero, half a surrogate pair; and what it would read as a line feed.
UNFIT = re.compile("[\0\ud800-\udfff]")
RETURN = "&#13;"
BETWEEN = "\udc0a"  # stands for a line feed between paragraphs while a page is written: no text holds it by then


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text that belong to a fact: ``fact`` its anchor, ``role`` what the words are to it."""

    start: int
    end: int
    fact: str
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters that the same marks cover, in the order in which they begin."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    @property
    def facts(self) -> list[str]:
        """The anchors of the facts that these words belong to."""
        return list(dict.fromkeys(m.fact for m in self.marks))

    @property
    def roles(self) -> list[str]:
        """What the words are, each once."""
        return list(dict.fromkeys(m.role for m in self.marks))


def segments(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """The whole text as segments, split wherever a mark begins or ends, and at ``cuts``."""
    inside = sorted((m for m in marks if max(0, m.start) < min(m.end, length)), key=lambda m: (m.start, -m.end))
    bounds = {0, length, *(c for c in cuts if 0 < c < length)}
    bounds |= {max(0, m.start) for m in inside} | {min(m.end, length) for m in inside}
    open_, next_ = list[Mark](), 0
    ordered = sorted(bounds)
    for start, end in pairwise(ordered):
        open_ = [m for m in open_ if m.end > start]
        while next_ < len(inside) and inside[next_].start <= start:
            open_.append(inside[next_])
            next_ += 1
        yield Segment(start, end, tuple(open_))


def marked(text: str, marks: Sequence[Mark], targets: Sequence[str] = ()) -> Markup:
    """``text`` in paragraphs, its marks as ``<mark>`` elements that carry the anchors of their facts.

    Where a fact's first words begin stands the anchor ``w-FACT``; words link to the first of ``targets`` that they
    belong to, and only the first link to a fact is a stop for the keyboard.
    """
    breaks = [m.end() for m in PARAGRAPH.finditer(text)]
    paper = _Paper(text, {name: number for number, name in enumerate(targets)})
    found = list(segments(len(text), marks, breaks))
    edges = [*breaks, len(text) + 1]
    numbers = _paragraph_numbers(found, edges)
    parts = []
    for _, group in groupby(zip(numbers, found, strict=True), key=lambda pair: pair[0]):
        parts.append("<p>" + "".join(paper.segment(s) for _, s in group) + "</p>")
    return Markup("".join(parts))


def _paragraph_numbers(found: Sequence[Segment], edges: Sequence[int]) -> list[int]:
    numbers, number = [], 0
    for segment in found:
        while segment.start >= edges[number]:
            number += 1
        numbers.append(number)
    return numbers


class _Paper:
    """One text being written: which facts have their anchor and their stop for the keyboard already."""

    def __init__(self, text: str, ranks: dict[str, int]) -> None:
        fit = UNFIT.sub("\ufffd", text)
        self._text = PARAGRAPH.sub(lambda m: m[0].replace("\n", BETWEEN), fit)
        self._ranks = ranks
        self._begun: set[str] = set()
        self._stops: set[str] = set()

    def segment(self, segment: Segment) -> str:
        words = _escaped(self._text[segment.start : segment.end]).replace(BETWEEN, "\n")
        if not segment.marks:
            return words
        facts = segment.facts
        anchors = "".join(f'<span class="at" id="w-{escape(f)}"></span>' for f in facts if f not in self._begun)
        self._begun.update(facts)
        roles = " ".join(f"k-{escape(r)}" for r in segment.roles)
        return f'{anchors}<mark class="{roles}" data-f="{escape(" ".join(facts))}">{self._linked(words, facts)}</mark>'

    def _linked(self, words: str, facts: list[str]) -> str:
        known = [f for f in facts if f in self._ranks]
        if not known or not words.strip():
            return words
        fact = min(known, key=self._ranks.__getitem__)
        stop = "" if fact not in self._stops else ' tabindex="-1"'
        self._stops.add(fact)
        return f'<a href="#{escape(fact)}"{stop}>{words}</a>'


def safe(text: str) -> str:
    """Words as HTML that shows them and does nothing else: escaped, line breaks kept, nothing turned around."""
    return _escaped(UNFIT.sub("\ufffd", text))


def _escaped(text: str) -> str:
    out = escape(text).replace("\r", RETURN).replace("\n", "<br>\n")
    return TURNING.sub(lambda m: f'<bdi class="turn" title="U+{ord(m[0]):04X}">{m[0]}</bdi>', out)


def quoted(text: str) -> Markup:
    """Exact words outside their text, on one line."""
    return Markup(safe(" ".join(text.split())))
