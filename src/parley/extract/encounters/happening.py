"""Effects of words that tell whether it happens: it begins, goes on, ends, is told of. (Docstrings: see ``states``.)"""

from __future__ import annotations

from dataclasses import replace

from parley.extract.clauses import Clause
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.state import State
from parley.model.encounter import ClaimStatus

SETTINGS = frozenset({"at", "in", "on", "for"})


def happens(op: Operator, inner: State, past: ClaimStatus) -> State:
    """The clause's own tense and mood: "met" is held, "will meet" announced, "may meet" proposed."""
    c = op.clause
    if c is None:
        return inner if inner.status else State(past)
    if op.word.takes in SETTINGS and inner.status == "under_way":
        return inner  # "met him at the start of the visit"
    if inner.known and not c.finite:
        return inner  # "hosting the planned summit"
    if inner.status in {"proposed", "refused", "cancelled", "postponed", "on_hold", "no_plans"} and not inner.weak:
        return inner
    if c.conditional or (c.condition and not c.negated and c.modal in {"future", "conditional"}):
        return State("proposed", "conditions", hedged=True)
    if c.negated or op.none:
        return _does_not_happen(op, c)
    if c.modal == "future" or c.planned:
        if c.planned and c.tense == "past":
            return State("announced", earlier=True, hedged=c.perfect)
        return State("announced")
    if c.modal == "conditional":
        return State("announced", hedged=c.perfect, earlier=c.perfect)
    if c.modal == "possible":
        return State("held" if c.perfect else "proposed", hedged=True)
    if c.modal == "necessary":
        return State("held", hedged=True) if c.perfect else State("proposed")
    return _plain(c, past)


def _plain(c: Clause, past: ClaimStatus) -> State:
    if c.infinitive:
        return State("announced", weak=c.mark != "")
    if c.progressive:  # "are meeting", "have been meeting"; "had been meeting" is over
        return State("under_way") if c.tense != "past" else State("held", earlier=c.perfect)
    if c.gerund:
        return State(past, weak=True)
    if c.tense in {"past", "present"}:
        return State(past, earlier=c.perfect and c.tense == "past")
    return State(past, weak=True)


def _does_not_happen(op: Operator, c: Clause) -> State:
    if c.perfect and not c.modal:
        if c.tense != "past":
            return State("not_yet")
        return State("not_held", "denies" if op.none else "asserts", earlier=True)  # "there had been no talks"
    if c.doubt and not c.perfect:
        return State("announced", hedged=True)  # "may not meet"
    if (c.modal in {"future", "conditional"} or c.planned) and op.none:
        return State("no_plans", "denies")  # "there will be no talks"
    if c.modal in {"future", "conditional"} or c.planned:
        return State("refused" if op.agent and not c.passive else "cancelled", "denies")
    if c.modal in {"possible", "necessary"}:
        return State("refused", "denies")
    if c.infinitive:
        return State("refused", "denies")
    if c.tense == "present":
        return State("no_plans", "denies")
    return State("not_held", "denies")


def begins(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It has begun, opened or resumed: under way; "will begin" is announced; "agreed to resume" too."""
    c = op.clause
    if c is None:
        return State("under_way", weak=True)
    result = happens(op, State(None), "under_way")
    if result.status == "held":
        return replace(result, status="under_way")
    if c.infinitive and not c.modal:
        return State("announced")
    return result


def within(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Something is told to happen "at", "in" or "during" it: held; "will sign it during the visit": announced."""
    c = op.clause
    if c is not None and (c.modal in {"future", "conditional", "possible"} or c.planned) and not c.perfect:
        return State("announced", weak=True)
    return State("held", weak=True)


def told_of(op: Operator, inner: State, past: ClaimStatus) -> State:
    """What the text says of it otherwise: "was useful", "brought no progress": held; "will focus on": announced."""
    c = op.clause
    if c is None or c.infinitive or c.conditional:
        return inner
    if c.modal in {"future", "conditional", "possible"} or c.planned:
        return State("held" if c.perfect else "announced", weak=True, hedged=c.modal == "possible")
    return State("held" if c.tense == "past" or c.perfect else "under_way", weak=True)


def stays(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody "is in the country on a visit": under way; "was": held; "will be": announced."""
    result = happens(op, State(None), "held")
    present = op.clause is not None and op.clause.tense == "present" and not op.clause.modal
    return replace(result, status="under_way") if present and result.status == "held" else result


def continues(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It goes on: under way; who "continues to refuse" it still refuses."""
    c = op.clause
    if inner.status in {"refused", "cancelled", "postponed", "on_hold", "no_plans", "proposed"} and not inner.weak:
        return inner
    if c is None:
        return State("under_way") if not op.none else State("not_held", "denies")
    result = happens(op, State(None), "under_way")
    return replace(result, status="under_way") if result.status == "held" else result


def ends(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It is over, or something came after it: held; "will end" means that it is still going on."""
    c = op.clause
    if inner.status not in {None, "held", "under_way"} and not inner.weak:
        return inner
    if c is None:
        return State("held", weak=op.word.weak)
    if c.modal == "future" or c.planned:
        return State("under_way")
    if c.modal in {"possible", "conditional"} or c.conditional:
        return replace(inner, hedged=True, weak=True)
    if c.negated:
        return State("under_way", weak=True)
    return State("held")


def falls_through(op: Operator, inner: State, past: ClaimStatus) -> State:
    """It failed: what was only planned did not happen, what was going on ended without result."""
    if op.clause is not None and op.clause.modal:
        return State("not_held", hedged=True, weak=True)  # "would fail"
    planned = inner.status in {"announced", "scheduled", "proposed"}
    return State("not_held") if planned else State("held")


def fails(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody failed to do it: it was due and did not happen."""
    return State("not_held", "denies")


def afterwards(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Something came after it: held; "will sign it after the talks" means that they are still to come."""
    c = op.clause
    if c is not None and (c.modal in {"future", "conditional"} or c.planned) and not c.perfect:
        return inner if inner.status else State("announced", weak=True)
    return ends(replace(op, clause=None), inner, past)
