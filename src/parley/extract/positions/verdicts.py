"""What somebody calls something: "called the plan unacceptable", "the plan is unacceptable, the minister said"."""

from __future__ import annotations

from parley.extract.clauses import clause, negated
from parley.extract.positions.predicates import mood_of
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import LONGEST, phrase
from parley.extract.positions.words import phrases, word_set
from parley.model.analysis import Token

CLOSE = 8  # tokens from "is" to its verdict
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


def ruled_out(scene: Scene, token: Token) -> Candidate | None:
    """What a source says is unacceptable, illegal or out of the question, it is against."""
    a = scene.a
    subject = [c for c in a.children(token.i, "nsubj") if c.i < token.i]
    if scene.speaker(token.i) is None or not subject or not a.children(token.i, "cop"):
        return None
    start = a.children(token.i, "cop")[-1].i
    texts = [t.text.lower() for t in a.tokens[start + 1 : min(a.sentences[token.sent].last, start + CLOSE)]]
    at = next((k for k in range(len(texts)) if verdict(texts, k)), None)
    if at is None or negated(a, token.i) or clause(a, token.i).mark not in {"", "that"}:
        return None
    first, _ = phrase(a, subject[0].i)
    first = max(first, token.i - LONGEST // 2)
    return Candidate(
        token.i, "opposition", None, (), subject[0].i, first, max(start + at + 2, token.i + 1), spoken=True
    )
