"""Verbs and adjectives of stance: "calls for a truce", "is ready to meet"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.clauses import clause
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import by_frame, subjects, words_of
from parley.extract.positions.words import StanceWord, entries, word_set
from parley.model.analysis import Analysis, Token


@dataclass(frozen=True, slots=True)
class Mood:
    """How a word of stance is meant: ``denied`` by an odd number of negations, ``open`` where nobody says that it is so."""

    denied: bool
    open: bool


def predicates(scene: Scene, token: Token) -> Candidate | None:
    """The stance that a verb or a predicate adjective says, None where it says none."""
    for section, word in _lookup(scene.a, token):
        found = _fits(scene, token, word, section)
        if found is not None:
            return found
    return None


def _lookup(a: Analysis, token: Token) -> list[tuple[str, StanceWord]]:
    out: list[tuple[str, StanceWord]] = []
    if token.upos in {"VERB", "NOUN", "PROPN", "ADJ"} and token.xpos[:2] == "VB":
        verbs = entries("verbs")
        for key in keys(a, token):
            out += [("verbs", w) for w in verbs.get(key, ())]
            if out:
                break
    adjective = entries("adjectives").get(token.text.lower())
    if adjective and token.xpos in {"JJ", "VBN", "VBD", "RB", "NN", "NNP"}:
        out += [("adjectives", w) for w in adjective]
    return out


def keys(a: Analysis, token: Token) -> list[str]:
    """The forms under which a verb may stand in the table: with its particle first."""
    lemma = token.lemma.lower()
    following = [
        c.text.lower() for c in a.children(token.i, "compound:prt", "advmod", "obj", "case") if 0 < c.i - token.i <= 3
    ]
    if token.i + 1 < len(a.tokens):
        following.append(a.tokens[token.i + 1].text.lower())
    return [*(f"{lemma} {w}" for w in following), lemma]


def _fits(scene: Scene, token: Token, word: StanceWord, section: str) -> Candidate | None:
    a = scene.a
    issue = next((x for f in word.takes if (x := by_frame(a, token.i, f)) is not None), None)
    if issue is None or not about(scene, issue, word):
        return None
    mood = mood_of(a, token.i)
    if mood.open or (mood.denied and word.negated is None):
        return None
    if issue != token.i and reversed_by(a, issue):
        return None
    holders = subjects(a, token.i)
    stance = (word.negated if mood.denied else word.stance) or word.stance
    if word.plural and not mood.denied and len(holders) > 1:
        stance = word.plural
    movement = word.negated_movement if mood.denied else word.movement
    first, last = words_of(a, token.i, issue, holders[0] if holders else None)
    return Candidate(token.i, stance, movement, holders, issue, first, last)


def about(scene: Scene, issue: int, word: StanceWord) -> bool:
    """Whether the issue is of the class that a word of stance asks for."""
    if word.about is None:
        return True
    if word.about == "actor":
        return bool(scene.actors_of(issue)) or any(scene.actors_of(s) for s in subjects(scene.a, issue))
    token = scene.a.tokens[issue]
    near = [token, *scene.a.children(issue, "compound", "nmod", "obj")]
    return any(t.lemma.lower() in word_set("classes", word.about) for t in near)


def mood_of(a: Analysis, i: int) -> Mood:
    """The mood of a predicate together with what stands above it ("does not want to back down")."""
    denied, open_, at, depth = False, False, i, 0
    while True:
        record, token = clause(a, at), a.tokens[at]
        denied ^= record.negated
        open_ = open_ or record.conditional or record.modal in {"possible", "necessary"} or _asked(a, token)
        if token.rel != "xcomp" or token.head < 0 or depth > 3:
            return Mood(denied, open_)
        at, depth = token.head, depth + 1


def _asked(a: Analysis, token: Token) -> bool:
    """Whether a predicate is the main one of a question."""
    sentence = a.sentences[token.sent]
    return token.rel == "root" and a.tokens[sentence.last - 1].text == "?"


def reversed_by(a: Analysis, issue: int) -> bool:
    """Whether the issue itself is a word of refusal ("refused to rule out"): then the whole says nothing."""
    token = a.tokens[issue]
    if token.xpos[:2] != "VB":
        return False
    found = next((w for k in keys(a, token) for w in entries("verbs").get(k, ())), None)
    return found is not None and found.stance in {"refusal", "opposition"}
