"""Nouns of stance with their holder: "the offer of Norway", "Kenya's demand that ...", "expressed its support"."""

from __future__ import annotations

from parley.extract.positions.predicates import mood_of
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import governed, phrase, subjects, words_of
from parley.extract.positions.words import StanceWord, entries, word_set
from parley.model.analysis import Analysis, Token


def nouns(scene: Scene, token: Token) -> Candidate | None:
    """The stance that a noun names, None where nobody holds it or nothing tells what it is about."""
    if token.xpos not in {"NN", "NNS"}:
        return None
    for word in entries("nouns").get(token.lemma.lower(), ()):
        found = _fits(scene, token, word)
        if found is not None:
            return found
    return None


def _fits(scene: Scene, token: Token, word: StanceWord) -> Candidate | None:
    a = scene.a
    issue = _issue(a, token, word)
    if issue is None:
        return None
    verb = _light(a, token)
    holder = None if word.held else _holder(scene, token, word)
    if verb is not None:
        mood = mood_of(a, verb)
        denied = mood.denied or any(d.text.lower() == "no" for d in a.children(token.i, "det"))
        if mood.open or denied != word.denied:
            return None
        holders = subjects(a, verb)
        if holders and (holder is None or a.tokens[holder].upos == "PRON" or word.held):
            first, last = words_of(a, verb, issue, holders[0])
            return Candidate(token.i, word.stance, word.movement, holders, issue, first, last)
    if holder is None or word.denied:
        return None
    first, last = phrase(a, token.i, frozenset({"advcl", "conj", "cc"}))
    return Candidate(token.i, word.stance, word.movement, (holder,), issue, first, min(last, first + 20))


def _issue(a: Analysis, token: Token, word: StanceWord) -> int | None:
    for preposition in word.takes:
        found = governed(a, token.i, preposition)
        if found is not None:
            return found
    if word.takes:
        return None
    clauses = [c.i for c in a.children(token.i, "acl", "ccomp", "xcomp") if c.i > token.i and c.deprel != "acl:relcl"]
    if clauses:
        return clauses[0]
    for preposition in ("for", "to", "on", "of"):
        found = governed(a, token.i, preposition)
        if found is not None:
            return found
    return None


def _light(a: Analysis, token: Token) -> int | None:
    """The verb that lends the noun its subject."""
    if token.rel != "obj" or token.head < 0:
        return None
    return token.head if a.tokens[token.head].lemma.lower() in word_set("light") else None


def _holder(scene: Scene, token: Token, word: StanceWord) -> int | None:
    """Who holds it: a possessor, a demonym or name before the noun, or a phrase with "by", "from", "of"."""
    a = scene.a
    for child in a.children(token.i, "nmod:poss", "amod", "compound"):
        if child.i < token.i and scene.actors_of(child.i):
            return child.i
    for preposition in ("by", "from", *(() if "of" in word.takes else ("of",))):
        found = governed(a, token.i, preposition)
        if found is not None and scene.actors_of(found):
            return found
    return None
