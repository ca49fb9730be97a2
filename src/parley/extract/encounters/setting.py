"""Where: the place that belongs to one mention, and not to its neighbours. (When: ``timing``.)"""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.lists import Named
from parley.extract.encounters.parties import is_town
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.subjects import cases
from parley.extract.encounters.triggers import Trigger
from parley.lexicon import world
from parley.model.analysis import Analysis, Token
from parley.model.mention import Place

TAKES_PLACE = frozenset({"happens", "begins", "continues", "ends"})


def place_of(a: Analysis, named: Named, trigger: Trigger, ops: Sequence[Operator]) -> Place | None:
    """The place that a mention gives: "in Oslo", "the Budapest summit", or the goal of a visit.

    A country before the noun is a party ("the Peru-Chile summit"), no place.
    """
    visit = trigger.word.kind == "visit"
    wanted = {"in", "at", "on", "near", "outside"} | ({"to", "into", "through"} if visit else set())
    nodes = [trigger.i, trigger.anchor] + [o.i for o in ops if o.clause and o.word.effect in TAKES_PLACE]
    for node in dict.fromkeys(nodes):
        for child in a.children(node, "obl", "nmod", "advmod", "obj"):
            fits = cases(a, child.i) & wanted or (visit and trigger.verbal and child.rel == "obj" and node == trigger.i)
            place = named.place_at(child.i, child.i + 1) if fits else None
            if place is not None and not ("on" in cases(a, child.i) and world.country_code(place.name)):
                return place  # but not of "talks on Syria"
    for child in a.children(trigger.i, "obj") if trigger.verbal else ():
        for behind in a.children(child.i, "nmod"):  # "will meet his counterpart | in Oslo"
            if cases(a, behind.i) & {"in", "at"} and (is_town(a, named, behind.i) or _apart(a, behind)):
                return named.place_at(behind.i, behind.i + 1)
    for child in a.children(trigger.i, "compound", "nmod:poss"):
        if child.i < trigger.i and is_town(a, named, child.i):
            return named.place_at(child.i, child.i + 1)
    return None


def _apart(a: Analysis, place: Token) -> bool:
    """Whether a name or a comma parts a place from a noun ("his counterpart, Ana Lume, | in Chile")."""
    case = next((c for c in a.children(place.i, "case") if c.i < place.i), None)
    before = a.tokens[case.i - 1] if case is not None and case.i else None
    return before is not None and (before.text == "," or before.upos == "PROPN")
