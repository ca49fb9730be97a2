"""Days, months and years by name or number."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parley.extract.times import intervals
from parley.extract.times.choose import by_year, weekday_near
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
    """A day of a named month; without a year the nearest such day, or where both sides are far the one that tense asks."""
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
        return unresolved(f"{groups.get('year', 'XXXX')}-{month:02d}-{first:02d}") if safe_day(2000, month, first) else None
    return day_meaning(found.first, found.last)


def _weekday_fits(groups: Groups, day: date) -> bool:
    return "weekday" not in groups or words().weekdays[lower(groups["weekday"])] == day.weekday()


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
    """"Last March" is the latest March before this month, "next March" the first after it, "this March" this year's."""
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


def weekday(groups: Groups, context: Context) -> Meaning | None:
    """A day of the week: the last one for the past, the coming one for the future, the day of publication included."""
    count = words().weekdays[lower(groups["weekday"])]
    day = weekday_near(count, context)
    return day_meaning(day) if day else unresolved(f"XXXX-WXX-{count + 1}")


def dated_weekday(groups: Groups, context: Context) -> Meaning | None:
    """A day of the week with figures in brackets, day first: "Tuesday (25/11)"."""
    day, month = int(groups["d"]), int(groups["m"])
    names = {str(n): w for w, n in words().months.items()}
    if str(month) not in names:
        return None
    return named_day({"day": str(day), "month": names[str(month)], "weekday": groups["weekday"]}, context)


def shifted_weekday(groups: Groups, context: Context) -> Meaning | None:
    """"Last Friday" lies in the week before, "next Friday" in the week after, "this Friday" in the present one."""
    count, shift = words().weekdays[lower(groups["weekday"])], words().shift[lower(groups["shift"])]
    if context.published is None:
        return unresolved(f"XXXX-WXX-{count + 1}")
    if lower(groups["shift"]) in {"the coming", "coming", "this coming", "the upcoming"}:
        ahead = (count - context.published.weekday() - 1) % 7 + 1
        return day_meaning(intervals.shifted(context.published, "D", ahead))
    monday = intervals.week_of(context.published).first
    return day_meaning(intervals.shifted(monday, "D", 7 * shift + count))


def weekday_week(groups: Groups, context: Context) -> Meaning | None:
    """"Tuesday week" and "a week on Tuesday": seven days after the coming one."""
    count = words().weekdays[lower(groups["weekday"])]
    day = weekday_near(count, replace(context, tense="future"))
    return day_meaning(intervals.shifted(day, "W", 1)) if day else unresolved(f"XXXX-WXX-{count + 1}")


def every_weekday(groups: Groups, context: Context) -> Meaning | None:
    """A day of every week."""
    return Meaning("SET", f"XXXX-WXX-{words().weekdays[lower(groups['weekday'])] + 1}")


def day_of_month(groups: Groups, context: Context) -> Meaning | None:
    """"The 25th": of a month named beside it, else the last one for the past, the next for the future."""
    count = number(groups["nth"])
    if context.within is not None:
        day = safe_day(context.within.first.year, context.within.first.month, count)
        return day_meaning(day) if day else None
    today = context.published
    if today is None:
        return unresolved(f"XXXX-XX-{count:02d}")
    around = [intervals.shifted(today.replace(day=1), "M", k) for k in range(-2, 3)]
    days = [d for m in around if (d := safe_day(m.year, m.month, count))]
    before, after = max(d for d in days if d <= today), min(d for d in days if d >= today)
    past = context.tense == "past" or (context.tense is None and today - before <= after - today)
    return day_meaning(before if past else after)


DAY_RANGE = r"(?:(?:<:dash>|/| (?:to|through|until|till|and|&) (?:the )?)<day2=day>)?"
OF_YEAR = r"(?:(?:,|,? of)? <year>)?"

RULES = (
    Rule("D", r"(?<![\d-])<year>-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?![\d-])", full_date),
    Rule("D", r"(?<![\d./])(?P<d>[0-3]?\d)(?P<sep>[./])(?P<m>[01]?\d)(?P=sep)<year>(?![\d/])", numeric_date),
    Rule("D", r"(?:<weekday>,? (?:the )?)?<month> (?:the )?<day>" + DAY_RANGE + OF_YEAR, named_day, takes("year")),
    Rule("D", r"<month> <day>(?:<:dash>| (?:to|through|until|till) )<month2=month> <day2=day>" + OF_YEAR, named_day, takes("year")),
    Rule(
        "D",
        r"(?:<weekday>,? )?(?:the )?(?<![\d.,:])<day>" + DAY_RANGE + r"(?: of)? <month>" + OF_YEAR,
        named_day,
        takes("year"),
    ),
    Rule(
        "D",
        r"(?<![\d.,:])<day> <month>(?:<:dash>| (?:to|through|until|till) )<day2=day> <month2=month>" + OF_YEAR,
        named_day,
        takes("year"),
    ),
    Rule("M", r"<month>(?:,| of)? <year>", month_of_year),
    Rule("M", r"<month=fullmonth>", bare_month, takes("year")),
    Rule("M", r"<shift> <month=fullmonth>", shifted_month),
    Rule("Y", r"(?<![\d.,$€£#/+])(?<!\d[-–])<year>(?![.,]?\d|[-–/]\d)", bare_year),
    Rule("RANGE", r"(?<![\d.,$€£#/–-])<year>[-–/](?P<to>\d\d|(?:1[5-9]|20)\d\d)(?![\d-])", year_range),
    Rule("DE", r"(?:the )?(?P<decade>(?:1[5-9]|20)\d0)[’']?s", decade),
    Rule("DE", r"(?:the |(?<=and\s)|(?<=or\s))[’'‘]?(?P<decade>\d0)[’']?s", decade),
    Rule("CE", r"(?:the )?(?P<nth>\d{1,2}(?:st|nd|rd|th)|<:ordinal>) century", century),
    Rule("Q", r"(?P<quarter>(?-i:Q)[1-4])(?: (?:of )?<year>)?", lambda g, c: quarter({**g, "quarter": g["quarter"][1:]}, c), takes("year")),
    Rule("Q", r"(?:the )?(?P<quarter><:ordinal>) quarter(?: (?:of )?<year>)?", quarter, takes("year")),
    Rule("SEASON", r"(?:<shift> )?<season>", season, takes("year")),
    Rule("D", r"<weekday=fullday>", weekday, takes("week")),
    Rule("D", r"<weekday=fullday> \((?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)\.?\)", dated_weekday),
    Rule("D", r"<shift> <weekday=fullday>", shifted_weekday),
    Rule("D", r"<weekday=fullday> week|a week (?:on|from) <weekday2=fullday>", lambda g, c: weekday_week({"weekday": g.get("weekday") or g["weekday2"]}, c)),
    Rule("SET", r"(?:(?:every|each) )<weekday=fullday>s?|<weekday2=fullday>s(?!\w)", lambda g, c: every_weekday({"weekday": g.get("weekday") or g["weekday2"]}, c)),
    Rule("D", r"the (?P<nth><:ordinalday>)", day_of_month, takes("month")),
)
