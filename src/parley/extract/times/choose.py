"""Which Monday, which March? The choice by tense and nearness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from parley.extract.times.intervals import Interval, nearest, week_of
from parley.extract.times.node import Context

# Further from publication than this, a day without a year may as well lie on the other side: tense decides.
CLEARLY_NEAR = 120
# The month that begins within so many days is meant even in a sentence about the past ("signed a deal for talks in
# June", written in May): the one eleven months ago would be called "last June".
NEXT_MONTH = 31


def weekday_near(number: int, context: Context) -> date | None:
    """The weekday (Monday = 0) that a clause means: the last one for the past, the coming one for the future.

    The day of publication itself counts for both; where the tense is unknown the nearest one is meant. A week named
    beside it ("Monday of next week") decides before tense.
    """
    if context.within is not None:
        return week_of(context.within.first).first + timedelta(days=number)
    today = context.published
    if today is None:
        return None
    back = timedelta(days=(today.weekday() - number) % 7)
    ahead = timedelta(days=(number - today.weekday()) % 7)
    if context.tense == "past" or (context.tense is None and back <= ahead):
        return today - back
    return today + ahead


def by_year(make: Callable[[int], Interval | None], context: Context) -> Interval | None:
    """One of the yearly recurrences of a time: the named year's, else the one that tense and nearness choose."""
    if context.year is not None:
        return make(context.year)
    today = context.published
    if today is None:
        return None
    around = [i for y in range(today.year - 4, today.year + 5) if 0 < y < 9999 and (i := make(y)) is not None]
    now = [i for i in around if today in i]
    if now:
        return now[0]
    before = max((i for i in around if i.last < today), default=None)
    after = min((i for i in around if i.first > today), default=None)
    if before is None or after is None:
        return before or after
    return _side(before, after, today, context)


def _side(before: Interval, after: Interval, today: date, context: Context) -> Interval | None:
    closest = nearest((before, after), today)
    gap = min((today - before.last).days, (after.first - today).days)
    if before.days == 1 and gap <= CLEARLY_NEAR:
        return closest
    if context.tense == "future":
        return after
    if context.tense == "past":
        return after if before.days > 1 and (after.first - today).days <= NEXT_MONTH else before
    return closest
