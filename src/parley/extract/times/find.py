"""Find the time expressions of a text and say which days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from parley.extract.times import clock, dates, durations, relative
from parley.extract.times.compose import DATES, compose
from parley.extract.times.guard import Guard
from parley.extract.times.intervals import DAY, Interval, part
from parley.extract.times.node import Context, Meaning, Node, Resolve, Tense, unresolved
from parley.extract.times.rule import Rule
from parley.extract.times.tense import Tenses
from parley.extract.times.words import lower, pattern, words
from parley.model.analysis import Analysis
from parley.model.document import Document
from parley.model.mention import Time

# A time told of counts as just told within so many sentences.
NEAR_SENTENCES = 1
# Rules whose meaning hangs on the tense of the clause.
TENSED = frozenset({"weekday", "bare_month", "named_day", "weekend", "season", "quarter", "day_of_month", "dated_weekday"})


def find_times(analysis: Analysis, document: Document) -> tuple[Time, ...]:
    """The time expressions of a text in text order, none overlapping.

    Spans follow TimeML (no leading preposition); a range is one expression. Days are resolved against
    ``document.published``; without it only absolute times are. ``earliest``/``latest`` are ISO dates, None where the
    text leaves the days open.
    """
    tenses = Tenses(analysis)
    nodes = expressions(analysis.text, Guard(analysis, tenses))
    return tuple(_resolved(nodes, analysis, tenses, day_of_publication(document.published)))


def resolve_for(time: Time, tense: Tense | None, published: str | None) -> Time:
    """The same time as a clause of another tense means it ("on Monday" of a meeting that *will* be).

    Only expressions whose day hangs on tense change; all others come back as they are.
    """
    nodes = expressions(time.text, None)
    if len(nodes) != 1 or nodes[0].rule not in TENSED or nodes[0].end - nodes[0].start != len(time.text):
        return time
    meaning = _safely(nodes[0], Context(day_of_publication(published), tense))
    if meaning is None or meaning.interval is None:
        return time
    return _time(time.start, time.text, meaning)


def day_of_publication(published: str | None) -> date | None:
    """The local day of an ISO date or date-time; None if unknown or not a full date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules; of two that fit the same words, the earlier one wins."""
    return (*dates.RULES, *relative.RULES, *clock.RULES, *durations.RULES)


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
    return sorted([*kept, *_second_best(found, kept, joined)], key=lambda n: n.start)


def _longest(nodes: list[Node]) -> list[Node]:
    """The longest nodes that do not overlap, in text order."""
    taken = bytearray(max((n.end for n in nodes), default=0))
    out = []
    for node in sorted(nodes, key=lambda n: n.start - n.end):
        if not any(taken[node.start : node.end]):
            taken[node.start : node.end] = b"\1" * (node.end - node.start)
            out.append(node)
    return sorted(out, key=lambda n: n.start)


def _second_best(found: list[Node], kept: list[Node], joined: list[Node]) -> list[Node]:
    """What stands inside words that led to nothing ("two days" in "two days after the vote")."""
    holes = [n for n in joined if n.weak]
    inside = [n for n in found if not n.weak and any(h.start <= n.start and n.end <= h.end for h in holes)]
    return _longest(inside)


def _edged(nodes: list[Node], text: str) -> Iterator[Node]:
    """The same expressions with a word before them that narrows them: "early next week", "the end of March"."""
    edges = _before(_leading()[0], text)
    for node in nodes:
        match = edges.get(node.start)
        if match is not None and node.grain in DATES | {"PART"}:
            edge = words().edges[lower(match["edge"])]
            yield node.over(match.start(), node.end, resolve=_narrowed(node, edge), weak=False)


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


def narrow(whole: Interval, edge: str, published: date | None) -> Interval:
    """A part of a longer time; "later this month" runs from publication, "earlier this month" up to it."""
    if edge not in {"earlier", "later"}:
        return part(whole, edge)
    if published is None or published not in whole:
        return whole
    return Interval(published, whole.last) if edge == "later" else Interval(whole.first, published)


def _resolved(nodes: list[Node], analysis: Analysis, tenses: Tenses, published: date | None) -> Iterator[Time]:
    """Each node's meaning, in text order, later ones leaning on earlier ones."""
    leading = _before(_leading()[1], analysis.text)
    limits = {place: words().limits[lower(match["limit"])] for place, match in leading.items()}
    anchor: Interval | None = None
    anchored = -9
    for node in nodes:
        sentence = _sentence(analysis, tenses, node)
        context = Context(published, tenses.of(node.start, node.end), anchor, sentence - anchored <= NEAR_SENTENCES)
        meaning = _safely(node, context)
        if meaning is None:
            continue
        words_ = analysis.text[node.start : node.end]
        yield _time(node.start, words_, limited(meaning, limits.get(node.start), words_, context))
        if meaning.interval is not None and meaning.type in {"DATE", "TIME"} and meaning.interval.days <= 366:
            anchor, anchored = meaning.interval, sentence


def _sentence(analysis: Analysis, tenses: Tenses, node: Node) -> int:
    i = tenses.token_at(node.start)
    return analysis.tokens[i].sent if i is not None else 0


def _safely(node: Node, context: Context) -> Meaning | None:
    """The meaning of a node; open where the calendar runs out."""
    try:
        return node.resolve(context)
    except (ValueError, OverflowError):
        return unresolved(None)


def limited(meaning: Meaning, limit: str | None, text: str, context: Context) -> Meaning:
    """A time under "by", "before" or "within": from publication up to it; "in two weeks": the week so far ahead."""
    today = context.published
    if limit is None or today is None:
        return meaning
    if meaning.type == "DURATION":
        return _length_ahead(meaning, limit, context)
    if meaning.interval is None or limit not in {"by", "before"}:
        return meaning
    last = meaning.interval.last
    if limit == "before" and not re.match(r"(?i)(?:the )?(?:very )?(?:end|close)\b", text):
        last = meaning.interval.first - DAY
    if meaning.interval.first <= today and limit == "by" and meaning.interval.days == 1 or last < today:
        return meaning
    return replace(meaning, interval=Interval(today, last))


def _length_ahead(meaning: Meaning, limit: str, context: Context) -> Meaning:
    told = re.fullmatch(r"P(T?)(\d+)([A-Z]+)", meaning.value or "")
    today = context.published
    if told is None or today is None or meaning.interval is not None or context.tense == "past":
        return meaning
    letter, count = told[1] + told[3], int(told[2])
    if limit == "within":
        return relative.ahead_stretch(letter, count, context)
    if limit == "ahead" and not told[1]:
        return replace(meaning, interval=relative.unit_ahead(letter, count, today))
    return meaning


def _time(start: int, text: str, meaning: Meaning) -> Time:
    days = meaning.interval
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return Time(start, start + len(text), text, meaning.type, meaning.value, first, last)

