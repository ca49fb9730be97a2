"""Days of the week."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.times import intervals
from parley.extract.times.choose import weekday_near
from parley.extract.times.days import day_meaning, named_day
from parley.extract.times.node import Context, Groups, Meaning, unresolved
from parley.extract.times.rule import Rule, takes
from parley.extract.times.words import lower, words


def _number(groups: Groups) -> int:
    """Which day of the week, Monday 0."""
    return words().weekdays[lower(groups.get("weekday") or groups["weekday2"])]


def weekday(groups: Groups, context: Context) -> Meaning | None:
    """A day of the week: the last one for the past, the coming one for the future, the day of publication included."""
    count = _number(groups)
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
    """ "Last Friday" lies in the week before, "next Friday" in the week after, "this Friday" in the present one."""
    count, shift = _number(groups), words().shift[lower(groups["shift"])]
    if context.published is None:
        return unresolved(f"XXXX-WXX-{count + 1}")
    if lower(groups["shift"]) in {"the coming", "coming", "this coming", "the upcoming"}:
        ahead = (count - context.published.weekday() - 1) % 7 + 1
        return day_meaning(intervals.shifted(context.published, "D", ahead))
    monday = intervals.week_of(context.published).first
    return day_meaning(intervals.shifted(monday, "D", 7 * shift + count))


def weekday_week(groups: Groups, context: Context) -> Meaning | None:
    """ "Tuesday week" and "a week on Tuesday": seven days after the coming one."""
    count = _number(groups)
    day = weekday_near(count, replace(context, tense="future"))
    return day_meaning(intervals.shifted(day, "W", 1)) if day else unresolved(f"XXXX-WXX-{count + 1}")


def every_weekday(groups: Groups, context: Context) -> Meaning | None:
    """A day of every week."""
    return Meaning("SET", f"XXXX-WXX-{_number(groups) + 1}")


RULES = (
    Rule("D", r"<weekday=fullday>", weekday, takes("week")),
    Rule("D", r"<weekday=fullday> \((?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)\.?\)", dated_weekday),
    Rule("D", r"<shift> <weekday=fullday>", shifted_weekday),
    Rule("D", r"<weekday=fullday> week|a week (?:on|from) <weekday2=fullday>", weekday_week),
    Rule("SET", r"(?:(?:every|each) )<weekday=fullday>s?|<weekday2=fullday>s(?!\w)", every_weekday),
)
