"""Whole days between two ends, and how the calendar cuts them: pure arithmetic, no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"an interval cannot end before it begins: {self.first} … {self.last}")

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def one_day(day: date) -> Interval:
    """That day alone."""
    return Interval(day, day)


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the week of a day."""
    sunday = week_of(day).last
    return Interval(sunday - DAY, sunday)


def months(year: int, first: int, last: int) -> Interval:
    """First day of one month to last day of another; ``last`` may lie in the year after (``last < first``)."""
    end = date(year + (last < first), last, 1) + relativedelta(day=31)
    return Interval(date(year, first, 1), end)


def month(year: int, number: int) -> Interval:
    """One calendar month."""
    return months(year, number, number)


def year(number: int) -> Interval:
    """One calendar year."""
    return months(number, 1, 12)


def quarter(number_of_year: int, number: int) -> Interval:
    """One quarter, counted from 1."""
    return months(number_of_year, 3 * number - 2, 3 * number)


def years(first: int, count: int) -> Interval:
    """``count`` years from the first on (a decade, a century)."""
    return Interval(date(first, 1, 1), date(first + count - 1, 12, 31))


def shifted(day: date, letter: str, count: int) -> date:
    """The day ``count`` units later (earlier, if negative); units by TIMEX3 letter."""
    steps = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
    if letter in steps:
        return _plus(day, steps[letter], count)
    larger = {"FN": (2, "weeks"), "WE": (1, "weeks"), "Q": (3, "months"), "DE": (10, "years"), "CE": (100, "years")}
    factor, name = larger[letter]
    return _plus(day, name, factor * count)


def _plus(day: date, name: str, count: int) -> date:
    moved: date = day + relativedelta(**{name: count})  # type: ignore[arg-type, unused-ignore]
    return moved


def unit_of(day: date, letter: str) -> Interval:
    """The calendar unit that a day lies in."""
    makers = {
        "D": lambda: one_day(day),
        "W": lambda: week_of(day),
        "FN": lambda: week_of(day),
        "WE": lambda: weekend_of(day),
        "M": lambda: month(day.year, day.month),
        "Q": lambda: quarter(day.year, (day.month + 2) // 3),
        "Y": lambda: year(day.year),
        "DE": lambda: years(day.year // 10 * 10, 10),
        "CE": lambda: years(day.year // 100 * 100, 100),
    }
    return makers[letter]()


def value_of(whole: Interval, letter: str) -> str:
    """The TIMEX3 value of a calendar unit."""
    day = whole.first
    iso_year, iso_week, _ = whole.first.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{iso_year:04d}-W{iso_week:02d}",
        "FN": f"{iso_year:04d}-W{iso_week:02d}",
        "WE": f"{iso_year:04d}-W{iso_week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year:04d}"[:3],
        "CE": f"{day.year:04d}"[:2],
    }[letter]


def part(whole: Interval, edge: str) -> Interval:
    """A part of a longer time, or the whole where it is a single day.

    Early and late are halves (rounded up), because news uses them for anything before or after the middle; mid is
    the middle third. Of a week, early is Monday to Wednesday, mid Tuesday to Thursday, late Thursday to Sunday.
    The end of anything longer than a month is its last month.
    """
    size = whole.days
    if size <= 3:
        return whole
    if size == 7:
        return _slice(whole, *{"early": (0, 2), "mid": (1, 3), "first_half": (0, 2)}.get(edge, (3, 6)))
    if edge == "mid":
        return _slice(whole, 10, 19) if size <= 31 else _slice(whole, size // 3, size * 2 // 3)
    if edge == "end" and size > 31:
        return Interval(whole.last + DAY - relativedelta(months=1), whole.last)
    half = (size + 1) // 2
    if edge in {"early", "first_half"}:
        return Interval(whole.first, _first_half_end(whole, half))
    return Interval(_first_half_end(whole, size - half) + DAY, whole.last)


def _slice(whole: Interval, first: int, last: int) -> Interval:
    return Interval(whole.first + first * DAY, whole.first + last * DAY)


def _first_half_end(whole: Interval, half: int) -> date:
    """Last day of a first half; a year's ends with June."""
    if whole.days in {365, 366} and whole.first.month == 1:
        return date(whole.first.year, 6, 30)
    return whole.first + (half - 1) * DAY


def nearest(candidates: Iterable[Interval], day: date) -> Interval | None:
    """The interval nearest to a day; of two as near, the earlier one."""

    def distance(one: Interval) -> tuple[int, date]:
        gap = max((one.first - day).days, (day - one.last).days, 0)
        return gap, one.first

    return min(candidates, key=distance, default=None)
