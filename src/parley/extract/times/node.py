"""A piece of text that tells a time, and what is needed to say which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from parley.extract.times.intervals import Interval
from parley.extract.times.words import lower, words
from parley.model.mention import TimeType

Tense = Literal["past", "future"]
Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What the meaning of a time hangs on.

    ``published`` is the day of publication; ``tense`` that of the clause (None if it does not tell); ``anchor`` the
    last time told of before, ``near`` whether that was in this sentence or the one before, ``here`` in
    this one, ``told`` all of them, the
    latest first. ``year`` and ``within`` come from words beside the expression ("March 20 *last year*", "Monday *of
    next week*").
    """

    published: date | None = None
    tense: Tense | None = None
    anchor: Interval | None = None
    near: bool = False
    here: bool = False
    told: tuple[Interval, ...] = ()
    year: int | None = None
    within: Interval | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: type and value of TIMEX3, and the days it covers (None if they cannot be told)."""

    type: TimeType
    value: str | None = None
    interval: Interval | None = None


Resolve = Callable[[Context], Meaning | None]


@dataclass(frozen=True, slots=True)
class Node:
    """An expression at ``start:end``.

    ``grain`` is its unit: a TIMEX3 letter (``D W WE M Q Y DE CE``) or ``SEASON CLOCK PART DURATION SET REF RANGE`` or
    one that only leads to another (``OFFSET ORDINAL EVE WEEKOF``). ``takes`` names what a neighbour may add
    (``year``, ``week``, ``month``). A ``weak`` node is no expression by itself.
    """

    start: int
    end: int
    grain: str
    resolve: Resolve
    takes: frozenset[str] = frozenset()
    weak: bool = False
    rule: str = ""

    def over(self, start: int, end: int, **changes: object) -> Node:
        """The same node over other words, with changes."""
        return replace(self, start=start, end=end, **changes)  # type: ignore[arg-type]


def unresolved(value: str | None) -> Meaning:
    """A day or longer that the text leaves open."""
    return Meaning("DATE", value)


def with_part(day: Meaning, part: str) -> Meaning:
    """A part of a day: the days stay, the value gains the part ("2026-03-10TEV")."""
    value = f"{day.value}T{words().parts[lower(part)]}" if day.value else None
    return Meaning("TIME", value, day.interval)
