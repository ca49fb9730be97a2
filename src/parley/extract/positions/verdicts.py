"""What somebody calls something: "called the plan unacceptable"."""

from __future__ import annotations

from parley.extract.positions.holder import subjects
from parley.extract.positions.predicates import mood_of
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import LONGEST
from parley.extract.positions.words import phrases, word_set
from parley.model.analysis import Token

REACH = 14  # tokens from the verb to its verdict


def verdicts(scene: Scene, token: Token) -> Candidate | None:
    """Who calls something unacceptable, "null and void" or the like is against it."""
    a = scene.a
    if token.xpos[:2] != "VB" or token.lemma.lower() not in word_set("calling"):
        return None
    objects = [c.i for c in a.children(token.i, "obj", "ccomp", "xcomp") if c.i > token.i]
    mood = mood_of(a, token.i)
    if not objects or mood.denied or mood.open:
        return None
    end = min(a.sentences[token.sent].last, token.i + REACH)
    texts = [t.text.lower() for t in a.tokens[token.i + 1 : end]]
    at = next((k for k in range(len(texts)) if verdict(texts, k)), None)
    if at is None:
        return None
    holders = subjects(a, token.i)
    last = min(token.i + at + 2, token.i + LONGEST)
    return Candidate(token.i, "opposition", None, holders, objects[0], token.i, last)


def verdict(texts: list[str], k: int) -> bool:
    """Whether the words that end at ``k`` call something unacceptable."""
    if texts[k] in word_set("unacceptable") or texts[k] in word_set("unwelcome"):
        return True
    return any(tuple(texts[k - len(p) + 1 : k + 1]) == p for p in phrases("unacceptable_phrases") if k + 1 >= len(p))
