"""Times of the clock."""

from __future__ import annotations

from parley.extract.times.durations import count_of
from parley.extract.times.intervals import Interval, one_day
from parley.extract.times.node import Context, Groups, Meaning
from parley.extract.times.rule import Rule
from parley.extract.times.words import lower, words

UNIVERSAL = {"gmt", "utc", "z"}


def clock(groups: Groups, context: Context) -> Meaning | None:
    """A time of the clock, on the day told beside it, else the last one told of in the sentence, else publication."""
    hour, minute = int(groups["h"]), int(groups.get("min") or 0)
    half = groups.get("half", "").lower().replace(".", "").replace(" ", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return at(hour, minute, groups.get("zone"), context)


def at(hour: int, minute: int, zone: str | None, context: Context) -> Meaning | None:
    """The value of a time of the clock; no time beyond 24:00."""
    if hour > 24 or minute > 59:
        return None
    day = day_of(context)
    date = day.first.isoformat() if day else "XXXX-XX-XX"
    mark = "Z" if zone and lower(zone.strip("()")) in UNIVERSAL else ""
    return Meaning("TIME", f"{date}T{hour:02d}:{minute:02d}{mark}", day)


def day_of(context: Context) -> Interval | None:
    """The day that a time of the clock belongs to."""
    if context.within is not None:
        return context.within
    if context.anchor is not None and context.here and context.anchor.days == 1:
        return context.anchor
    return one_day(context.published) if context.published else None


def clock_word(groups: Groups, context: Context) -> Meaning | None:
    """Noon and midnight."""
    hour, minute = words().clock_words[lower(groups["clockword"])].split(":")
    return at(int(hour), int(minute), groups.get("zone"), context)


def spoken_clock(groups: Groups, context: Context) -> Meaning | None:
    """Half past six, a quarter to nine, eleven o'clock."""
    hour = count_of(groups["hour"])
    if hour is None:
        return None
    past = {"quarter": 15, "half": 30}.get(groups.get("share", "").lower(), 0)
    if groups.get("way", "").lower() == "to":
        hour, past = hour - 1, 60 - past
    return at(hour % 24, past % 60, groups.get("zone"), context)


def hour_of_part(groups: Groups, context: Context) -> Meaning | None:
    """Three in the morning, five in the afternoon."""
    hour = count_of(groups["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    morning = words().parts[lower(groups["part"])] == "MO"
    return at(hour % 12 + (0 if morning else 12), 0, None, context)


ZONE = r"(?: ?<zone>)?"

RULES = (
    Rule(
        "CLOCK", r"(?<![\d.:,$€£])(?P<h>[01]?\d)(?:[.:](?P<min>[0-5]\d))? ?(?P<half>[ap]\. ?m\.?|[ap]m)" + ZONE, clock
    ),
    Rule(
        "CLOCK",
        r"(?<![\d.:,$€£-])(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?(?:hours|hrs))?" + ZONE,
        clock,
    ),
    Rule("CLOCK", r"(?<![\d.:,$€£-])(?P<h>[01]\d|2[0-3])[.h]?(?P<min>[0-5]\d) ?(?:<zone>|hours|hrs)", clock),
    Rule("CLOCK", r"(?<![\d.:,$€£-])(?P<hour>\d\d?|<:number>) o[’']?clock" + ZONE, spoken_clock),
    Rule("CLOCK", r"(?:a )?(?P<share>quarter|half) (?P<way>past|to) (?P<hour>\d\d?|<:number>)" + ZONE, spoken_clock),
    Rule("CLOCK", r"(?:<hour=number>) in the <part>", hour_of_part),
    Rule("CLOCK", r"<clockword>" + ZONE, clock_word),
)
