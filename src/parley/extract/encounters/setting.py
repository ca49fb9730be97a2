"""Where and when: the place and the time that belong to one mention, and not to its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from parley.extract.encounters.operators import Operator
from parley.extract.encounters.parties import Named, cases
from parley.extract.encounters.triggers import Trigger
from parley.model.analysis import Analysis
from parley.model.mention import Place, Time

TAKES_PLACE = frozenset({"happens", "begins", "continues", "ends"})
NEW_DAY = frozenset({"to", "until", "till", "for", "into"})


@dataclass(frozen=True, slots=True)
class TimeAt:
    """A time expression with the tokens it covers and the token that ties it to the sentence."""

    time: Time
    first: int
    last: int
    head: int


def locate(a: Analysis, times: Sequence[Time]) -> list[TimeAt]:
    """Dated time expressions tied to the tree; durations and sets say nothing of a day and are left out."""
    starts = [t.start for t in a.tokens]
    out = []
    for time in times:
        if not time.earliest and (time.type != "DATE" or (time.value or "").endswith("_REF")):
            continue
        first = bisect_left(starts, time.start)
        last = bisect_left(starts, time.end)
        if first < last:
            head = next((k for k in range(first, last) if not first <= a.tokens[k].head < last), first)
            out.append(TimeAt(time, first, last, head))
    return out


def time_of(
    a: Analysis, trigger: Trigger, ops: Sequence[Operator], times: Sequence[TimeAt], published: str | None = None
) -> tuple[Time | None, bool]:
    """The time that a mention gives for its encounter, and whether it is a new one ("moved to May").

    A time belongs to the nearest predicate or encounter noun above it. The day on which somebody
    said, agreed or cancelled something is not the day of the encounter, unless it is still to come
    or stands right behind the words that name the encounter ("postpones his visit to Oslo on Friday").
    """
    inside = {trigger.i, trigger.anchor} | {o.i for o in ops if o.clause and o.word.effect in TAKES_PLACE}
    about = {o.i: o for o in ops if o.clause and o.word.effect not in TAKES_PLACE}
    sentence = a.tokens[trigger.i].sent
    best: tuple[int, Time, bool] | None = None
    for t in times:
        if a.tokens[t.first].sent != sentence:
            continue
        owner = _owner(a, t)
        prepositions = cases(a, t.head)
        new = owner in about and bool(prepositions & NEW_DAY)
        settled = owner in about and about[owner].word.effect == "commits" and (new or _passive(about[owner]))
        if owner in inside or settled or (new and about[owner].word.effect in {"puts_off", "moves"}):
            moved = new and about[owner].word.effect in {"puts_off", "moves"} if owner in about else False
            rank = (0 if t.time.earliest else 100) + (-50 if moved else 0) + min(abs(t.first - trigger.i), 49)
        elif (owner in about and _to_come(t.time, published)) or _right_behind(a, trigger, t, ops, published):
            moved, rank = False, 60 + min(abs(t.first - trigger.i), 39)
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, t.time, moved)
    return (best[1], best[2]) if best else (None, False)


def _to_come(time: Time, published: str | None) -> bool:
    return bool(published and time.latest and time.latest[:10] > published[:10])


def _right_behind(a: Analysis, trigger: Trigger, t: TimeAt, ops: Sequence[Operator], published: str | None) -> bool:
    """Whether only a place stands between the encounter and the time, and the clause is not in the past."""
    between = a.tokens[max(trigger.i, trigger.anchor) + 1 : t.first]
    if t.first <= trigger.i or len(between) > 7 or any(x.upos in {"VERB", "AUX", "SCONJ", "PUNCT"} for x in between):
        return False
    past = any(o.clause is not None and o.clause.tense == "past" and not o.clause.modal for o in ops)
    return not past or _to_come(t.time, published)


def _passive(op: Operator) -> bool:
    return op.clause is not None and (op.clause.passive or op.word.word in {"due", "set"})


def _owner(a: Analysis, t: TimeAt) -> int:
    """The nearest predicate or noun of an event above a time expression."""
    token = a.tokens[t.head]
    seen = 0
    while token.head >= 0 and seen < 12:
        parent = a.tokens[token.head]
        outside = not t.first <= parent.i < t.last
        if outside and parent.upos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
            return parent.i
        token, seen = parent, seen + 1
    return token.i


def place_of(a: Analysis, named: Named, trigger: Trigger, ops: Sequence[Operator]) -> Place | None:
    """The place that a mention gives: "in Oslo", "the Budapest summit", or the goal of a visit."""
    visit = trigger.word.kind == "visit"
    wanted = {"in", "at", "on", "near", "outside"} | ({"to", "into", "through"} if visit else set())
    nodes = [trigger.i, trigger.anchor] + [o.i for o in ops if o.clause and o.word.effect in TAKES_PLACE]
    for node in dict.fromkeys(nodes):
        for child in a.children(node, "obl", "nmod", "advmod", "obj"):
            fits = cases(a, child.i) & wanted or (visit and trigger.verbal and child.rel == "obj" and node == trigger.i)
            if fits and (place := named.place_at(child.i, child.i + 1)):
                return place
    for child in a.children(trigger.i, "compound", "nmod:poss"):
        if child.i < trigger.i and (place := named.place_at(child.i, child.i + 1)):
            return place
    return None
