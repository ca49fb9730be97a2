"""Positions over time: one line of positions for each actor and issue, and who moved where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parley.lexicon.fold import form_key
from parley.model.mention import Actor
from parley.model.position import Position

Direction = Literal["softened", "hardened"]
FIRMNESS = {
    "refusal": 3,
    "opposition": 3,
    "demand": 2,
    "condition": 2,
    "expectation": 1,
    "support": 0,
    "offer": 0,
    "concession": -1,
}
SHORTEST = 4  # shorter words of an issue ("the", "of") tell nothing


@dataclass(frozen=True, slots=True)
class Stand:
    """A position in its place: in which report, when it counts from, whose it is."""

    at: str
    report: str
    actor: Actor
    position: Position


@dataclass(frozen=True, slots=True)
class Move:
    """An actor has moved on an issue: between which two stands, and where to."""

    before: Stand
    after: Stand
    direction: Direction
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one actor (a state, body or person) holds on one issue, oldest first, with its moves."""

    actor: str
    issue: str
    stands: tuple[Stand, ...]
    moves: tuple[Move, ...]


def lines(stands: Iterable[Stand]) -> tuple[Line, ...]:
    """Positions put to lines by actor and issue, in the order in which the lines begin.

    A person speaks for his or her state. Two issues are one where the shorter shares half of its words with the other.
    """
    found: dict[str, list[list[Stand]]] = {}
    ordered = sorted(stands, key=lambda s: (s.at, s.report, s.position.evidence.start, s.position.stance))
    for stand in ordered:
        mine = found.setdefault(actor_key(stand.actor), [])
        line = next((held for held in mine if any(same_issue(stand, other) for other in held)), None)
        if line is None:
            mine.append([stand])
        else:
            line.append(stand)
    made = [Line(a, held[0].position.issue, tuple(held), _moves(held)) for a, each in found.items() for held in each]
    return tuple(sorted(made, key=lambda x: (x.stands[0].at, x.stands[0].report, x.actor, x.issue)))


def actor_key(actor: Actor) -> str:
    """The state or body that an actor speaks for, else the actor's own name."""
    return actor.country or form_key(actor.name)


def same_issue(a: Stand, b: Stand) -> bool:
    """Whether two positions are on the same issue, by its words."""
    x, y = (_words(s.position.issue) for s in (a, b))
    few = min(len(x), len(y))
    return few > 0 and 2 * len(x & y) >= few


def _words(issue: str) -> set[str]:
    return {w.removesuffix("s") for w in form_key(issue).split() if len(w) >= SHORTEST}


def _moves(held: list[Stand]) -> tuple[Move, ...]:
    pairs = [(held[k - 1], held[k]) for k in range(1, len(held)) if held[k - 1].report != held[k].report]
    return tuple(m for a, b in pairs if (m := says_so(a, b) or firmer_or_softer(a, b)) is not None)


def says_so(before: Stand, after: Stand) -> Move | None:
    """The later report says itself that the position has softened or hardened."""
    told = after.position.movement
    if told == "softened" or told == "hardened":
        return Move(before, after, told, says_so.__name__)
    return None


def firmer_or_softer(before: Stand, after: Stand) -> Move | None:
    """A refusal is firmer than a demand or condition, and these than an offer or a concession."""
    told = after.position.movement
    step = FIRMNESS[after.position.stance] - FIRMNESS[before.position.stance]
    if step == 0 or told in {"softened", "hardened", "none"}:
        return None
    return Move(before, after, "hardened" if step > 0 else "softened", firmer_or_softer.__name__)
