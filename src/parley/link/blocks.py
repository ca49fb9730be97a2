"""Which appearances can be of one encounter at all: those that share a side, near enough in time."""

from __future__ import annotations

from parley.lexicon.surnames import surname
from parley.link.names import sounds
from parley.link.sides import Side, sides
from parley.link.view import Profile, View
from parley.model.ledger import Appearance, Report

WINDOW = 200
"""After so many days without a report, nothing joins an encounter any more unless it names its very days."""


def keys(appearance: Appearance, report: Report) -> frozenset[str]:
    """The keys by which an appearance is found: it can only join an encounter with which it shares one."""
    return keys_of(sides(appearance, report.at[:10]))


def keys_of(found: tuple[Side, ...]) -> frozenset[str]:
    """The states and bodies of some sides, the first sounds of persons' surnames, the words of anything else."""
    states = {s.country for s in found if s.country}
    persons = {f"~{sounds(surname(s.person, s.country))[:3]}" for s in found if s.person}
    others = {s.words for s in found if not s.country and not s.person}
    return frozenset(states | persons | others)


def near(v: View, p: Profile) -> bool:
    """Whether an appearance is near enough in time to a cluster to be looked at."""
    if v.at - p.last <= WINDOW:
        return True
    return v.firm is not None and any(v.firm.overlaps(d) for d in (*p.held, *p.planned))
