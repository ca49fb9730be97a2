"""Find the time expressions of a text and say which days they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from parley.extract.times.guard import Guard
from parley.extract.times.intervals import Interval
from parley.extract.times.limits import limited, superlative_before
from parley.extract.times.node import Context, Meaning, Node, Resolve, Tense, unresolved
from parley.extract.times.scan import expressions, limits_of
from parley.extract.times.tense import Tenses
from parley.model.analysis import Analysis
from parley.model.document import Document
from parley.model.mention import Time

# A time told of counts as just told within so many sentences.
NEAR_SENTENCES = 1
# How many times told of are kept in mind.
MEMORY = 30
# Rules that may count from an event.
COUNTED_FROM_EVENT = frozenset({"eve", "neighbour_day", "offset", "narrative_unit", "narrative_part"})
TENSES: tuple[Tense | None, ...] = ("past", "future", None)


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

    Only expressions whose day hangs on tense change; all others come back as they are, and so does a day of the month
    ("the 25th"), which may lean on words elsewhere. A limit ("by Friday") stays one.
    """
    nodes, today = expressions(time.text, None), day_of_publication(published)
    if today is None or len(nodes) != 1 or nodes[0].end - nodes[0].start != len(time.text):
        return time
    past, future, open_ = (_safely(nodes[0].resolve, Context(today, t)) for t in TENSES)
    wanted = {"past": past, "future": future}.get(tense or "", open_)
    if past == future or wanted is None or wanted.interval is None or nodes[0].rule == "day_of_month":
        return time
    if _is_limited(time, today, (past, future, open_)) and wanted.interval.last >= today:
        wanted = replace(wanted, interval=Interval(today, wanted.interval.last))
    return _time(time.start, time.text, wanted)


def resolve_against(time: Time, earliest: str, latest: str) -> Time:
    """The same time counted from an event whose days are known: "the eve", "the day before", "two days later".

    ``earliest`` and ``latest`` are ISO dates. Times that count from nothing come back as they are.
    """
    nodes = expressions(time.text, None)
    event = Interval(date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10]))
    if len(nodes) != 1 or nodes[0].rule not in COUNTED_FROM_EVENT or nodes[0].end - nodes[0].start != len(time.text):
        return time
    meaning = _safely(nodes[0].resolve, Context(anchor=event, near=True, within=event))
    return _time(time.start, time.text, meaning) if meaning is not None and meaning.interval is not None else time


def _is_limited(time: Time, today: date, plain: tuple[Meaning | None, ...]) -> bool:
    """Whether a time begins on the day of publication only because "by" or "before" stood in front of it."""
    firsts = {m.interval.first for m in plain if m is not None and m.interval is not None}
    return time.earliest == today.isoformat() and today not in firsts


def day_of_publication(published: str | None) -> date | None:
    """The local day of an ISO date or date-time; None if unknown or not a full date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _resolved(nodes: list[Node], analysis: Analysis, tenses: Tenses, published: date | None) -> Iterator[Time]:
    """Each node's meaning, in text order, later ones leaning on earlier ones."""
    limits = limits_of(analysis.text)
    told: list[Interval] = []
    last = -9
    for node in nodes:
        sentence = _sentence(analysis, tenses, node)
        tense = tenses.of(node.start, node.end, long=node.grain not in {"D", "WE"})
        near = sentence - last <= NEAR_SENTENCES
        context = Context(published, tense, told[0] if told else None, near, sentence == last, tuple(told))
        meaning = unresolved("XXXX-XX-XX") if _of_event(node, analysis, tenses) else _safely(node.resolve, context)
        if meaning is None:
            continue
        text = analysis.text[node.start : node.end]
        limit = limits.get(node.start)
        if limit == "ahead" and superlative_before(analysis.text, node.start):
            limit = None
        yield _time(node.start, text, _safely(partial(limited, meaning, limit, text), context) or meaning)
        if meaning.interval is not None and meaning.type in {"DATE", "TIME"} and meaning.interval.days <= 366:
            told[:] = [meaning.interval, *told[: MEMORY - 1]]
            last = sentence


def _of_event(node: Node, analysis: Analysis, tenses: Tenses) -> bool:
    """Whether "the day before" goes on to name an event ("the day before the vote"), whose day is not known here."""
    if node.rule != "neighbour_day":
        return False
    i = tenses.token_at(node.end)
    return i is not None and analysis.tokens[i].upos in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def _sentence(analysis: Analysis, tenses: Tenses, node: Node) -> int:
    i = tenses.token_at(node.start)
    return analysis.tokens[i].sent if i is not None else 0


def _safely(resolve: Resolve, context: Context) -> Meaning | None:
    """A meaning; open where the calendar runs out."""
    try:
        return resolve(context)
    except (ValueError, OverflowError):
        return unresolved(None)


def _time(start: int, text: str, meaning: Meaning) -> Time:
    days = meaning.interval
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return Time(start, start + len(text), text, meaning.type, meaning.value, first, last)
