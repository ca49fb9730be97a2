"""Effects of words by which a source confirms, denies or doubts. (Docstrings: see ``states``.)"""

from __future__ import annotations

from dataclasses import replace

from parley.extract.encounters.signs import Operator
from parley.extract.encounters.state import State
from parley.model.encounter import ClaimStatus


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
