"""Conditions by their words alone, where the tree does not show the clause: ", provided the islands ask for it"."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.predicates import keys
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import clause_words, words_of
from parley.extract.positions.words import entries, openings, voice, word_set
from parley.model.analysis import Analysis, Token

LONGEST = 28  # words of a condition with what it binds
GIVING = frozenset({"offer", "concession", "support"})
ENDS = frozenset({".", ";", ":", "?", "!", '"', "”", "“", "»", "—", "–"})


def terms(scene: Scene, token: Token) -> Candidate | None:
    """Words that bind what stands beside them ("provided that", "in exchange for", "only after"), with what follows."""
    a = scene.a
    if token.text.lower() not in openings():
        return None
    length = next((n for n in (4, 3, 2, 1) if _form(a, token, n) in voice("condition", "words")), None)
    if length is None or (length == 1 and not _parted(a, token)):
        return None
    if token.i + length < len(a.tokens) and a.tokens[token.i + length].text.lower() in voice("condition", "names"):
        return None
    end = _end(scene, token.i, token.i + length)
    main = _main(a, token)
    if main is None or end - token.i < length + 2:
        return None
    record = clause(a, main)
    if record.conditional or record.perfect or (record.tense == "past" and not record.modal and not _gives(a, main)):
        return None
    holders = subjects(a, main)
    start = min(words_of(a, main, None, holders[0] if holders else None)[0], clause_words(a, a.tokens[main])[0])
    first, last = (start, end) if start < token.i and end - start <= LONGEST else (token.i, end)
    return Candidate(token.i, "condition", None, holders, None, first, last, spoken=True)


def _form(a: Analysis, token: Token, length: int) -> str:
    last = min(token.i + length, a.sentences[token.sent].last)
    return " ".join(t.text.lower() for t in a.tokens[token.i : last])


def _parted(a: Analysis, token: Token) -> bool:
    """Whether a word that is a verb elsewhere ("provided") stands behind a comma."""
    return token.i > 0 and a.tokens[token.i - 1].text in {",", "—", "–", "-"}


def _end(scene: Scene, start: int, i: int) -> int:
    """Where the words of a condition that begins at ``start`` end: with the sentence, or with what its source says."""
    tokens, voice_there = scene.a.tokens, scene.voices.get(start)
    last = scene.a.sentences[tokens[start].sent].last
    ends = (t.i for t in tokens[i:last] if t.text in ENDS or scene.voices.get(t.i) is not voice_there)
    end = next(ends, last)
    return end - (tokens[end - 1].text == ",")


def _main(a: Analysis, token: Token) -> int | None:
    """The finite verb that the condition stands behind, or that it stands before."""
    first, last = a.sentences[token.sent].first, a.sentences[token.sent].last
    before = [t.i for t in a.tokens[first : token.i] if _finite(a, t)]
    if before:
        own = [i for i in before if a.tokens[i].lemma.lower() not in word_set("speech")]
        return (own or before)[-1]
    comma = next((t.i for t in a.tokens[token.i : last] if t.text == ","), last)
    return next((t.i for t in a.tokens[comma:last] if _finite(a, t)), None)


def _finite(a: Analysis, token: Token) -> bool:
    if token.upos == "AUX" or (token.xpos[:2] != "VB" and not a.children(token.i, "cop")):
        return False
    return clause(a, token.i).finite


def _gives(a: Analysis, i: int) -> bool:
    """Whether a past form offers or agrees ("was ready to sign, provided", "agreed on condition that")."""
    words = [w for k in keys(a, a.tokens[i]) for w in entries("verbs").get(k, ())]
    return a.tokens[i].xpos[:2] != "VB" or clause(a, i).planned or any(w.stance in GIVING for w in words)
