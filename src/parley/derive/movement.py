"""Positions over time: one line of positions for each actor and issue, and who moved where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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


@dataclass
class Lines:
    """Positions put to lines by actor and issue, one after another, the oldest first.

    A person speaks for his or her state. Two issues are one where the shorter shares half of its words with the other.
    """

    held: list[list[Stand]] = field(default_factory=list)
    issues: list[set[frozenset[str]]] = field(default_factory=list)
    index: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def put(self, stand: Stand) -> tuple[int, Move | None]:
        """The number of the line that a stand belongs to, and the move that it makes."""
        actor, words = actor_key(stand.actor), issue_words(stand.position.issue)
        near = sorted({n for w in words for n in self.index.get((actor, w), ())})
        n = next((n for n in near if any(same_issue(words, known) for known in self.issues[n])), len(self.held))
        if n == len(self.held):
            self.held.append([])
            self.issues.append(set())
        before = _last_report(self.held[n], stand)
        self.held[n].append(stand)
        if words not in self.issues[n]:
            self.issues[n].add(words)
            for w in words:
                mine = self.index.setdefault((actor, w), [])
                mine += [] if n in mine else [n]
        return n, says_so(before, stand) or firmer_or_softer(before, stand)


def lines(stands: Iterable[Stand]) -> tuple[Line, ...]:
    """Positions put to lines, in the order in which the lines begin; their own order does not matter."""
    put, moves = Lines(), dict[int, list[Move]]()
    for stand in sorted(stands, key=lambda s: (s.at, s.report, s.position.evidence.start, s.position.stance)):
        n, move = put.put(stand)
        moves.setdefault(n, []).extend([move] if move else [])
    return tuple(
        Line(actor_key(held[0].actor), held[0].position.issue, tuple(held), tuple(moves[n]))
        for n, held in enumerate(put.held)
    )


def actor_key(actor: Actor) -> str:
    """The state or body that an actor speaks for, else the actor's own name."""
    return actor.country or form_key(actor.name)


def same_issue(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two issues are one, by their words."""
    few = min(len(a), len(b))
    return few > 0 and 2 * len(a & b) >= few


def issue_words(issue: str) -> frozenset[str]:
    """The words that tell an issue from others; all of them where none is long."""
    words = form_key(issue).split()
    return frozenset(w.removesuffix("s") for w in words if len(w) >= SHORTEST) or frozenset(words)


def _last_report(held: Sequence[Stand], stand: Stand) -> tuple[Stand, ...]:
    """The stands of the last report on a line before that of ``stand``."""
    last = next((s.report for s in reversed(held) if s.report != stand.report), None)
    return tuple(s for s in held if s.report == last)


def says_so(before: Sequence[Stand], after: Stand) -> Move | None:
    """The later report says itself that the position has softened or hardened."""
    told = after.position.movement
    if before and (told == "softened" or told == "hardened"):
        return Move(before[-1], after, told, says_so.__name__)
    return None


def firmer_or_softer(before: Sequence[Stand], after: Stand) -> Move | None:
    """A refusal is firmer than a demand or condition, and these than an offer or a concession.

    Of a report that tells of several, the new word is softer than the softest of them, or firmer than the firmest.
    """
    if not before or after.position.movement in {"softened", "hardened", "none"}:
        return None
    ranked = sorted(before, key=lambda s: FIRMNESS[s.position.stance])
    now = FIRMNESS[after.position.stance]
    if now < FIRMNESS[ranked[0].position.stance]:
        return Move(ranked[0], after, "softened", firmer_or_softer.__name__)
    if now > FIRMNESS[ranked[-1].position.stance]:
        return Move(ranked[-1], after, "hardened", firmer_or_softer.__name__)
    return None
