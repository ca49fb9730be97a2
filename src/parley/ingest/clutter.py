"""Web clutter inside a text: found and marked, never cut out, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from parley.ingest.dateline import date_line
from parley.lexicon.store import table
from parley.model.document import Document
from parley.model.span import Span

CLOSED = r"(?<=[.!?…\"'”’»)\]])"  # the end of a sentence
TAIL = r"[\s.:!»›>→▼▾…|]*"
CAPTION = 45  # words
LONGEST = 400  # characters of a line that holds nothing but clutter
NAME = r"[A-ZÀ-Þ][\w.'’/-]*"


def find_clutter(text: str) -> tuple[Span, ...]:
    """Every span of clutter in a cleaned text, in order and apart from each other."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line:
            spans += (Span.of(text, start + a, start + b) for a, b in _in_line(line))
        start += len(line) + 1
    return tuple(spans)


def without_clutter(document: Document) -> str:
    """The text with spaces in place of clutter: the same length, so that every offset holds."""
    out, done = [], 0
    for span in document.clutter:
        out += [document.text[done : span.start], " " * len(span.text)]
        done = span.end
    return "".join([*out, document.text[done:]])


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    """Clutter of one line; a line that is clutter as a whole comes as one."""
    if len(line) <= LONGEST and _is_clutter(line):
        yield 0, len(line)
        return
    tail = line[-LONGEST:]
    found = _end().search(tail) or _credit().search(tail) or _caption().search(tail)
    if found:
        short = found.re is _caption() and len(line.split()) <= CAPTION
        yield 0 if short else len(line) - len(tail) + found.start(1), len(line)


def _is_clutter(line: str) -> bool:
    return bool(_whole().fullmatch(line) or _start().match(line) or _byline().fullmatch(line) or date_line(line))


def _phrases(place: str, *, upper: bool = False) -> str:
    """The phrases of the groups that may stand in ``place``, as one pattern, longest first."""
    groups = (g for g in table("languages/en/clutter")["groups"] if place in g["where"])
    every: Iterable[str] = {p.upper() if upper else p for g in groups for p in g["phrases"]}
    return "|".join(re.escape(p).replace(r"\#", r"\d{1,4}") for p in sorted(every, key=lambda p: (-len(p), p)))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{_phrases('line')}){TAIL}", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    parted = r"(?:\s?[:|»›→—–]|\s-)\s?(?=\S)"
    bare = rf"(?:{_phrases('opens')}|{_phrases('opens', upper=True)})(?!\w)"
    return re.compile(rf"[(\[►▶•*\s]{{0,3}}(?:(?i:{_phrases('start')}){parted}|{bare})")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"{CLOSED}\s+((?:{_phrases('end')}){TAIL})$")


@cache
def _credit() -> re.Pattern[str]:
    names = _phrases("credit")
    return re.compile(rf"(?:{CLOSED}\s+|(?=\())(\(?(?:{names})\s[^()\n]*\)?\.?)$")


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(rf"(?:{CLOSED}\s|\s?(?=[(\[/|]))\s*([(\[/|]*\s?(?:{_phrases('caption')})[^\n.]{{0,80}}[.)\]]*)$")


@cache
def _byline() -> re.Pattern[str]:
    words = table("languages/en/clutter")["byline"]
    between = "|".join(re.escape(w) for w in words["between"])
    opens = "|".join(words["opens"])
    return re.compile(rf"(?:{opens})(?:[ ,|/]+(?:{between}|{NAME})(?=[ ,|/]|$)){{2,14}}[ ,|]*")
