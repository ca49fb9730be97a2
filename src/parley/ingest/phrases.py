"""The words of web clutter as patterns, from ``languages/en/clutter``; what each place means stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parley.lexicon.store import table

CLOSED = r"(?<=[.!?…\"'”’»)\]])"  # the end of a sentence
TAIL = r"[\s.:!»›>→▼▾…|]*"
NAME = r"[A-ZÀ-Þ][\w.'’/-]*"
COUNTER = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:\s?/\s?(?:\d{1,2}:)?\d{1,2}:\d\d)?|\d{1,3}\s?(?:/|of)\s?\d{1,3}"
AGO = r"(?:(?:\w+ )?\d{1,3}\s?(?:s|m|h|d|w|min|mins|hr|hrs|sec|secs)\.? ago)"


def phrases(place: str, *, upper: bool = False) -> str:
    """The phrases of the groups that may stand in ``place``, as one pattern, longest first."""
    groups = (g for g in table("languages/en/clutter")["groups"] if place in g["where"])
    every: Iterable[str] = {p.upper() if upper else p for g in groups for p in g["phrases"]}
    return "|".join(re.escape(p).replace(r"\#", r"\d{1,4}") for p in sorted(every, key=lambda p: (-len(p), p)))


@cache
def whole() -> re.Pattern[str]:
    """A line that holds nothing but a phrase, the time of a film or the number of a picture."""
    return re.compile(rf"\W{{0,3}}(?:{phrases('line')}|{AGO}){TAIL}|\W{{0,3}}(?:{COUNTER})\W{{0,3}}", re.IGNORECASE)


@cache
def start() -> re.Pattern[str]:
    """The beginning of a line that is clutter as a whole."""
    parted = r"(?:\s?[:|»›→—–]|\s-)\s?(?=\S)"
    bare = rf"(?:{phrases('opens')}|{phrases('opens', upper=True)})(?!\w)"
    numbered = r"\d{1,3}\s?/\s?\d{1,3} (?=[\"“]?[A-ZÀ-Þ])"  # a picture of a gallery
    return re.compile(rf"[(\[►▶•*\s]{{0,3}}(?:(?i:{phrases('start')}){parted}|{bare}|{numbered})")


@cache
def held() -> re.Pattern[str]:
    """Words that no report holds, wherever they stand in a line."""
    return re.compile(rf"\b(?:{phrases('holds')})(?!\w)", re.IGNORECASE)


@cache
def heads_of_lists() -> re.Pattern[str]:
    """A line that heads a list of links."""
    return re.compile(rf"\W{{0,3}}(?:{phrases('list')}){TAIL}", re.IGNORECASE)


@cache
def end() -> re.Pattern[str]:
    """A phrase at the end of a line, behind a closed sentence."""
    return re.compile(rf"{CLOSED}\s+([(\[]?(?:{phrases('end')})(?: here)?[)\]]?{TAIL})$")


@cache
def cut() -> re.Pattern[str]:
    """The mark of a text that was cut off."""
    return re.compile(rf"\s((?:{phrases('cut')}))$")


@cache
def inline() -> re.Pattern[str]:
    """A phrase between two sentences of one line, or a pointer in brackets."""
    pointer = rf"[(\[](?i:{phrases('start')})(?:\s?[:|»›→—–]|\s-)\s?[^()\[\]\n]{{3,160}}[)\]]"
    return re.compile(rf"(?:{CLOSED}\s+)((?:{phrases('inline')})[.:!»›>→…|]*(?=\s+[\"'“‘]?[A-ZÀ-Þ])|{pointer})")


@cache
def pointer_behind() -> re.Pattern[str]:
    """A pointer to another article behind the last sentence of a line ("… she said. Read also: Ten questions")."""
    return re.compile(rf"{CLOSED}\s+((?:{phrases('behind')}):\s[^.!?\n]{{3,160}}\??)$")


@cache
def credit() -> re.Pattern[str]:
    """Who reported and wrote, behind the last sentence of a line or in brackets."""
    return re.compile(rf"(?:{CLOSED}\s+|(?=\())(\(?(?:{phrases('credit')})\s[^()\n]*\)?\.?)$")


@cache
def caption() -> re.Pattern[str]:
    """Who took a picture, at the end of its caption."""
    names = phrases("caption")
    return re.compile(rf"(?:{CLOSED}\s|\s?(?=[(\[/|]))\s*([(\[/|]*\s?(?:{names})[^\n.]{{0,80}}[.)\]]*)$")


@cache
def byline() -> re.Pattern[str]:
    """A line that says who wrote, and where and as what."""
    words = table("languages/en/clutter")["byline"]
    between = "|".join(re.escape(w) for w in words["between"])
    roles = "|".join(re.escape(w) for w in words["roles"])
    opens = "|".join(words["opens"])
    role = rf"(?:, (?:(?:{NAME}|{between}) ){{0,3}}(?i:{roles})(?: (?:{between}|{NAME}))*)?"
    return re.compile(rf"(?:{opens})(?:[ ,|/]+(?:{between}|{NAME})(?=[ ,|/]|$)){{2,14}}{role}[ ,|]*")
