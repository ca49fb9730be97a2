"""Whom a text is about: the pairs that it names together and its two countries.

Encounters often name nobody ("the deputy ministers had met", "the Oslo meeting was called off"): these are
the two that they can be of. Where a text leaves it open, nobody is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.extract.encounters.lists import Named
from parley.extract.encounters.record import Mention
from parley.extract.encounters.sides import of_other_office
from parley.lexicon import titles, world
from parley.model.analysis import Analysis, Token
from parley.model.encounter import Level
from parley.model.mention import Actor

PLURAL = frozenset({"NNS", "NNPS"})
RANKS = frozenset({"leaders", "ministers"})
LEAST = 2  # mentions of the lesser of the two countries that a text is about
NEAR = 2500  # characters


@dataclass(frozen=True, slots=True)
class Pair:
    """Two named together: ``at`` is the character where, ``level`` their rank if the words or both titles tell it."""

    at: int
    sides: tuple[Actor, ...]
    level: Level | None

    @property
    def who(self) -> frozenset[str]:
        """Whom they act for: their states, or themselves where the text tells no state."""
        return frozenset(p.country or p.id for p in self.sides)


@dataclass(frozen=True, slots=True)
class Background:
    """The pairs of a text in text order, and its ``states`` if it is about two of them."""

    pairs: tuple[Pair, ...] = ()
    states: tuple[Actor, ...] = ()


def background(a: Analysis, named: Named, states: Iterable[Actor]) -> Background:
    """The pairs that a text names, and the two states that it is about; ``states`` are all that it names."""
    return Background(tuple(_pairs(a, named)), _two_states(a, named, {x.country: x for x in states}))


def _pairs(a: Analysis, named: Named) -> Iterator[Pair]:
    for token in a.tokens:
        here = named.actors_of(token.i)
        joined = [t for t in a.children(token.i, "conj") if named.actors_of(t.i)] if len(here) == 1 else []
        sides = (*here, *(x for t in joined for x in named.actors_of(t.i)))
        if len(sides) == 2 and _two_sides(sides):
            yield Pair(token.start, sides, _rank(a, token, sides))


def _two_sides(sides: tuple[Actor, ...]) -> bool:
    """Whether two are of one kind and of different states."""
    one, two = sides
    alike = one.kind == two.kind and one.kind in {"person", "country"}
    return alike and one.id != two.id and (one.country is None or one.country != two.country)


def _rank(a: Analysis, token: Token, sides: tuple[Actor, ...]) -> Level | None:
    """The rank that a plural title tells ("the foreign ministers of Chad and Mali"), else that of both people."""
    if token.xpos in PLURAL and token.upos == "NOUN":
        return titles.level_of([t.lemma for t in a.tokens[max(0, token.i - 2) : token.i + 1]])
    return sides[0].level if sides[0].level == sides[1].level else None


def _two_states(a: Analysis, named: Named, states: dict[str | None, Actor]) -> tuple[Actor, ...]:
    """The two states that a text names most, if no third comes near them."""
    count = Counter[str]()
    last: set[str] = set()
    for k in range(len(a.tokens)):
        here = {x.country for x in named.actors_of(k) if x.country and world.is_state(x.country)}
        count.update(here - last)
        last = {c for c in here if c}
    ranked = count.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < LEAST or (len(ranked) > 2 and 2 * ranked[2][1] > ranked[1][1]):
        return ()
    found = [states[code] for code, _ in ranked[:2] if code in states]
    return tuple(found) if len(found) == 2 else ()


def pair_of_rank(m: Mention, known: Background) -> tuple[Actor, ...]:
    """ "The ministers met": the two of that rank whom the text names together, before or, in a headline, behind it.

    Nobody where it names two such pairs.
    """
    level = m.level
    fit = [p for p in known.pairs if p.level == level is not None and abs(p.at - m.words.start) < NEAR]
    before = [p for p in fit if p.at < m.words.start]
    fit = before or (fit if m.headline else [])
    fit = [p for p in fit if not of_other_office(m.office, p.sides)]
    people = [p for p in fit if all(x.kind == "person" for x in p.sides)]
    return (people or fit)[-1].sides if len({p.who for p in fit}) == 1 else ()


def only_pair(m: Mention, known: Background) -> tuple[Actor, ...]:
    """ "The Oslo meeting is off", with nobody named: the one pair of leaders or ministers that the text names.

    Only for a known encounter of which the words tell how it stands; whoever does something to it is one of them.
    """
    told = not (m.trigger.verbal or m.state.weak or m.level or m.kind == "visit") and m.state.status is not None
    pairs = {p.who: p for p in known.pairs if all(_political(x) for x in p.sides)}
    if not told or not m.definite or len(pairs) != 1:
        return ()
    sides = next(iter(pairs.values())).sides
    return sides if {p.id for p in m.parties} <= {p.id for p in sides} else ()


def _political(x: Actor) -> bool:
    return x.kind == "person" and x.country is not None and x.level != "officials"
