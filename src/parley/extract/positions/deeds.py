"""Giving way told as a deed: "will release the prisoners", "announced a ceasefire", "would reopen the strait"."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import clause_words, words_of
from parley.extract.positions.words import voice
from parley.model.analysis import Analysis, Token

REACH = 8  # tokens from the verb to what is given


def yields(scene: Scene, token: Token) -> Candidate | None:
    """ "Will release the prisoners", "would lift the blockade": a concession by its subject."""
    a = scene.a
    if token.lemma.lower() not in voice("concession", "yielding") or token.xpos[:2] != "VB":
        return None
    record = clause(a, token.i)
    if record.modal not in {"future", "conditional"} or record.negated or record.conditional or record.passive:
        return None
    given = next((c for c in a.children(token.i, "obj", "xcomp", "obl") if c.i > token.i and _given(a, c)), None)
    holders = subjects(a, token.i)
    alone = token.lemma.lower() in voice("concession", "alone") and a.children(token.i, "obj")
    given = given or _after_verb(a, token) or (a.children(token.i, "obj")[0] if alone else None)
    if given is None or not holders:
        return None
    first, last = clause_words(a, token)
    return Candidate(token.i, "concession", "softened", holders, given.i, first, max(last, given.i + 1))


def _given(a: Analysis, token: Token) -> bool:
    near = [token, *a.children(token.i, "compound", "nmod")]
    return any(t.lemma.lower() in voice("concession", "yielded") for t in near)


def _after_verb(a: Analysis, token: Token) -> Token | None:
    """What is given by its place behind the verb alone ("will lift for a year the toll")."""
    for t in a.tokens[token.i + 1 : min(token.i + REACH, a.sentences[token.sent].last)]:
        if t.upos == "VERB" or t.text in {",", ";"}:
            return None
        if t.upos == "NOUN" and t.lemma.lower() in voice("concession", "yielded"):
            return t
    return None


def declares(scene: Scene, token: Token) -> Candidate | None:
    """ "Announced a ceasefire", "ordered the release of": a step towards the other side, by its subject."""
    a = scene.a
    if token.lemma.lower() not in voice("concession", "declaring") or token.xpos[:2] != "VB":
        return None
    record = clause(a, token.i)
    step = next(
        (c for c in a.children(token.i, "obj", "nsubj:pass") if c.lemma.lower() in voice("concession", "steps")), None
    )
    if step is None or record.negated or record.conditional or record.modal in {"possible", "necessary"}:
        return None
    holders = subjects(a, token.i)
    first, last = words_of(a, token.i, step.i, holders[0] if holders else None)
    return Candidate(token.i, "concession", "softened", holders, step.i, first, last) if holders else None
