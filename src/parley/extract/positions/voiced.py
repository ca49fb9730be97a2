"""What a source demands or refuses in its own words: "they must withdraw", "we will not talk under fire"."""

from __future__ import annotations

from parley.extract.clauses import clause, group, negated
from parley.extract.positions.holder import subjects
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import LONGEST, phrase
from parley.extract.positions.verdicts import verdict
from parley.extract.positions.words import word_set
from parley.model.analysis import Analysis, Token

CLOSE = 8  # tokens from "is" to its verdict


def refuses_to_act(scene: Scene, token: Token) -> Candidate | None:
    """ "Will not", "would not" or "will no longer" with a verb of one's own will is a refusal by its subject."""
    a = scene.a
    if token.xpos != "VB" or token.lemma.lower() not in word_set("willed"):
        return None
    record = clause(a, token.i)
    if record.modal not in {"future", "conditional"} or record.conditional or record.passive:
        return None
    if not (record.negated or _no_longer(a, token)):
        return None
    holders = subjects(a, token.i)
    first, last = _clause_words(a, token)
    return Candidate(token.i, "refusal", None, holders, token.i, first, last)


def _no_longer(a: Analysis, token: Token) -> bool:
    return token.i >= 2 and [t.text.lower() for t in a.tokens[token.i - 2 : token.i]] == ["no", "longer"]


def demands_by_need(scene: Scene, token: Token) -> Candidate | None:
    """ "Must", "should", "has to" in the words of an official is that official's demand."""
    a = scene.a
    if scene.speaker(token.i) is None:
        return None
    record = clause(a, token.i)
    if record.modal != "necessary" or record.perfect or record.mark not in {"", "that"}:
        return None
    who = [c.i for c in a.children(token.i, "nsubj")]
    if token.xpos not in {"VB", "VBN"} or not who or a.tokens[who[0]].text.lower() in word_set("nobody"):
        return None
    if "must" not in {t.text.lower() for t in group(a, token.i)} and not scene.actors_of(who[0]):
        return None  # "should" gives advice; it demands where somebody known is to act
    first, last = _clause_words(a, token)
    return Candidate(token.i, "demand", None, (), token.i, first, last)


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
    return Candidate(token.i, "opposition", None, (), subject[0].i, first, max(start + at + 2, token.i + 1))


def _clause_words(a: Analysis, token: Token) -> tuple[int, int]:
    """The words of a clause, from its subject on, cut to a readable length."""
    first, last = phrase(a, token.i, frozenset({"advcl", "mark", "conj", "cc"}))
    if token.i - first > LONGEST // 2:
        first = max(first, token.i - 6)
    return first, min(last, max(first + LONGEST, token.i + 1))
