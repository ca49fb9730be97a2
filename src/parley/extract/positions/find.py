"""Find positions: every word of stance with its holder, its issue and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parley.extract.positions.conditions import conditions
from parley.extract.positions.deeds import declares, yields
from parley.extract.positions.holder import holders
from parley.extract.positions.idioms import phrases_of_stance
from parley.extract.positions.needs import demands_by_hope, demands_by_need, orders
from parley.extract.positions.nouns import nouns
from parley.extract.positions.predicates import predicates
from parley.extract.positions.refusals import refuses_for_all, refuses_the_deed, refuses_to_act
from parley.extract.positions.scene import ActorsByToken, Candidate, Scene
from parley.extract.positions.sides import side
from parley.extract.positions.terms import terms
from parley.extract.positions.tree import phrase, whole
from parley.extract.positions.verdicts import ruled_out, verdicts
from parley.model.analysis import Analysis, Token
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.position import Movement, Position
from parley.model.span import Span

CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
RULES: tuple[Callable[[Scene, Token], Candidate | None], ...] = (
    predicates,
    verdicts,
    nouns,
    conditions,
    refuses_to_act,
    refuses_for_all,
    refuses_the_deed,
    demands_by_need,
    demands_by_hope,
    orders,
    yields,
    declares,
    ruled_out,
    terms,
    phrases_of_stance,
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
    return tuple(_position(scene, c, actor) for c, actor in _once(scene, _outermost(found)))


def find_movement(positions: Iterable[Position]) -> dict[str, tuple[tuple[Movement, Position], ...]]:
    """Who moved and who did not: by actor id, the positions that tell a movement, in text order."""
    out: dict[str, tuple[tuple[Movement, Position], ...]] = {}
    for position in positions:
        if position.movement is not None:
            out[position.actor] = (*out.get(position.actor, ()), (position.movement, position))
    return out


def _actors(scene: Scene, candidate: Candidate) -> list[str]:
    """The ids of those who hold a stance; none where the text does not tell or they act for no cause."""
    found = (scene.actor(x) for x in _all_actors(scene, candidate))
    sides = (side(scene, x) for x in found if x is not None)
    return _own(scene, candidate, list(dict.fromkeys(x.id for x in sides if x is not None)))


def _own(scene: Scene, candidate: Candidate, ids: list[str]) -> list[str]:
    """Of several who are said to share a stance, the speaker's own side: nobody commits another government."""
    speaker = scene.actor(scene.speaker(candidate.head) or "")
    if len(ids) < 2 or speaker is None or speaker.id in ids:
        return ids
    own = side(scene, speaker)
    mine = own.country if own is not None else None
    return [x for x in ids if mine is not None and getattr(scene.actor(x), "country", None) == mine] or ids


def _all_actors(scene: Scene, candidate: Candidate) -> list[str]:
    """Who holds a stance; whoever speaks there, where nobody or only a thing is its subject ("no lorry will pass")."""
    out: list[str] = []
    for holder in candidate.holders:
        out += [x for x in holders(scene, holder) if x not in out]
    speaker = scene.speaker(candidate.head)
    if out or speaker is None:
        return out
    things = all(scene.a.tokens[h].upos == "NOUN" and not scene.actors_of(h) for h in candidate.holders)
    return [speaker] if candidate.spoken and things else []


def _outermost(found: list[tuple[Candidate, str]]) -> list[tuple[Candidate, str]]:
    """Of an actor's stances that stand inside one another keep the outer one ("refuses to accept")."""
    kept: list[tuple[Candidate, str]] = []
    last: dict[str, Candidate] = {}
    for candidate, actor in sorted(found, key=lambda f: (f[0].first, -f[0].last, f[0].stance != "condition")):
        outer = last.get(actor)
        if outer is not None and candidate.last <= outer.last:
            continue
        last[actor] = candidate
        kept.append((candidate, actor))
    return sorted((f for f in kept if not _bound(f, kept) and not _twice(f, kept)), key=lambda f: (f[0].head, f[1]))


def _bound(found: tuple[Candidate, str], kept: list[tuple[Candidate, str]]) -> bool:
    """Whether most words of a stance are part of an actor's condition, which tells both."""
    mine, actor = found
    others = (c for c, x in kept if x == actor and c.stance == "condition" and c is not mine)
    shared = (min(mine.last, c.last) - max(mine.first, c.first) for c in others)
    return mine.stance != "condition" and any(2 * n > mine.last - mine.first for n in shared)


def _twice(found: tuple[Candidate, str], kept: list[tuple[Candidate, str]]) -> bool:
    """Whether a condition of an actor, seen by its words and by its clause, is told in full by a longer one."""
    mine, actor = found
    for c, x in kept:
        shared = min(mine.last, c.last) - max(mine.first, c.first)
        longer = (c.last - c.first, -c.first) > (mine.last - mine.first, -mine.first)
        if x == actor and c.stance == mine.stance == "condition" and longer and 2 * shared > mine.last - mine.first:
            return True
    return False


def _once(scene: Scene, found: list[tuple[Candidate, str]]) -> list[tuple[Candidate, str]]:
    """What a headline says in short, the body says in full: of an actor's equal stances keep those of the body."""
    headline = scene.document.headline
    if headline is None:
        return found
    body = [(c, x) for c, x in found if scene.starts[c.head] >= headline.end]
    titles = [
        (c, x)
        for c, x in found
        if scene.starts[c.head] < headline.end
        and not any(_same(scene, x, y) and _alike(scene.a, c, d) for d, y in body)
    ]
    return titles + body


def _same(scene: Scene, x: str, y: str) -> bool:
    """Whether two actors are one, or of one state ("Kenya" in the headline, its minister in the text)."""
    one, other = scene.actor(x), scene.actor(y)
    return x == y or (
        one is not None and other is not None and one.country is not None and one.country == other.country
    )


def _alike(a: Analysis, c: Candidate, d: Candidate) -> bool:
    """Whether two stances are one, said twice: the same stance, and half of the nouns and verbs of the first."""
    mine, other = ({t.lemma.lower() for t in a.tokens[x.first : x.last] if t.upos in CONTENT} for x in (c, d))
    return c.stance == d.stance and 2 * len(mine & other) >= len(mine)


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
    last = whole(a, first, last)
    while last - first > 1 and a.tokens[last - 1].upos == "PUNCT" and a.tokens[last - 1].text not in {'"', "”", "’"}:
        last -= 1
    return Span.of(a.text, *a.chars(first, last))
