"""From operators to the state that a mention claims: small named functions, one for each effect.

The docstring of each function is what ``parley explain`` shows a user who asks why a word counts as it
does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.extract.encounters import happening, planning, sources
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.state import NOTHING, State
from parley.model.encounter import ClaimStatus

__all__ = ["EFFECTS", "NOTHING", "State", "state_of"]


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


EFFECTS: dict[str, Callable[[Operator, State, ClaimStatus], State]] = {
    f.__name__: f
    for f in (
        happening.happens,
        happening.begins,
        happening.stays,
        happening.within,
        happening.told_of,
        happening.continues,
        happening.ends,
        happening.afterwards,
        happening.fails,
        happening.falls_through,
        planning.commits,
        planning.awaits,
        planning.offers,
        planning.refuses,
        planning.stays_away,
        planning.calls_off,
        planning.puts_off,
        planning.moves,
        planning.suspends,
        sources.denies,
        sources.confirms,
        sources.declines,
        sources.doubts,
        sources.shares,
    )
}
