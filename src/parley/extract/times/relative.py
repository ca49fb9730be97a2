"""Times told from the day of publication, or from a time told before."""

from __future__ import annotations

from datetime import date

from parley.extract.times import intervals
from parley.extract.times.dates import day_meaning, number
from parley.extract.times.durations import amount, length_value
from parley.extract.times.intervals import DAY, Interval
from parley.extract.times.node import Context, Groups, Meaning, unresolved
from parley.extract.times.rule import Rule, takes
from parley.extract.times.words import lower, words

OPEN_VALUES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}


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
    if shift < 0 and "past" in lower(groups["shift"]):
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


def narrative_unit(groups: Groups, context: Context) -> Meaning | None:
    """The same, the next or the previous day, week, month or year, counted from the last time told of."""
    letter, shift = words().units[groups["unit"].lower()], words().narrative[lower(groups["narrative"])]
    base = _base(shift, context)
    if base is None:
        return unresolved(OPEN_VALUES.get(letter, "XXXX"))
    start = base.last if shift > 0 else base.first
    return unit_meaning(intervals.unit_of(intervals.shifted(start, letter, shift), letter), letter)


def _base(shift: int, context: Context) -> Interval | None:
    """From which time to count: one told just before; further back only for what follows on; else publication."""
    if context.anchor is not None and (context.near or shift >= 0):
        return context.anchor
    if context.published is not None and shift <= 0:
        return intervals.one_day(context.published)
    return None


def neighbour_day(groups: Groups, context: Context) -> Meaning | None:
    """The day, evening, week … before or after the last time told of."""
    unit = groups.get("unit", "day").lower()
    letter = words().units.get(unit, "D")
    shift = -1 if groups["side"].lower() in {"before", "earlier"} else 1
    base = _base(shift, context)
    if base is None:
        return unresolved(OPEN_VALUES.get(letter, "XXXX"))
    start = base.last if shift > 0 else base.first
    found = unit_meaning(intervals.unit_of(intervals.shifted(start, letter, shift), letter), letter)
    return with_part(found, groups["part"]) if "part" in groups else found


def with_part(day: Meaning, part: str) -> Meaning:
    """A part of a day: the days stay, the value gains the part ("2026-03-10TEV")."""
    value = f"{day.value}T{words().parts[lower(part)]}" if day.value else None
    return Meaning("TIME", value, day.interval)


def part_of_day(groups: Groups, context: Context) -> Meaning | None:
    """This morning, tonight, last night: a part of the day of publication, or of the day before."""
    part = groups.get("part", "night")
    shift = words().shift[lower(groups["shift"])] if "shift" in groups else 0
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XXT{words().parts[lower(part)]}")
    return with_part(day_meaning(intervals.shifted(context.published, "D", shift)), part)


def narrative_part(groups: Groups, context: Context) -> Meaning | None:
    """That evening, the next morning: a part of the day last told of, or of its neighbour."""
    found = narrative_unit({"unit": "day", "narrative": groups["narrative"]}, context)
    return with_part(found, groups["part"]) if found else None


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


def offset(groups: Groups, context: Context) -> Meaning | None:
    """Two days later, a week earlier: counted from the last time told of; open if there is none."""
    count, letter = amount(groups)
    sign = -1 if groups["side"].lower() in {"before", "earlier", "beforehand", "previously"} else 1
    base = _base(sign, context)
    if groups["side"].lower() in {"from now", "hence"} and context.published:
        base = intervals.one_day(context.published)
    if base is None or count is None or letter.startswith("T"):
        return unresolved("FUTURE_REF" if sign > 0 else "PAST_REF")
    return unit_meaning(intervals.unit_of(intervals.shifted(base.first, letter, sign * count), letter), letter)


def past_stretch(letter: str, count: int, context: Context) -> Meaning:
    """The last so many days, weeks …: a stretch that ends on the day of publication."""
    value = length_value(letter, count)
    if context.published is None or letter.startswith("T"):
        return Meaning("DURATION", value)
    first = intervals.shifted(context.published, letter, -count) + DAY
    return Meaning("DURATION", value, Interval(first, context.published))


def stretch(groups: Groups, context: Context) -> Meaning | None:
    """The next two weeks, the past four days: a stretch that begins or ends on the day of publication."""
    count, letter = amount(groups)
    if count is None:
        return Meaning("DURATION", length_value(letter, "X"))
    ahead = groups["way"].lower().split()[-1] in {"next", "coming", "following", "upcoming"}
    if not ahead:
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


def bare_unit(groups: Groups, context: Context) -> Meaning | None:
    """"The week", "the month" in "later in the month": the present one, or that of the time just told of."""
    letter = words().units[groups["unit"].lower()]
    base = context.anchor if context.anchor is not None and context.near and context.tense == "past" else None
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
    """The first week of a month, the last weekend of a season: a part of the time named after it."""
    if context.within is None:
        return None
    whole, letter = context.within, words().units[groups["unit"].lower()]
    text = lower(groups["nth"])
    if text in {"last", "final"}:
        found = intervals.unit_of(whole.last, letter)
        if letter == "WE" and found.last > whole.last:
            found = intervals.weekend_of(whole.last - 7 * DAY)
    else:
        count = words().ordinals.get(text) or number(text)
        start = intervals.unit_of(whole.first, letter)
        found = intervals.unit_of(intervals.shifted(start.first, letter, count - 1), letter)
        if letter == "WE" and intervals.weekend_of(whole.first).first < whole.first:
            found = intervals.unit_of(intervals.shifted(start.first, letter, count), letter)
    return unit_meaning(found, letter) if found.first <= whole.last else None


def eve(groups: Groups, context: Context) -> Meaning | None:
    """The day before something; open by itself."""
    return unresolved("XXXX-XX-XX")


PERIOD = r"(?:day|week|weekend|month|quarter|year|decade|century)"
AMOUNT = r"(?:(?:<:approximator>) )?(?:<number>|<vague>)(?:-| )(?:<:dayadjective> )?<unit>"

RULES = (
    Rule("D", r"<deictic>", deictic_day),
    Rule("X", rf"<shift> (?P<unit>{PERIOD})", shifted_unit),
    Rule("X", rf"<narrative> (?P<unit>{PERIOD})", narrative_unit),
    Rule("X", r"<narrative> (?:<:ordinal>|consecutive|working|business) (?P<unit>day)", narrative_unit),
    Rule("WE", r"(?:<shift> |the )?(?P<unit>weekend)", weekend),
    Rule("PART", r"(?P<part>tonight|overnight)", lambda g, c: part_of_day({}, c)),
    Rule("PART", r"(?P<shift>this|last) <part>", part_of_day),
    Rule("PART", r"<narrative> <part>", narrative_part),
    Rule("X", r"the (?:(?P<unit>day|week|month|year)|<part>) (?P<side>before|after|earlier)", neighbour_day),
    Rule("X", AMOUNT + r" ago", ago),
    Rule("X", AMOUNT + r" (?P<side>later|earlier|afterwards|from now|hence|beforehand)", offset),
    Rule("X", AMOUNT + r" (?P<side>before|after)", offset, weak=True),
    Rule("DURATION", r"(?P<way>(?:the |these |this )?(?:next|coming|following|upcoming|past|last|previous))(?: (?:<number>|<vague>))? (?:<:dayadjective> )?<unit>", stretch),
    Rule("DURATION", r"(?:the )?(?P<way>recent|(?:most )?recent) <unit>", stretch),
    Rule("X", r"the (?P<unit>day|week|month|year|quarter|decade|century)", bare_unit, weak=True),
    Rule("X", r"the same (?P<what>period|time|day|week|month|quarter) (?:last year|a year (?:ago|earlier|before)|(?:of |in )?the previous year)", same_period),
    Rule("ORDINAL", rf"(?:the )?(?P<nth><:ordinal>|last|final) (?P<unit>{PERIOD}) (?:of|in)", nth_unit, takes("within"), weak=True),
    Rule("EVE", r"the eve of", eve, weak=True),
    Rule("WEEKOF", r"(?:the )?week (?:of|beginning|starting|commencing)(?: on)?", eve, weak=True),
)
