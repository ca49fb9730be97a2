"""Times counted from a time that the text told before: the next day, two weeks later, that evening."""

from __future__ import annotations

from parley.extract.times import intervals
from parley.extract.times.days import number
from parley.extract.times.durations import AMOUNT, PLURAL, amount, count_of
from parley.extract.times.intervals import DAY, Interval
from parley.extract.times.node import Context, Groups, Meaning, unresolved, with_part
from parley.extract.times.relative import OPEN_VALUES, PERIOD, shifted_unit, unit_meaning
from parley.extract.times.rule import Rule, takes
from parley.extract.times.words import lower, words


def _base(shift: int, letter: str, context: Context) -> Interval | None:
    """From which time to count.

    A time told in this sentence or the one before; else the latest day told that agrees with the tense (one to come
    for a plan, one of the last week for a report); else publication, but never for what follows on ("two days later").
    """
    short = letter in {"D", "W"}
    if context.anchor is not None and context.near and (not short or context.anchor.days <= 31):
        return context.anchor
    today = context.published
    if today is None:
        return context.anchor
    for one in context.told:
        if one.days <= 7 and (one.first > today if context.tense == "future" else today - 7 * DAY <= one.last <= today):
            return one
    return context.anchor if shift > 0 else intervals.one_day(today)


def narrative_unit(groups: Groups, context: Context) -> Meaning | None:
    """The same, the next or the previous day, week, month or year, counted from the last time told of."""
    letter, shift = words().units[groups["unit"].lower()], words().narrative[lower(groups["narrative"])]
    if lower(groups["narrative"]) == "the next" and letter != "D" and context.tense != "past":
        return shifted_unit({"unit": groups["unit"], "shift": "next"}, context)
    base = _base(shift, letter, context)
    if base is None:
        return unresolved(OPEN_VALUES.get(letter, "XXXX"))
    start = base.last if shift > 0 else base.first
    return unit_meaning(intervals.unit_of(intervals.shifted(start, letter, shift), letter), letter)


def neighbour_day(groups: Groups, context: Context) -> Meaning | None:
    """The day, evening, week … before or after the last time told of."""
    unit = groups.get("unit", "day").lower()
    letter = words().units.get(unit, "D")
    shift = -1 if groups["side"].lower() in {"before", "earlier"} else 1
    base = _base(shift, letter, context)
    if base is None:
        return unresolved(OPEN_VALUES.get(letter, "XXXX"))
    start = base.last if shift > 0 else base.first
    found = unit_meaning(intervals.unit_of(intervals.shifted(start, letter, shift), letter), letter)
    return with_part(found, groups["part"]) if "part" in groups else found


def offset(groups: Groups, context: Context) -> Meaning | None:
    """Two days later, a week earlier: counted from the last time told of; open if there is none."""
    count, letter = amount(groups)
    sign = -1 if groups["side"].lower() in {"before", "earlier", "beforehand", "previously"} else 1
    base = _base(sign, letter, context)
    if groups["side"].lower() in {"from now", "hence"} and context.published:
        base = intervals.one_day(context.published)
    if base is None or count is None or letter.startswith("T"):
        return unresolved("FUTURE_REF" if sign > 0 else "PAST_REF")
    return unit_meaning(
        intervals.unit_of(intervals.shifted(base.last if sign > 0 else base.first, letter, sign * count), letter),
        letter,
    )


def bare_unit(groups: Groups, context: Context) -> Meaning | None:
    """ "The week", "the month" in "later in the month": the present one, or that of the time just told of."""
    letter = words().units[groups["unit"].lower()]
    near = context.anchor if context.near and context.tense == "past" else None
    base = near if near is not None and near.days <= 31 else None
    day = base.first if base else context.published
    return unit_meaning(intervals.unit_of(day, letter), letter) if day else unresolved(OPEN_VALUES.get(letter, "XXXX"))


def same_period(groups: Groups, context: Context) -> Meaning | None:
    """The same month a year ago: last year's likeness of the time just told of."""
    base = context.anchor if context.anchor is not None else None
    letter = words().units.get(groups["what"].lower())
    if base is None:
        return unresolved(f"{context.published.year - 1:04d}" if context.published else None)
    letter = letter or {1: "D", 7: "W"}.get(base.days, "M" if base.days < 32 else "Q" if base.days < 93 else "Y")
    return unit_meaning(intervals.unit_of(intervals.shifted(base.first, "Y", -1), letter), letter)


def nth_unit(groups: Groups, context: Context) -> Meaning | None:
    """The first week of a month, the last weekend of a season: a part of the time named after it.

    Weeks are counted from the first day (the first week of June is 1 to 7 June), weekends and longer units by the
    calendar.
    """
    if context.within is None:
        return None
    whole, letter, text = context.within, words().units[groups["unit"].lower()], lower(groups["nth"])
    last = text in {"last", "final"}
    count = 0 if last else (words().ordinals.get(text) or number(text))
    if "number" in groups:
        return _units_of(whole, letter, count_of(groups["number"]) or 1, last)
    if letter == "W":
        return _days_of(whole, 7, count)
    if letter == "WE":
        return _weekend_of(whole, count)
    if last:
        return unit_meaning(intervals.unit_of(whole.last, letter), letter)
    found = intervals.unit_of(intervals.shifted(whole.first, letter, count - 1), letter)
    return unit_meaning(found, letter) if found.first <= whole.last else None


def _units_of(whole: Interval, letter: str, count: int, last: bool) -> Meaning | None:
    """The first or last so many units of a longer time ("the first three months of 2030")."""
    if last:
        part = Interval(max(whole.first, intervals.shifted(whole.last + DAY, letter, -count)), whole.last)
    else:
        part = Interval(whole.first, min(whole.last, intervals.shifted(whole.first, letter, count) - DAY))
    return Meaning("DATE", f"{part.first}/{part.last}", part)


def _days_of(whole: Interval, size: int, count: int) -> Meaning | None:
    first = whole.first + (count - 1) * size * DAY if count else whole.last - (size - 1) * DAY
    last = min(first + (size - 1) * DAY, whole.last)
    return Meaning("DATE", f"{first}/{last}", Interval(first, last)) if first <= whole.last else None


def _weekend_of(whole: Interval, count: int) -> Meaning | None:
    """The counted weekend whose Saturday lies inside; the last one for 0."""
    saturdays = [d for k in range(whole.days) if (d := whole.first + k * DAY).weekday() == 5]
    if count > len(saturdays):
        return None
    return unit_meaning(intervals.weekend_of(saturdays[count - 1]), "WE")


def eve(groups: Groups, context: Context) -> Meaning | None:
    """The day before something: open, unless the days of that something are given."""
    if context.within is None:
        return unresolved("XXXX-XX-XX")
    return unit_meaning(intervals.one_day(context.within.first - DAY), "D")


RULES = (
    Rule("X", rf"<narrative> (?P<unit>day|{PERIOD})", narrative_unit),
    Rule("X", r"<narrative> (?:<:ordinal>|consecutive|working|business) (?P<unit>day)", narrative_unit),
    Rule("X", r"the (?:(?P<unit>day|week|month|year)|<part>) (?P<side>before|after|earlier)", neighbour_day),
    Rule("X", PLURAL + r" (?P<side>later|earlier)", offset),
    Rule("X", AMOUNT + r" (?P<side>later|earlier|afterwards|from now|hence|beforehand)", offset),
    Rule("X", AMOUNT + r" (?P<side>before|after)", offset, weak=True),
    Rule("X", r"the (?P<unit>day|week|month|year|quarter|decade|century)", bare_unit, weak=True),
    Rule(
        "X",
        r"the same (?P<what>period|time|day|week|month|quarter) "
        r"(?:last year|a year (?:ago|earlier|before)|(?:of |in )?the previous year)",
        same_period,
    ),
    Rule(
        "ORDINAL",
        rf"(?:the )?(?P<nth><:ordinal>|last|final) (?P<unit>day|{PERIOD}) (?:of|in)",
        nth_unit,
        takes("within"),
        weak=True,
    ),
    Rule(
        "ORDINAL",
        r"(?:the )?(?P<nth>first|last|final) <number> <unit> (?:of|in)",
        nth_unit,
        takes("within"),
        weak=True,
    ),
    Rule("EVE", r"the eve", eve),
    Rule("WEEKOF", r"(?:the )?week (?:of|beginning|starting|commencing)(?: on)?", eve, weak=True),
)
