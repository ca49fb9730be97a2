"""Demands in the words of a source: "they must withdraw", "we hope that they will", "let them go"."""

from __future__ import annotations

from parley.extract.clauses import clause, group
from parley.extract.positions.scene import FIRST_PERSON, Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import clause_words, infinitive, words_of
from parley.extract.positions.words import voice, word_set
from parley.model.analysis import Analysis, Token

LET_GO = frozenset({"them", "him", "her"})  # "let them give back the cattle"


def demands_by_need(scene: Scene, token: Token) -> Candidate | None:
    """ "Must", "should", "has to", "needs to" in the words of an official is that official's demand."""
    a = scene.a
    if scene.speaker(token.i) is None or token.xpos not in {"VB", "VBN"}:
        return None
    top = _needing(a, token)
    record = clause(a, top)
    if record.modal != ("necessary" if top == token.i else "") or record.perfect or record.mark not in {"", "that"}:
        return None
    who = a.children(top, "nsubj", "nsubj:pass")
    if not who or _inverted(a, top, who[-1]) or not _addressed(scene, token, who[-1], strong=_strong(a, top)):
        return None
    first, last = clause_words(a, a.tokens[top])
    return Candidate(token.i, "demand", None, (), token.i, first, last, spoken=True)


def _inverted(a: Analysis, top: int, who: Token) -> bool:
    """ "Should the leaders agree": an "if" and no demand."""
    return any(t.text.lower() == "should" and t.i < who.i for t in a.children(top, "aux"))


def _needing(a: Analysis, token: Token) -> int:
    """The verb of "need to", "have to" above an infinitive, or the token itself."""
    if token.rel == "xcomp" and token.head >= 0 and infinitive(a, token.i):
        above = a.tokens[token.head]
        if above.lemma.lower() in word_set("need", "verbs") and not a.children(above.i, "obj"):
            return above.i
    return token.i


def _strong(a: Analysis, top: int) -> bool:
    return "must" in {t.text.lower() for t in group(a, top)} or a.tokens[top].lemma.lower() in word_set("need", "verbs")


def _addressed(scene: Scene, token: Token, who: Token, strong: bool) -> bool:
    """Whether the subject is somebody, other than the speaker, who can be asked to act.

    "Should" only gives advice unless somebody known is to act; "must" demands whatever is to be done.
    """
    word, actors = who.text.lower(), scene.actors_of(who.i)
    speaker = scene.speaker(token.i)
    if word in FIRST_PERSON or any(x.id == speaker for x in actors) or scene.own_words(token.i, who.i):
        return False
    if actors or word == "they":
        return True
    return word not in word_set("nobody") and (strong or who.lemma.lower() in voice("demand", "addressed"))


def demands_by_hope(scene: Scene, token: Token) -> Candidate | None:
    """ "We hope that they will ...", "expects them to": what a source hopes that another side will do, it asks for."""
    a = scene.a
    if token.lemma.lower() not in voice("demand", "hoping") or token.xpos[:2] != "VB":
        return None
    deed = next((c for c in a.children(token.i, "ccomp") if c.i > token.i and c.xpos[:2] == "VB"), None)
    record = clause(a, token.i)
    if deed is None or record.negated or record.conditional or clause(a, deed.i).modal not in {"future", "conditional"}:
        return None
    who = [s for s in a.children(deed.i, "nsubj") if scene.actors_of(s.i)]
    holders = subjects(a, token.i)
    mine = {x.id for h in holders for x in scene.actors_of(h)} | {scene.speaker(token.i)}
    if not who or mine & {x.id for x in scene.actors_of(who[0].i)}:
        return None
    first, last = words_of(a, token.i, deed.i, holders[0] if holders else None)
    return Candidate(token.i, "demand", None, holders, deed.i, first, last)


def _let_us(a: Analysis, token: Token) -> bool:
    """ "Let us discuss this now"."""
    words = [t.text.lower() for t in a.tokens[max(0, token.i - 2) : token.i]]
    said = token.lemma.lower() not in voice("demand", "idle") and bool(a.children(token.i, "obj", "obl"))
    return said and len(words) == 2 and words[0] == "let" and words[1] in {"us", "'s", "’s"}


def orders(scene: Scene, token: Token) -> Candidate | None:
    """An imperative in quoted words: "Lift the blockade", "Let us discuss this now"."""
    a = scene.a
    attribution = scene.voices.get(token.i)
    if token.xpos not in {"VB", "VBP"} or attribution is None or attribution.kind == "indirect":
        return None
    if _let_us(a, token):
        first, last = clause_words(a, token)
        return Candidate(token.i, "demand", None, (), token.i, first, last, spoken=True)
    if scene.speaker(token.i) is None or a.children(token.i, "nsubj", "aux", "mark", "expl", "cop"):
        return None
    before = a.tokens[token.i - 1].text if token.i else ""
    if token.lemma.lower() == "let" and token.i + 1 < len(a.tokens):
        if a.tokens[token.i + 1].text.lower() not in LET_GO:
            return None
    elif token.lemma.lower() in voice("demand", "idle"):
        return None
    if before not in {'"', "“", "‘", "'", ".", ":"}:
        return None
    if not a.children(token.i, "obj", "obl", "xcomp"):
        return None
    first, last = clause_words(a, token)
    return Candidate(token.i, "demand", None, (), token.i, first, last, spoken=True)
