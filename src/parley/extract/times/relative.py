"""Times told from the day of publication: tomorrow, next week, two weeks ago, the coming months."""

from __future__ import annotations

from datetime import date

from parley.extract.times import intervals
from parley.extract.times.days import day_meaning
from parley.extract.times.durations import AMOUNT, PLURAL, amount, count_of, length_value
from parley.extract.times.intervals import DAY, Interval
from parley.extract.times.node import Context, Groups, Meaning, unresolved
from parley.extract.times.rule import Rule
from parley.extract.times.words import lower, words

OPEN_VALUES = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "FN": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
}


def unit_meaning(whole: Interval, letter: str) -> Meaning:
    """A calendar unit as a date."""
    return Meaning("DATE", intervals.value_of(whole, letter), whole)


def deictic_day(groups: Groups, context: Context) -> Meaning | None:
    """A day counted from publication."""
    if context.published is None:
        return unresolved("XXXX-XX-XX")
    return day_meaning(intervals.shifted(context.published, "D", words().deictic[lower(groups["deictic"])]))


def shifted_unit(groups: Groups, context: Context) -> Meaning | None:
    """Last, this or next week, month, quarter, year: the whole calendar unit (weeks run from Monday)."""
    letter, shift = words().units[groups["unit"].lower()], words().shift[lower(groups["shift"])]
    if context.published is None:
        return unresolved(OPEN_VALUES.get(letter, "XXXX"))
    if shift < 0 and letter not in {"CE", "Q"} and lower(groups["shift"]) != "last":
        return past_stretch(letter, 1, context)
    return unit_meaning(intervals.unit_of(intervals.shifted(context.published, letter, shift), letter), letter)


def weekend(groups: Groups, context: Context) -> Meaning | None:
    """The weekend just gone for the past, the coming one for the future; the present one on a Saturday or Sunday."""
    today = context.published
    if today is None:
        return unresolved(OPEN_VALUES["WE"])
    shift = words().shift.get(lower(groups.get("shift", "")), 0)
    here = intervals.weekend_of(today)
    explicit = "shift" in groups and lower(groups["shift"]) not in {"this", "the coming", "this coming"}
    if explicit:
        whole = intervals.weekend_of(intervals.shifted(today, "W", shift))
        return unit_meaning(whole, "WE")
    back = today not in here and context.tense == "past"
    return unit_meaning(intervals.weekend_of(today - 7 * DAY) if back else here, "WE")


def ago(groups: Groups, context: Context) -> Meaning | None:
    """So long before publication: the day for days, else the calendar week, month or year that it falls in."""
    count, letter = amount(groups)
    if context.published is None or count is None or letter.startswith("T"):
        return _far("PAST_REF", count, letter, context)
    return unit_meaning(intervals.unit_of(intervals.shifted(context.published, letter, -count), letter), letter)


def _far(value: str, count: int | None, letter: str, context: Context) -> Meaning:
    """Hours and minutes stay inside the day of publication where they can; vague amounts stay open."""
    hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(letter)
    if hours is not None and count is not None and context.published is not None and count * hours < 6:
        return Meaning("TIME", context.published.isoformat(), intervals.one_day(context.published))
    return unresolved(value)


def past_stretch(letter: str, count: int, context: Context) -> Meaning:
    """The last so many days, weeks …: a stretch that ends on the day of publication."""
    value = length_value(letter, count)
    if context.published is None or letter.startswith("T"):
        return Meaning("DURATION", value)
    first = intervals.shifted(context.published, letter, -count) + DAY
    return Meaning("DURATION", value, Interval(first, context.published))


def stretch(groups: Groups, context: Context) -> Meaning | None:
    """The next two weeks, the past four days: a stretch that begins or ends on the day of publication.

    What follows or precedes something else ("the following two weeks") stays open.
    """
    count, letter = amount({"unit": groups.get("unit2", ""), **groups})
    if "number2" in groups:  # "the next seven to eight years": as far as the longer one
        count = count_of(groups["number2"])
    way = groups["way"].lower().split()[-1]
    if count is None or way in {"following", "previous"}:
        return Meaning("DURATION", length_value(letter, "X" if count is None else count))
    if way in {"past", "last"}:
        return past_stretch(letter, count, context)
    return ahead_stretch(letter, count, context)


def ahead_stretch(letter: str, count: int, context: Context) -> Meaning:
    """From publication to so much later; hours count as whole days begun."""
    value = length_value(letter, count)
    if letter == "TH" and context.published is not None:
        return Meaning("DURATION", value, Interval(context.published, context.published + -(-count // 24) * DAY))
    if context.published is None or letter.startswith("T"):
        return Meaning("DURATION", value)
    return Meaning("DURATION", value, Interval(context.published, intervals.shifted(context.published, letter, count)))


def unit_ahead(letter: str, count: int, today: date) -> Interval:
    """The day, week, month or year so far ahead."""
    return intervals.unit_of(intervals.shifted(today, letter, count), letter)


PERIOD = r"(?:week|weekend|month|quarter|year|decade|century)"

RULES = (
    Rule("D", r"<deictic>", deictic_day),
    Rule("X", rf"<shift> (?P<unit>{PERIOD})", shifted_unit),
    Rule("WE", r"(?:<shift> |the )?(?P<unit>weekend)", weekend),
    Rule("X", AMOUNT + r" ago", ago),
    Rule("X", PLURAL + r" ago", ago),
    Rule(
        "DURATION",
        r"(?P<way>(?:the |these |this )?(?:next|coming|following|upcoming|past|last|previous))"
        r" (?:(?:<number>(?:<:orso><number2=number>)?|<vague>) (?:<:dayadjective> )?<unit>"
        r"|(?:<:dayadjective> )?<unit2=units>)",
        stretch,
    ),
    Rule("DURATION", r"(?P<way>the (?:past|last)) <unit>", stretch),
    Rule("DURATION", r"(?:the )?(?P<way>(?:most )?recent) <unit>", stretch),
)
