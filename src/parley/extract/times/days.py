"""Days by number and by the name of their month."""

from __future__ import annotations

import re
from datetime import date

from parley.extract.times import intervals
from parley.extract.times.choose import by_year
from parley.extract.times.intervals import Interval, one_day
from parley.extract.times.node import Context, Groups, Meaning, unresolved
from parley.extract.times.rule import Rule, takes
from parley.extract.times.words import lower, words


def number(text: str) -> int:
    """The digits of "14th" as a number."""
    return int(re.match(r"\d+", text)[0])  # type: ignore[index]


def safe_day(year: int, month: int, day: int) -> date | None:
    """That day, None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_meaning(day: date | None, last: date | None = None) -> Meaning:
    """One day, or the days up to ``last``."""
    if day is None:
        return unresolved(None)
    if last is None or last <= day:
        return Meaning("DATE", day.isoformat(), one_day(day))
    return Meaning("DATE", f"{day.isoformat()}/{last.isoformat()}", Interval(day, last))


def full_date(groups: Groups, context: Context) -> Meaning | None:
    """A day by numbers, written year first."""
    day = safe_day(int(groups["year"]), int(groups["m"]), int(groups["d"]))
    return day_meaning(day) if day else None


def numeric_date(groups: Groups, context: Context) -> Meaning | None:
    """A day by numbers: day first with full stops; with slashes, only where no other reading is possible."""
    first, second, year = int(groups["d"]), int(groups["m"]), int(groups["year"])
    if groups["sep"] == "/" and first <= 12 and second <= 12 and first != second:
        return unresolved(f"{year:04d}-XX-XX")
    day = safe_day(year, second, first) or (safe_day(year, first, second) if groups["sep"] == "/" else None)
    return day_meaning(day) if day else None


def named_day(groups: Groups, context: Context) -> Meaning | None:
    """A day of a named month; without a year the nearest such day, or where both sides are far the one tense asks."""
    month = words().months[lower(groups["month"])]
    first = number(groups["day"])
    last_month = words().months[lower(groups["month2"])] if "month2" in groups else month
    last = number(groups["day2"]) if "day2" in groups else None
    if last is not None and (last_month, last) <= (month, first):
        last = None

    def make(year: int) -> Interval | None:
        day = safe_day(year, month, first)
        end = safe_day(year, last_month, last) if last is not None else day
        return Interval(day, end) if day and end and _weekday_fits(groups, day) else None

    found = make(int(groups["year"])) if "year" in groups else by_year(make, context)
    if found is None and "weekday" in groups:
        return named_day({k: v for k, v in groups.items() if k != "weekday"}, context)
    if found is None:
        return (
            unresolved(f"{groups.get('year', 'XXXX')}-{month:02d}-{first:02d}")
            if safe_day(2000, month, first)
            else None
        )
    return day_meaning(found.first, found.last)


def _weekday_fits(groups: Groups, day: date) -> bool:
    return "weekday" not in groups or words().weekdays[lower(groups["weekday"])] == day.weekday()


def day_of_month(groups: Groups, context: Context) -> Meaning | None:
    """ "The 25th": of the month named beside it or just told of, else of the day so numbered that the text has told of.

    Failing both, the last one for the past and the next for the future.
    """
    count = number(groups["nth"])
    if context.within is not None:
        day = safe_day(context.within.first.year, context.within.first.month, count)
        return day_meaning(day) if day else None
    today = context.published
    if today is None:
        return unresolved(f"XXXX-XX-{count:02d}")
    if context.anchor is not None and context.near and 28 <= context.anchor.days <= 31:
        day = safe_day(context.anchor.first.year, context.anchor.first.month, count)
        return day_meaning(day) if day else None
    for one in context.told:
        if one.days == 1 and one.first.day == count:
            return day_meaning(one.first)
    around = [intervals.shifted(today.replace(day=1), "M", k) for k in range(-2, 3)]
    days = [d for m in around if (d := safe_day(m.year, m.month, count))]
    before, after = max(d for d in days if d <= today), min(d for d in days if d >= today)
    past = context.tense == "past" or (context.tense is None and today - before <= after - today)
    return day_meaning(before if past else after)


def day_range(groups: Groups, context: Context) -> Meaning | None:
    """Days of one month, or of two, joined by a dash or a word."""
    return named_day(groups, context)


TO = r"(?:<:dash>| (?:to|through|until|till) )"
DAYS = r"(?:<:dash>|/| (?:to|through|until|till|and|&) (?:the )?)<day2=day>"
OF_YEAR = r"(?:(?:,|,? of)? <year>)?"
MONTH_FIRST = r"(?:<weekday>,? (?:the )?)?<month> (?:the )?<day>"
DAY_FIRST = r"(?:<weekday>,? )?(?:the )?(?<![\d.,:])<day>"

RULES = (
    Rule("D", r"(?<![\d-])<year>-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?![\d-])", full_date),
    Rule("D", r"(?<![\d./])(?P<d>[0-3]?\d)(?P<sep>[./])(?P<m>[01]?\d)(?P=sep)<year>(?![\d/])", numeric_date),
    Rule("D", MONTH_FIRST + OF_YEAR, named_day, takes("year")),
    Rule("D", MONTH_FIRST + DAYS + OF_YEAR, day_range, takes("year")),
    Rule("D", r"<month> <day>" + TO + "<month2=month> <day2=day>" + OF_YEAR, day_range, takes("year")),
    Rule("D", DAY_FIRST + r"(?: of)? <month>" + OF_YEAR, named_day, takes("year")),
    Rule("D", DAY_FIRST + DAYS + r"(?: of)? <month>" + OF_YEAR, day_range, takes("year")),
    Rule("D", r"(?<![\d.,:])<day> <month>" + TO + "<day2=day> <month2=month>" + OF_YEAR, day_range, takes("year")),
    Rule("D", r"the (?P<nth><:ordinalday>)", day_of_month, takes("month")),
)
