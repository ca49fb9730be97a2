"""Find positions: every word of stance with its holder, its issue and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parley.extract.positions.conditions import conditions
from parley.extract.positions.holder import holders
from parley.extract.positions.nouns import nouns
from parley.extract.positions.predicates import predicates
from parley.extract.positions.scene import ActorsByToken, Candidate, Scene
from parley.extract.positions.tree import phrase
from parley.extract.positions.verdicts import verdicts
from parley.extract.positions.voiced import demands_by_need, refuses_to_act, ruled_out
from parley.extract.positions.words import word_set
from parley.model.analysis import Analysis, Token
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.mention import Actor
from parley.model.position import Movement, Position
from parley.model.span import Span

RULES: tuple[Callable[[Scene, Token], Candidate | None], ...] = (
    predicates,
    verdicts,
    nouns,
    conditions,
    refuses_to_act,
    demands_by_need,
    ruled_out,
)


def find_positions(
    analysis: Analysis, document: Document, mentions: ActorsByToken | None, attributions: Sequence[Attribution]
) -> tuple[Position, ...]:
    """Positions of the actors of a text, in text order: whose, about what, which stance, on which words."""
    scene = Scene(analysis, document, mentions, attributions)
    found: list[tuple[Candidate, str]] = []
    for token in analysis.tokens:
        for rule in RULES:
            candidate = rule(scene, token)
            if candidate is not None:
                found += [(candidate, actor) for actor in _actors(scene, candidate)]
                break
    return tuple(_position(scene, c, actor) for c, actor in _outermost(found))


def find_movement(positions: Iterable[Position]) -> dict[str, tuple[tuple[Movement, Position], ...]]:
    """Who moved and who did not: by actor id, the positions that tell a movement, in text order."""
    out: dict[str, tuple[tuple[Movement, Position], ...]] = {}
    for position in positions:
        if position.movement is not None:
            out[position.actor] = (*out.get(position.actor, ()), (position.movement, position))
    return out


def _actors(scene: Scene, candidate: Candidate) -> list[str]:
    """The ids of those who hold a stance; none where the text does not tell or they act for no cause."""
    return [x for x in _all_actors(scene, candidate) if political(scene.actor(x))]


def political(actor: Actor | None) -> bool:
    """Whether somebody speaks for a state, a body of states, or a movement with a cause of its own.

    Firms, clubs and people of no known office hold opinions too; they are none of diplomacy's positions.
    """
    if actor is None:
        return False
    if actor.country is not None or actor.code is not None:
        return True
    named = {w.lower() for w in actor.name.replace("-", " ").split()}
    return actor.kind in {"organisation", "group"} and bool(named & word_set("political"))


def _all_actors(scene: Scene, candidate: Candidate) -> list[str]:
    if not candidate.holders:
        speaker = scene.speaker(candidate.head)
        return [speaker] if speaker is not None and candidate.stance in {"demand", "refusal", "opposition"} else []
    out: list[str] = []
    for holder in candidate.holders:
        out += [x for x in holders(scene, holder) if x not in out]
    return out


def _outermost(found: list[tuple[Candidate, str]]) -> list[tuple[Candidate, str]]:
    """Of an actor's stances that stand inside one another keep the outer one ("refuses to accept")."""
    kept: list[tuple[Candidate, str]] = []
    last: dict[str, Candidate] = {}
    for candidate, actor in sorted(found, key=lambda f: (f[0].first, -f[0].last)):
        outer = last.get(actor)
        binding = candidate.stance == "condition"
        if outer is not None and candidate.last <= outer.last and not binding:
            continue
        if not binding:
            last[actor] = candidate
        kept.append((candidate, actor))
    return sorted(kept, key=lambda f: (f[0].head, f[1]))


def _position(scene: Scene, c: Candidate, actor: str) -> Position:
    a = scene.a
    attribution = scene.voices.get(c.head) or scene.cues.get(c.head)
    return Position(
        actor, _issue(a, c), c.stance, c.movement, _span(a, c.first, c.last), attribution.id if attribution else None
    )


def _issue(a: Analysis, c: Candidate) -> str:
    first, last = (
        phrase(a, c.issue, frozenset({"advcl", "mark", "case", "nsubj"})) if c.issue is not None else (c.first, c.last)
    )
    return _span(a, first, min(last, first + 12)).text


def _span(a: Analysis, first: int, last: int) -> Span:
    while last - first > 1 and a.tokens[last - 1].upos == "PUNCT" and a.tokens[last - 1].text not in {'"', "”", "’"}:
        last -= 1
    return Span.of(a.text, *a.chars(first, last))
