"""Effects of words that plan an encounter, offer, refuse, move or call it off. (Docstrings: see ``states``.)"""

from __future__ import annotations

from dataclasses import replace

from parley.extract.encounters.signs import Operator
from parley.extract.encounters.state import State
from parley.lexicon import status as words
from parley.model.encounter import ClaimStatus


def commits(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody has said or agreed that it will take place: announced; not agreed, not planned: no plans."""
    c = op.clause
    if inner.status in {"cancelled", "postponed", "on_hold", "refused", "no_plans", "not_held"} and not inner.weak:
        return inner if inner.status != "no_plans" else State("no_plans", "denies")
    if op.none or (c is not None and c.negated):
        if c is not None and c.perfect and c.tense == "present" and not op.none:
            return State("not_yet")
        return State("no_plans", "denies")
    if inner.status == "held" and not inner.weak and op.word.word not in {"expect", "anticipate", "due", "set"}:
        return inner
    if inner.status == "under_way" and not inner.weak:
        return inner  # "announced that the talks had begun"
    if inner.status == "proposed" and op.word.word in words.word_set("deciding"):
        return inner
    if inner.status == "proposed" and not inner.weak and inner.stance != "conditions":
        return State("announced", hedged=inner.hedged)
    if c is not None and c.modal == "possible":
        return State("proposed", hedged=True)
    earlier = c is not None and c.perfect and c.tense == "past"
    hedged = c is not None and c.modal == "conditional" and c.perfect
    return State("announced", earlier=earlier, hedged=hedged, known=c is None and not op.word.weak)


def offers(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody suggests, seeks, offers or calls for it, and nobody is reported to have agreed: proposed."""
    c = op.clause
    if inner.status in {"cancelled", "postponed", "on_hold"} and not inner.weak:
        return State("announced", hedged=True)
    if inner.status in {"refused", "no_plans", "not_held"} and not inner.weak:
        return inner
    if op.none or (c is not None and c.negated):
        return State("no_plans", "denies")
    if (inner.status == "held" and inner.earlier) or inner.known:
        return inner
    return State("proposed")


def refuses(op: Operator, inner: State, past: ClaimStatus) -> State:
    """A party says that it will not: refused; "has not ruled out" leaves it open."""
    c = op.clause
    if (c is not None and c.negated) or op.none or inner.status == "refused":
        return State("proposed", hedged=True)
    if inner.status in {"cancelled", "postponed", "on_hold"} and not inner.weak:
        return State("announced", hedged=True)
    if c is not None and c.modal == "possible":
        return State("announced", hedged=True, weak=True)
    return State("refused", "denies")


def calls_off(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It was planned and has been called off: cancelled ("may cancel" is a threat, "not cancelled" says it stands)."""
    return _changed("cancelled", op)


def puts_off(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It has been moved to later: postponed (rescheduled where a new day is given)."""
    return _changed("postponed", op)


def suspends(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Plans or talks are paused and nothing is decided: on hold."""
    return _changed("on_hold", op)


def moves(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It has been moved to another day or place: rescheduled."""
    return replace(_changed("rescheduled", op), moved=True)


def _changed(status: ClaimStatus, op: Operator) -> State:
    c = op.clause
    if c is None:
        return State(status) if not op.none else State("announced", "denies")
    if c.negated:
        if c.modal == "possible":
            return State("no_plans", "disputes_premise")
        return State("announced", "denies")
    if c.modal in {"possible", "necessary"} or c.conditional:
        return State("announced", hedged=True)
    return State(status, earlier=c.perfect and c.tense == "past")


def awaits(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Told as still to come: "will sign it when she visits", "until they meet": announced."""
    return replace(inner, status="announced") if inner.status in {None, "held", "under_way"} else inner


def stays_away(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody will not take part: called off where only two were to meet; of many, the others still meet."""
    return _changed("cancelled", op)


def still_on(op: Operator, state: State) -> State:
    """One who stays away changes nothing for the others: announced, or held once it is past."""
    past = op.clause is not None and op.clause.tense == "past" and not op.clause.planned and not op.clause.modal
    return State("held", weak=True) if past else State("announced", hedged=state.hedged)
