"""Days and intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from parley.model.encounter import When


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """An interval of days, both ends included (ordinal numbers, so that they can be counted)."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def overlaps(self, other: Days) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """How many days lie between them; 0 where they share one."""
        return max(0, self.first - other.last, other.first - self.last)


@lru_cache(maxsize=65536)
def day(text: str) -> int:
    """The number of an ISO date or the day of a date-time; a year or month counts from its first day."""
    parts = [int(p) for p in text[:10].split("-") if p.isdigit()]
    year, month, number = (*parts, 1, 1)[:3]
    return date(year, month, number).toordinal()


@lru_cache(maxsize=65536)
def last_day(text: str) -> int:
    """As ``day``; a year or month counts to its last day."""
    parts = [int(p) for p in text[:10].split("-") if p.isdigit()]
    if len(parts) == 1:
        return date(parts[0], 12, 31).toordinal()
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return (following - timedelta(days=1)).toordinal()
    return day(text)


def days(when: When | None) -> Days | None:
    """The days of a time that a report gives; None where it gives none or an end is open and the other unknown."""
    if when is None:
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return None
    try:
        one, two = day(first), last_day(last)
    except ValueError:  # a date that no calendar has
        return None
    return Days(min(one, two), max(one, two))
