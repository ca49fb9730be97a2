"""Months, seasons, quarters, years, decades and centuries by name or number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.extract.times import intervals
from parley.extract.times.choose import by_year
from parley.extract.times.days import number
from parley.extract.times.intervals import Interval
from parley.extract.times.node import Context, Groups, Meaning, unresolved
from parley.extract.times.rule import Rule, takes
from parley.extract.times.words import lower, words


def month_of_year(groups: Groups, context: Context) -> Meaning | None:
    """A month with its year."""
    whole = intervals.month(int(groups["year"]), words().months[lower(groups["month"])])
    return Meaning("DATE", intervals.value_of(whole, "M"), whole)


def bare_month(groups: Groups, context: Context) -> Meaning | None:
    """A month without a year: the present one if named, else the last one for the past and the next for the future."""
    month = words().months[lower(groups["month"])]
    found = by_year(lambda y: intervals.month(y, month), context)
    if found is None:
        return unresolved(f"XXXX-{month:02d}")
    return Meaning("DATE", intervals.value_of(found, "M"), found)


def shifted_month(groups: Groups, context: Context) -> Meaning | None:
    """ "Last March" is the latest before this month, "next March" the first after it, "this March" this year's."""
    month, shift = words().months[lower(groups["month"])], words().shift[lower(groups["shift"])]
    today = context.published
    if today is None:
        return unresolved(f"XXXX-{month:02d}")
    offset = {0: 0, -1: -1 if month >= today.month else 0, 1: 1 if month <= today.month else 0}[shift]
    whole = intervals.month(today.year + offset, month)
    return Meaning("DATE", intervals.value_of(whole, "M"), whole)


def bare_year(groups: Groups, context: Context) -> Meaning | None:
    """A year."""
    whole = intervals.year(int(groups["year"]))
    return Meaning("DATE", intervals.value_of(whole, "Y"), whole)


def year_range(groups: Groups, context: Context) -> Meaning | None:
    """Two years joined by a dash or a stroke."""
    first = int(groups["year"])
    last = int(groups["to"]) if len(groups["to"]) == 4 else first // 100 * 100 + int(groups["to"])
    if not first < last <= first + 100:
        return None
    return Meaning("DATE", f"{first:04d}/{last:04d}", Interval(date(first, 1, 1), date(last, 12, 31)))


def decade(groups: Groups, context: Context) -> Meaning | None:
    """Ten years ("the 1990s"); two figures are years of the last century, but for the years just past."""
    digits = groups["decade"]
    first = int(digits) if len(digits) == 4 else (2000 if digits in {"00", "10"} else 1900) + int(digits)
    return Meaning("DATE", f"{first:04d}"[:3], intervals.years(first, 10))


def century(groups: Groups, context: Context) -> Meaning | None:
    """A hundred years by ordinal."""
    text = lower(groups["nth"])
    count = words().ordinals.get(text) or number(text)
    first = (count - 1) * 100
    return Meaning("DATE", f"{count - 1:02d}", intervals.years(max(first, 1), 100)) if 0 < count < 40 else None


def quarter(groups: Groups, context: Context) -> Meaning | None:
    """A quarter of a year; without a year, the last one that has begun for the past and the next for the future."""
    text = lower(groups["quarter"])
    count = words().ordinals.get(text) or number(text)
    if not 1 <= count <= 4:
        return None
    if "year" in groups:
        found: Interval | None = intervals.quarter(int(groups["year"]), count)
    else:
        found = by_year(lambda y: intervals.quarter(y, count), context)
    return Meaning("DATE", intervals.value_of(found, "Q"), found) if found else unresolved(f"XXXX-Q{count}")


def season(groups: Groups, context: Context) -> Meaning | None:
    """A season: three whole months of the north, the year chosen as for a month."""
    code = words().seasons[lower(groups["season"])]
    first, last = words().season_months[code]
    shift = words().shift.get(lower(groups.get("shift", "")))
    found = by_year(lambda y: intervals.months(y, first, last), _season_context(shift, context))
    if found is None:
        return unresolved(f"XXXX-{code}")
    return Meaning("DATE", f"{found.first.year:04d}-{code}", found)


def _season_context(shift: int | None, context: Context) -> Context:
    if shift is None or context.published is None:
        return context
    if shift == 0:
        return replace(context, year=context.published.year)
    return replace(context, tense="past" if shift < 0 else "future")


RULES = (
    Rule("M", r"<month>(?:,| of)? <year>", month_of_year),
    Rule("M", r"<month=fullmonth>", bare_month, takes("year")),
    Rule("M", r"<shift> <month=fullmonth>", shifted_month),
    Rule("Y", r"(?<![\d.,$€£#/+])(?<!\d[-–])<year>(?![.,]?\d|[-–/]\d)", bare_year),
    Rule("RANGE", r"(?<![\d.,$€£#/–-])<year>[-–/](?P<to>\d\d|(?:1[5-9]|20)\d\d)(?![\d-])", year_range),
    Rule("DE", r"(?:the )?(?P<decade>(?:1[5-9]|20)\d0)[’']?s", decade),
    Rule("DE", r"(?:the |(?<=and\s)|(?<=or\s))[’'‘]?(?P<decade>\d0)[’']?s", decade),
    Rule("CE", r"(?:the )?(?P<nth>\d{1,2}(?:st|nd|rd|th)|<:ordinal>) century", century),
    Rule("Q", r"(?-i:Q)(?P<quarter>[1-4])(?: (?:of )?<year>)?", quarter, takes("year")),
    Rule("Q", r"(?:the )?(?P<quarter><:ordinal>) quarter(?: (?:of )?<year>)?", quarter, takes("year")),
    Rule("SEASON", r"(?:<shift> )?<season>", season, takes("year")),
)
