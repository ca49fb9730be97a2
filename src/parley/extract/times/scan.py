"""Where a text tells a time: all rules, the longest words win, neighbours joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from parley.extract.times import clock, days, durations, longer, narrative, parts, relative, weekdays
from parley.extract.times.compose import DATES, compose
from parley.extract.times.guard import Guard
from parley.extract.times.intervals import Interval, part
from parley.extract.times.node import Context, Meaning, Node, Resolve
from parley.extract.times.rule import Rule
from parley.extract.times.words import lower, pattern, words

MODULES = (days, weekdays, longer, narrative, relative, parts, clock, durations)
# Rules that count from a time told before, and so are narrowed or extended by nothing.
COUNTED = frozenset({"offset", "neighbour_day", "ago"})


@cache
def rules() -> tuple[Rule, ...]:
    """All rules; of two that fit the same words, the earlier one wins."""
    return tuple(r for m in MODULES for r in m.RULES)


@cache
def _leading() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of words before an expression: parts of a longer time, and limits."""
    edge = pattern(r"<edge>(?:<:dash>| )(?P<the>the |a )?", r"(?=[\w’'])")
    limit = pattern(r"<limit> (?P<the>the )?", r"(?=[\w’'])")
    return edge, limit


def expressions(text: str, guard: Guard | None) -> list[Node]:
    """The expressions of a text, neighbours joined, none overlapping."""
    found = [n for rule in rules() for n in rule.nodes(text, 0, len(text)) if guard is None or guard.admits(n)]
    found.extend(_edged(found, text))
    joined = compose(_longest(found), text)
    kept = [n for n in joined if not n.weak]
    return sorted([*kept, *_second_best(found, joined)], key=lambda n: n.start)


def _longest(nodes: list[Node]) -> list[Node]:
    """The longest nodes that do not overlap, in text order."""
    taken = bytearray(max((n.end for n in nodes), default=0))
    out = []
    for node in sorted(nodes, key=lambda n: n.start - n.end):
        if not any(taken[node.start : node.end]):
            taken[node.start : node.end] = b"\1" * (node.end - node.start)
            out.append(node)
    return sorted(out, key=lambda n: n.start)


def _second_best(found: list[Node], joined: list[Node]) -> list[Node]:
    """What stands inside words that led to nothing ("two days" in "two days after the vote")."""
    holes = bytearray(max((n.end for n in found), default=0))
    for node in joined:
        if node.weak:
            holes[node.start : node.end] = b"\1" * (node.end - node.start)
    return _longest([n for n in found if not n.weak and all(holes[n.start : n.end])])


def _edged(nodes: list[Node], text: str) -> Iterator[Node]:
    """The same expressions with a word before them that narrows them: "early next week", "the end of March"."""
    edges = _before(_leading()[0], text)
    for node in nodes:
        match = edges.get(node.start)
        if match is not None and node.grain in DATES | {"PART"} and node.rule not in COUNTED:
            edge = words().edges[lower(match["edge"])]
            if edge in {"earlier", "later"} and _after_unit().search(text, max(0, match.start() - 20), match.start()):
                continue  # "seven days earlier, on 6 October"
            yield node.over(match.start(), node.end, resolve=_narrowed(node, edge), weak=False)


@cache
def _after_unit() -> re.Pattern[str]:
    return pattern(r"<unit>\s+$", "")


def _before(leading: re.Pattern[str], text: str) -> dict[int, re.Match[str]]:
    """Leading words by the place where an expression after them would begin, with "the" left out or in."""
    found: dict[int, re.Match[str]] = {}
    for match in leading.finditer(text):
        found[match.end()] = match
        if match["the"]:
            found[match.start("the")] = match
    return found


def _narrowed(node: Node, edge: str) -> Resolve:
    def resolve(context: Context) -> Meaning | None:
        whole = node.resolve(context)
        if whole is None or whole.interval is None:
            return whole
        return replace(whole, interval=narrow(whole.interval, edge, context.published))

    return resolve


def limits_of(text: str) -> dict[int, str]:
    """The kind of limit ("by", "within" …) by the place where an expression under it would begin."""
    return {place: words().limits[lower(match["limit"])] for place, match in _before(_leading()[1], text).items()}


def narrow(whole: Interval, edge: str, published: date | None) -> Interval:
    """A part of a longer time; "later this month" runs from publication, "earlier this month" up to it."""
    if edge not in {"earlier", "later"}:
        return part(whole, edge)
    if published is None or published not in whole:
        return whole
    return Interval(published, whole.last) if edge == "later" else Interval(whole.first, published)
