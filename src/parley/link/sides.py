"""The sides of an encounter as one report names them: persons, states, bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parley.lexicon.fold import form_key
from parley.lexicon.people import holders, years_from
from parley.lexicon.world import country_code
from parley.link.names import same_person
from parley.model.encounter import Party
from parley.model.ledger import Appearance
from parley.model.mention import Actor

MAY_BE = 0.3


@dataclass(frozen=True, slots=True)
class Side:
    """One side: ``person`` is the name of a person, None for a state, body or unnamed office.

    ``country`` is the code of the state or body that the side acts for, None where the report does not tell;
    ``words`` the folded name.
    """

    words: str
    person: str | None
    country: str | None
    level: str | None
    away: bool = False

    @property
    def key(self) -> str:
        """What the side is indexed by: its country, else its words."""
        return self.country or self.words


def sides(appearance: Appearance, on: str) -> tuple[Side, ...]:
    """The sides of an appearance, a group taken as its members where they are known; ``on`` is the report's day."""
    actors = {a.id: a for a in appearance.actors}
    found: dict[str, Side] = {}
    for party in appearance.encounter.parties:
        for side in _of(party, actors, on):
            found.setdefault(side.words, side)
    return _without_own_country(tuple(found.values()))


def _of(party: Party, actors: dict[str, Actor], on: str) -> list[Side]:
    actor = actors.get(party.actor)
    away = party.attends is False
    if actor is not None and actor.kind == "group" and actor.members:
        members = [actors[m] for m in actor.members if m in actors]
        if members:
            return [side(m.name, m.kind, m.country, m.level, on, away) for m in members]
    kind = actor.kind if actor else "organisation"
    country = party.country or (actor.country if actor else None)
    return [side(party.name, kind, country, actor.level if actor else None, on, away)]


def side(name: str, kind: str, country: str | None, level: str | None, on: str, away: bool = False) -> Side:
    """One side from what a report says of it; an office holder's country and level are looked up where missing."""
    named = kind == "person" and name[:1].isupper() and country_code(name) is None
    country = country or country_code(name)
    if named and (country is None or level is None):
        held = office(name, on)
        if held and (country is None or country == held[0]):
            country, level = country or held[0], level or held[1]
    return Side(form_key(name), name if named else None, country, level, away)


@lru_cache(maxsize=16384)
def office(name: str, on: str) -> tuple[str, str] | None:
    """Country and level of the one known holder of an office of that name on that day; None if unknown or unclear."""
    now = [h for h in holders(name, on) if years_from(h, on) == 0.0]
    if not now or len({h.country for h in now}) > 1 or len({h.surname for h in now}) > 1:
        return None
    return now[0].country, now[0].level


def _without_own_country(found: tuple[Side, ...]) -> tuple[Side, ...]:
    """A state beside its own leader is no side of its own, where others are there too."""
    persons = {s.country for s in found if s.person and s.country}
    kept = tuple(s for s in found if s.person or s.country not in persons)
    return kept if len({s.key for s in kept}) >= 2 else found


def agree(a: Side, b: Side) -> float:
    """How well two sides go together: 1 the same person or state, 0.8 one acts for the other, 0.3 may be, 0 not."""
    if a.person and b.person:
        if not same_person(a.person, b.person, a.country or b.country):
            return 0.0
        return 1.0 if a.country == b.country or None in {a.country, b.country} else 0.0
    if a.country and b.country:
        return _of_one_country(a, b) if a.country == b.country else 0.0
    if a.words == b.words:
        return 1.0
    return MAY_BE if _may_act_for(a, b) or _may_act_for(b, a) else 0.0


def _may_act_for(a: Side, b: Side) -> bool:
    """Whether a person of whom no report tells the country may be of this state."""
    return a.person is not None and a.country is None and b.person is None and b.country is not None


def _of_one_country(a: Side, b: Side) -> float:
    return 0.8 if a.person or b.person else 1.0


def matched(ours: tuple[Side, ...], theirs: tuple[Side, ...]) -> list[tuple[float, Side, Side]]:
    """The best pairs of sides, each used once, best first."""
    pairs = [(agree(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    used_a, used_b = set[int](), set[int]()
    out: list[tuple[float, Side, Side]] = []
    for score, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if score > 0 and i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            out.append((score, ours[i], theirs[j]))
    return out
