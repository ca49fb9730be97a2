"""Who "they" are: a pair named together, people met before as "the two leaders", a group."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.mentions.groups import conjuncts, in_order
from parley.extract.mentions.parts import FADING, governs, part
from parley.extract.mentions.people import Draft
from parley.extract.mentions.scene import Scene
from parley.lexicon import titles
from parley.lexicon.encounters import verb_triggers
from parley.model.analysis import Token

NEAR = 3  # sentences
GOVERNS = 0.6
TOGETHER = 0.3  # for two that a sentence joins by "with", which the words do not say in one breath
ONE_BODY = 0.8  # against a single body
SUBJECT = 3.0
KINDS = frozenset({"person", "country", "organisation"})

Weighed = tuple[float, list[Draft]]


def they(scene: Scene, token: Token) -> list[Draft]:
    """The actors of "they": of pairs and groups the one that weighs most by part and distance."""
    found = [
        *_together(scene, token),
        *_groups(scene, token),
        *_partners(scene, token),
        *_met(scene, token),
        *_bodies(scene, token),
    ]
    best = max(found, key=lambda x: x[0], default=None)
    return best[1] if best is not None and best[0] > 0 else []


def _weight(scene: Scene, i: int, token: Token) -> float:
    away = token.sent - scene.a.tokens[i].sent
    inside = 0.0 if scene.quoted(i) == scene.quoted(token.i) else -0.4
    return part(scene.a, i) - FADING * away + inside + (GOVERNS if governs(scene.a, i, token) else 0)


def _near(scene: Scene, token: Token) -> Iterator[tuple[int, Draft]]:
    for i, draft in scene.back(token.i):
        if token.sent - scene.a.tokens[i].sent > NEAR:
            return
        yield i, draft


def _together(scene: Scene, token: Token) -> Iterator[Weighed]:
    """Those named in one breath ("Lume and Sand"), and those that "the two leaders" meant."""
    for i, _ in _near(scene, token):
        found = [scene.actors[c] for c in conjuncts(scene.a, i) if c in scene.actors and c < token.i]
        people = list(dict.fromkeys(found))
        if len(people) > 1 and {p.kind for p in people} <= KINDS:
            yield _weight(scene, i, token), people
    for i, several in scene.several:
        if i < token.i and token.sent - scene.a.tokens[i].sent <= NEAR:
            yield _weight(scene, i, token), several


def _groups(scene: Scene, token: Token) -> Iterator[Weighed]:
    for i, draft in _near(scene, token):
        if draft.kind == "group" and not draft.nouns & titles.words("one_state"):
            yield _weight(scene, i, token), [draft]


def _bodies(scene: Scene, token: Token) -> Iterator[Weighed]:
    """A body spoken of as many ("The union objected. They …"), where no pair or group stands as near."""
    for i, draft in _near(scene, token):
        if draft.kind == "organisation" and part(scene.a, i) >= SUBJECT:
            yield _weight(scene, i, token) - ONE_BODY, [draft]


def _partners(scene: Scene, token: Token) -> Iterator[Weighed]:
    """ "Lume had talks with Sand. They …": a subject and whom it met, where the sentence names just these two."""
    for away in range(1, NEAR + 1):
        sentence = token.sent - away
        here = [(i, d) for i, d in _near(scene, token) if scene.a.tokens[i].sent == sentence and d.kind == "person"]
        people = list(dict.fromkeys(d for _, d in here))
        subject = any(part(scene.a, i) >= SUBJECT for i, _ in here)
        with_whom = any(c.text.lower() == "with" for i, _ in here for c in _cases(scene, i))
        if len(people) == 2 and subject and with_whom:
            yield SUBJECT - TOGETHER - FADING * away, in_order(scene, token.i, people)


def _met(scene: Scene, token: Token) -> Iterator[Weighed]:
    """ "Lume met Sand, a spokesman said. They …": whoever a verb of meeting joins, whoever else is named there."""
    for i, guest in _near(scene, token):
        verb = _verb_before(scene, i)
        if verb is None or verb.lemma.lower() not in verb_triggers() or guest.kind != "person":
            continue
        subjects = [scene.actors.get(c.i) for c in scene.a.children(verb.i, "nsubj")]
        hosts = [d for d in dict.fromkeys(subjects) if d is not None]
        if len(hosts) == 1 and hosts[0].kind == "person" and hosts[0] is not guest:
            yield SUBJECT - TOGETHER - FADING * (token.sent - verb.sent), [hosts[0], guest]


def _verb_before(scene: Scene, i: int) -> Token | None:
    """The verb whose object stands at a token by word order: only a title and what belongs to it between them."""
    for t in reversed(scene.a.tokens[max(scene.a.sentences[scene.a.tokens[i].sent].first, i - 12) : i]):
        if t.upos == "VERB":
            return t
        if t.upos in {"AUX", "PRON", "SCONJ"} or t.text.lower() in {"and", "in", "on", "at"}:
            return None
    return None


def _cases(scene: Scene, i: int) -> list[Token]:
    token = scene.a.tokens[i]
    above = scene.a.tokens[token.head] if token.head >= 0 else token
    return [*scene.a.children(i, "case"), *(scene.a.children(above.i, "case") if above.upos != "VERB" else [])]
