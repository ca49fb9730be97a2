"""What a source rules out in its own words: "the plan is unacceptable"."""

from __future__ import annotations

from parley.extract.clauses import clause, negated
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import LONGEST, phrase
from parley.extract.positions.verdicts import verdict
from parley.model.analysis import Token

CLOSE = 8  # tokens from "is" to its verdict


def ruled_out(scene: Scene, token: Token) -> Candidate | None:
    """What a source says is unacceptable, illegal or out of the question, it is against."""
    a = scene.a
    subject = a.children(token.i, "nsubj")
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
