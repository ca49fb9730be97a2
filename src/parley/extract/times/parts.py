"""Parts of a day: this morning, last night, that evening, in the afternoon."""

from __future__ import annotations

from parley.extract.times import intervals
from parley.extract.times.days import day_meaning
from parley.extract.times.narrative import narrative_unit
from parley.extract.times.node import Context, Groups, Meaning, with_part
from parley.extract.times.rule import Rule
from parley.extract.times.words import lower, words


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


def part_told(groups: Groups, context: Context) -> Meaning | None:
    """A part of a day: of the day named beside it, else of the one just told of, else of the day of publication."""
    part = groups.get("part") or groups["part2"]
    if "part2" in groups and context.within is None:
        return Meaning("TIME", f"T{words().parts[lower(part)]}")  # "at night": any night
    day = context.within or (context.anchor if context.here and context.anchor else None)
    if day is None and context.published is not None:
        day = intervals.one_day(context.published)
    if day is None or day.days > 1:
        return Meaning("TIME", f"XXXX-XX-XXT{words().parts[lower(part)]}", day)
    return with_part(day_meaning(day.first), part)


RULES = (
    Rule("PART", r"(?:tonight|overnight)", part_of_day),
    Rule("PART", r"(?P<shift>this|last) <part>", part_of_day),
    Rule("PART", r"<narrative> <part>", narrative_part),
    Rule("PART", r"(?<=in\sthe\s)<part>|(?<=at\s)(?P<part2>night)", part_told),
    Rule("PART", r"(?:the (?=\w+ of ))?<part>", part_told, weak=True),
)
