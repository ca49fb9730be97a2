"""Neighbouring expressions that are one: "March 20 last year", "Monday to Wednesday", "10 a.m. on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from parley.extract.times.intervals import DAY, Interval, one_day, week_of
from parley.extract.times.limits import moved
from parley.extract.times.node import Context, Meaning, Node, unresolved

DATES = frozenset({"D", "W", "WE", "M", "Q", "Y", "DE", "CE", "SEASON"})
OF = re.compile(r",?[^\S\n]+(?:of[^\S\n]+|in[^\S\n]+)?|[^\S\n]*,[^\S\n]*(?:of[^\S\n]+)?", re.I)
ON = re.compile(
    r",?[^\S\n]+(?:on[^\S\n]+|of[^\S\n]+|at[^\S\n]+(?:about[^\S\n]+|around[^\S\n]+)?|in[^\S\n]+the[^\S\n]+|late[^\S\n]+)?",
    re.I,
)
TO = re.compile(r"[^\S\n]*[-–—][^\S\n]*|[^\S\n]+(?:to|through|thru|until|till|up to)[^\S\n]+(?:the[^\S\n]+)?", re.I)
AND = re.compile(r"[^\S\n]+(?:and|or|&)[^\S\n]+(?:the[^\S\n]+|on[^\S\n]+)?", re.I)
GAP = re.compile(r"[^\S\n]+")

# Rules whose year, month or week can belong to a day beside it.
NAMED = frozenset({"bare_year", "shifted_unit", "narrative_unit", "bare_unit"})

Join = Callable[[Node, Node, str, str], Node | None]


def in_year(left: Node, right: Node, between: str, before: str) -> Node | None:
    """A day, month or season with its year told beside it."""
    if "year" not in left.takes or right.grain != "Y" or right.rule not in NAMED or not OF.fullmatch(between):
        return None

    def resolve(context: Context) -> Meaning | None:
        year = right.resolve(context)
        if year is None or year.interval is None:
            return left.resolve(context)
        return left.resolve(replace(context, year=year.interval.first.year))

    return left.over(left.start, right.end, resolve=resolve, takes=frozenset())


def in_week(left: Node, right: Node, between: str, before: str) -> Node | None:
    """A day of a named week ("Monday of next week"), a day of the month of a named month ("the 5th of next month")."""
    wants = {"W": "week", "M": "month"}.get(right.grain)
    if wants not in left.takes or right.rule not in NAMED or not OF.fullmatch(between):
        return None
    return left.over(left.start, right.end, resolve=_inside(left, right), takes=frozenset())


def ordinal_of(left: Node, right: Node, between: str, before: str) -> Node | None:
    """The first week of a longer time."""
    if (
        left.grain != "ORDINAL"
        or right.grain not in DATES - {"D", "W", "WE"}
        or not re.fullmatch(r"\s+(?:the\s+)?", between)
    ):
        return None
    return right.over(left.start, right.end, resolve=_inside(left, right), takes=frozenset())


def _inside(left: Node, right: Node) -> Callable[[Context], Meaning | None]:
    def resolve(context: Context) -> Meaning | None:
        outer = right.resolve(context)
        if outer is None or outer.interval is None:
            return left.resolve(context) or unresolved(None)
        return left.resolve(replace(context, within=outer.interval)) or outer

    return resolve


def part_on_day(left: Node, right: Node, between: str, before: str) -> Node | None:
    """A part of a day or a time of the clock, with the day that it belongs to, in either order."""
    if {left.grain, right.grain} not in ({"D", "PART"}, {"D", "CLOCK"}) or not ON.fullmatch(between):
        return None
    day, clock = (left, right) if left.grain == "D" else (right, left)
    if clock is left and between.strip().lower() in {"in the", "at"}:
        return None

    def resolve(context: Context) -> Meaning | None:
        told = day.resolve(context)
        if told is None or told.interval is None or told.interval.days > 1:
            return Meaning("TIME", None, told.interval if told else None)
        found = clock.resolve(replace(context, within=told.interval, anchor=told.interval, near=True, here=True))
        return found or told

    return Node(left.start, right.end, "CLOCK" if clock.grain == "CLOCK" else "DAYPART", resolve, rule=clock.rule)


def part_of_clock(left: Node, right: Node, between: str, before: str) -> Node | None:
    """A time of the clock with the part of the day ("three in the morning")."""
    if (
        left.grain != "CLOCK"
        or right.grain != "PART"
        or not re.fullmatch(r"\s+(?:in\s+the|at|this|that)\s+|\s+", between)
    ):
        return None
    return left.over(left.start, right.end)


def interval_of(left: Node, right: Node, between: str, before: str) -> Node | None:
    """From one time to another; not where a date is moved from one day to another."""
    if left.grain not in DATES or right.grain not in DATES or left.weak or right.weak:
        return None
    through = TO.fullmatch(between) is not None
    among = AND.fullmatch(between) is not None and re.search(r"\bbetween\s+(?:the\s+)?$", before, re.I) is not None
    if not (through or among) or moved(before):
        return None
    takes = left.takes & right.takes & {"year"}
    return left.over(left.start, right.end, grain="RANGE", resolve=_from_to(left, right), takes=takes)


def _from_to(left: Node, right: Node) -> Callable[[Context], Meaning | None]:
    def resolve(context: Context) -> Meaning | None:
        first, last = left.resolve(context), right.resolve(context)
        if first is None or last is None or first.interval is None or last.interval is None:
            return unresolved(None)
        start, end = first.interval, last.interval
        if "week" in right.takes and end.first < start.first:
            end = one_day(end.first + 7 * DAY)
        if context.year is None and "year" in left.takes and ("year" not in right.takes or start.first > end.last):
            start = _yeared(left, context, end.first.year, end.first) or start
        if start.first > end.last:
            return unresolved(None)
        begin = first.value if start == first.interval else start.first
        close = last.value if end == last.interval else end.last
        return Meaning("DATE", f"{begin}/{close}", Interval(start.first, end.last))

    return resolve


def _yeared(node: Node, context: Context, year: int, limit: object) -> Interval | None:
    """The interval of a node in a year, or in the year before where it would lie after ``limit``."""
    for candidate in (year, year - 1):
        found = node.resolve(replace(context, year=candidate))
        if found is not None and found.interval is not None and found.interval.first <= limit:  # type: ignore[operator]
            return found.interval
    return None


def two_days(left: Node, right: Node, between: str, before: str) -> Node | None:
    """Two weekdays that follow each other ("Monday and Tuesday") are one time of two days."""
    if "week" not in left.takes or "week" not in right.takes or not re.fullmatch(r"\s+and\s+", between):
        return None
    if (_weekday_number(right) - _weekday_number(left)) % 7 != 1:
        return None
    return left.over(left.start, right.end, grain="RANGE", resolve=_from_to(left, right), takes=frozenset())


def _weekday_number(node: Node) -> int:
    told = node.resolve(Context())
    return int(told.value[-1]) if told and told.value and told.value[-1].isdigit() else 0


def counted_from(left: Node, right: Node, between: str, before: str) -> Node | None:
    """So long before or after a day that is told ("two days after Easter Monday", "the day before 5 March")."""
    if left.rule not in {"offset", "neighbour_day"} or right.grain not in {"D", "RANGE"} or not GAP.fullmatch(between):
        return None

    def resolve(context: Context) -> Meaning | None:
        told = right.resolve(context)
        return left.resolve(replace(context, anchor=told.interval if told else None, near=True))

    return left.over(left.start, right.end, resolve=resolve, takes=frozenset(), weak=False, rule="counted_from")


def eve_of(left: Node, right: Node, between: str, before: str) -> Node | None:
    """The eve of a day that is told."""
    if left.grain != "EVE" or right.grain not in {"D", "RANGE"} or not re.fullmatch(r"\s+of\s+(?:the\s+)?", between):
        return None

    def resolve(context: Context) -> Meaning | None:
        told = right.resolve(context)
        if told is None or told.interval is None:
            return unresolved(None)
        day = told.interval.first - DAY
        return Meaning("DATE", day.isoformat(), one_day(day))

    return right.over(left.start, right.end, resolve=resolve, takes=frozenset())


def week_around(left: Node, right: Node, between: str, before: str) -> Node | None:
    """The week of a day that is told; one that begins on a day runs seven days from it."""
    if left.grain != "WEEKOF" or right.grain != "D" or not re.fullmatch(r"\s+(?:the\s+)?", between):
        return None

    def resolve(context: Context) -> Meaning | None:
        told = right.resolve(context)
        if told is None or told.interval is None:
            return unresolved("XXXX-WXX")
        whole = week_of(told.interval.first)
        year, week, _ = whole.first.isocalendar()
        return Meaning("DATE", f"{year:04d}-W{week:02d}", whole)

    return right.over(left.start, right.end, grain="W", resolve=resolve, takes=frozenset())


JOINS: tuple[Join, ...] = (
    in_year,
    in_week,
    ordinal_of,
    week_around,
    part_on_day,
    part_of_clock,
    eve_of,
    counted_from,
    interval_of,
    two_days,
)
LONGEST_GAP = 24


def compose(nodes: list[Node], text: str) -> list[Node]:
    """Join neighbours for as long as any rule applies; nodes in text order, none overlapping."""
    out: list[Node] = []
    for node in nodes:
        out.append(node)
        while len(out) > 1 and (joined := _joined(out[-2], out[-1], text)) is not None:
            out[-2:] = [joined]
    return out


def _joined(left: Node, right: Node, text: str) -> Node | None:
    if right.start - left.end > LONGEST_GAP:
        return None
    between, before = text[left.end : right.start], text[max(0, left.start - 80) : left.start]
    for join in JOINS:
        node = join(left, right, between, before)
        if node is not None:
            return node
    return None
