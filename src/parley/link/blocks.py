"""Which appearances can be of one encounter at all: those that share a side, near enough in time."""

from __future__ import annotations

from parley.lexicon.surnames import surname
from parley.link.features import A_FEW_DAYS
from parley.link.names import sounds
from parley.link.view import Profile, View, view
from parley.model.ledger import Appearance, Report

WINDOW = 200
"""After so many days without a report, nothing joins an encounter any more unless it names its very days."""


def keys(appearance: Appearance, report: Report) -> frozenset[str]:
    """The keys by which an appearance is found: it can only join an encounter with which it shares one."""
    return view_keys(view(appearance, report))


def view_keys(v: View) -> frozenset[str]:
    """The states and bodies of its sides, the first sounds of persons' surnames, and its place with its days."""
    states = {s.country for s in v.sides if s.country}
    persons = {f"~{sounds(surname(s.person, s.country))[:3]}" for s in v.sides if s.person}
    others = {s.words for s in v.sides if not s.country and not s.person}
    return frozenset(states | persons | others | _there(v))


def _there(v: View) -> set[str]:
    if v.place is None or v.firm is None or v.firm.length > A_FEW_DAYS:
        return set()
    return {f"@{sounds(v.place)} {day}" for day in range(v.firm.first, v.firm.last + 1)}


def near(v: View, p: Profile) -> bool:
    """Whether an appearance is near enough in time to a cluster to be looked at."""
    if v.at - p.last <= WINDOW:
        return True
    return v.firm is not None and any(v.firm.overlaps(d) for d in (*p.held, *p.planned))
