"""From operators to the state that a mention claims: small named functions, one for each effect.

The docstring of each function is what ``parley explain`` shows a user who asks why a word counts as it
does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from parley.extract.clauses import Clause
from parley.extract.encounters.signs import Operator
from parley.model.encounter import ClaimStatus, Stance


@dataclass(frozen=True, slots=True)
class State:
    """What one mention says: ``status`` None where it says nothing of the state.

    ``weak`` states give way to any other ("at the summit"), ``earlier`` ones describe what was the
    case before ("had been planned"), ``hedged`` ones leave a doubt. ``moved`` marks a new day.
    """

    status: ClaimStatus | None
    stance: Stance = "asserts"
    hedged: bool = False
    weak: bool = False
    earlier: bool = False
    moved: bool = False


NOTHING = State(None)


def state_of(operators: tuple[Operator, ...], past_state: ClaimStatus = "held") -> State:
    """The state that operators, innermost first, give an encounter; ``past_state`` is what its plain past means."""
    state = NOTHING
    for operator in operators:
        if operator.word.weak and state.status is not None and not _not_begun(operator, state):
            continue
        state = EFFECTS[operator.word.effect](operator, state, past_state)
        if operator.word.weak:
            state = replace(state, weak=True)
        if operator.word.hedged:
            state = replace(state, hedged=True)
    return state


def _not_begun(op: Operator, inner: State) -> bool:
    """ "Before the start of the talks": the start has not come."""
    return op.word.effect == "commits" and inner.weak and inner.status == "under_way"


def happens(op: Operator, inner: State, past: ClaimStatus) -> State:
    """The clause's own tense and mood: "met" is held, "will meet" announced, "may meet" proposed."""
    c = op.clause
    if c is None:
        return inner if inner.status else State(past)
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
    if c.progressive and not c.perfect:
        return State("under_way") if c.tense != "past" else State("held")
    if c.gerund:
        return State(past, weak=True)
    if c.tense in {"past", "present"}:
        return State(past, earlier=c.perfect and c.tense == "past")
    return State(past, weak=True)


def _does_not_happen(op: Operator, c: Clause) -> State:
    if c.perfect and not c.modal:
        return State("not_yet") if c.tense != "past" else State("not_held", earlier=True)
    if c.modal in {"future", "conditional"} or c.planned:
        return State("refused" if op.agent and not c.passive else "cancelled", "denies")
    if c.modal in {"possible", "necessary"}:
        return State("refused", "denies")
    if c.infinitive:
        return State("refused", "denies")
    if c.tense == "present":
        return State("no_plans", "denies")
    return State("not_held", "denies")


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
    if inner.status == "proposed" and not inner.weak and inner.stance != "conditions":
        return State("announced", hedged=inner.hedged)
    if c is not None and c.modal == "possible":
        return State("proposed", hedged=True)
    earlier = c is not None and c.perfect and c.tense == "past"
    return State("announced", earlier=earlier, hedged=c is not None and c.modal == "conditional" and c.perfect)


def offers(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody suggests, seeks, offers or calls for it, and nobody is reported to have agreed: proposed."""
    c = op.clause
    if inner.status in {"cancelled", "postponed", "on_hold"} and not inner.weak:
        return State("announced", hedged=True)
    if inner.status in {"refused", "no_plans", "not_held"} and not inner.weak:
        return inner
    if op.none or (c is not None and c.negated):
        return State("no_plans", "denies")
    if inner.status == "held" and inner.earlier:
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
    if c is not None and (c.modal in {"future", "conditional"} or c.planned) and not c.perfect:
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
    """It goes on: under way."""
    c = op.clause
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


def denies(op: Operator, inner: State, past: ClaimStatus) -> State:
    """A source denies it: not held where it was said to be past, no plans where it was said to come."""
    if op.clause is not None and op.clause.negated:
        return replace(inner, hedged=True)
    if inner.status in {"held", "under_way"}:
        return State("not_held", "denies")
    if inner.status in {"cancelled", "postponed", "on_hold", "refused", "not_held"}:
        return State("announced", "denies")
    return State("no_plans", "denies")


def confirms(op: Operator, inner: State, past: ClaimStatus) -> State:
    """A source confirms it: its state as told, or announced; "could not confirm" leaves it open."""
    if op.clause is not None and op.clause.negated:
        return replace(inner, stance="declines_to_confirm", hedged=True)
    return replace(inner, stance="confirms") if inner.status else State("announced", "confirms")


def declines(op: Operator, inner: State, past: ClaimStatus) -> State:
    """A source will neither confirm nor deny."""
    return replace(inner, stance="declines_to_confirm", hedged=True)


def doubts(op: Operator, inner: State, past: ClaimStatus) -> State:
    """The text leaves open whether it takes place: no state follows, the doubt is kept; "unlikely to derail" too."""
    if inner.status in {"cancelled", "postponed", "on_hold", "not_held"}:
        return State("announced", hedged=True, weak=True)
    return replace(inner, status=inner.status or "announced", hedged=True, weak=True)


def shares(op: Operator, inner: State, past: ClaimStatus) -> State:
    """Somebody's part in it ("participation in the talks"): the words around decide."""
    return inner


EFFECTS: dict[str, Callable[[Operator, State, ClaimStatus], State]] = {
    "happens": happens,
    "commits": commits,
    "offers": offers,
    "refuses": refuses,
    "calls_off": calls_off,
    "puts_off": puts_off,
    "moves": moves,
    "suspends": suspends,
    "begins": begins,
    "stays": stays,
    "within": within,
    "told_of": told_of,
    "continues": continues,
    "ends": ends,
    "fails": fails,
    "falls_through": falls_through,
    "denies": denies,
    "confirms": confirms,
    "declines": declines,
    "doubts": doubts,
    "shares": shares,
}
