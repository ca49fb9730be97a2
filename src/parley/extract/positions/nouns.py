"""Nouns of stance with their holder: "the offer of Norway", "Kenya's demand that ...", "expressed its support"."""

from __future__ import annotations

from parley.extract.positions.predicates import mood_of
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import by_frame, governed, infinitive, nominal_after, phrase, words_of
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
    verb = _light(a, token) or _shown(a, token)
    if _adverbial(a, token):
        return None
    issue = _issue(a, token, word)
    holder = None if word.held else _holder(scene, token, word)
    if holder is not None and holder == issue:
        issue = None
    if issue is None and (verb is None or word.held) and not _felt(a, token, word, holder):
        return None
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


def _felt(a: Analysis, token: Token, word: StanceWord, holder: int | None) -> bool:
    """Whether a noun without an issue is somebody's no to what goes on ("despite opposition from Peru")."""
    source = holder is not None and any(c.text.lower() in {"from", "by"} for c in a.children(holder, "case"))
    return source and word.stance == "opposition" and token.rel in {"obl", "obj", "nmod"}


def _issue(a: Analysis, token: Token, word: StanceWord) -> int | None:
    for frame in word.takes:
        found = by_frame(a, token.i, frame)
        if found is not None:
            return found
    if word.takes:
        return None
    clauses = [c.i for c in a.children(token.i, "acl", "ccomp", "xcomp") if c.i > token.i and c.deprel != "acl:relcl"]
    if clauses:
        return clauses[0]
    if token.i + 2 < len(a.tokens) and a.tokens[token.i + 1].text.lower() == "to" and infinitive(a, token.i + 2):
        return token.i + 2
    for preposition in ("for", "to", "on", "of"):
        found = governed(a, token.i, preposition)
        if found is not None:
            return found
    return None


def _adverbial(a: Analysis, token: Token) -> bool:
    """ "At the invitation of", "on the initiative of" only tell how something came about."""
    return token.rel == "obl" and any(
        c.text.lower() in {"at", "on", "upon", "per"} for c in a.children(token.i, "case")
    )


def _light(a: Analysis, token: Token) -> int | None:
    """The verb that lends the noun its subject."""
    above = a.tokens[token.head] if token.head >= 0 else token
    if token.rel == "nmod" and above.rel == "obj" and above.lemma.lower() in word_set("bearers"):
        token = above  # "sent a letter of support"
    if token.rel != "obj" or token.head < 0:
        return None
    return token.head if a.tokens[token.head].lemma.lower() in word_set("light") else None


def _shown(a: Analysis, token: Token) -> int | None:
    """The verb whose subject shows a stance by what it does ("flew to Oslo in a show of support for Norway")."""
    show = a.tokens[token.head] if token.rel == "nmod" and token.head >= 0 else None
    if show is None or show.lemma.lower() not in word_set("shows") or show.head < 0 or show.rel not in {"obl", "nmod"}:
        return None
    above = a.tokens[show.head]
    while above.upos != "VERB" and above.rel in {"obl", "nmod", "obj"} and above.head >= 0:
        above = a.tokens[above.head]
    return above.i if above.upos == "VERB" else None


def _holder(scene: Scene, token: Token, word: StanceWord) -> int | None:
    """Who holds it: a possessor, a demonym or name before the noun, or a phrase with "by", "from", "of"."""
    a = scene.a
    left = [c.i for c in a.children(token.i, "nmod:poss", "amod", "compound") if c.i < token.i]
    owners = [i for i in left if scene.actors_of(i)]
    if owners:  # of "an official Kenyan request" the state's
        return next((i for i in owners if any(x.country for x in scene.actors_of(i))), owners[0])
    inside = token.i > a.sentences[token.sent].first
    if inside and a.tokens[token.i - 1].upos in {"PROPN", "ADJ", "NOUN"} and scene.actors_of(token.i - 1):
        return token.i - 1
    before = _genitive(a, token)
    if before is not None and scene.actors_of(before):
        return before
    if "of" not in word.takes:
        found = governed(a, token.i, "of")
        if found is not None and scene.actors_of(found):
            return found
    return _author(scene, token)


def _genitive(a: Analysis, token: Token) -> int | None:
    """The possessor by its words alone: what stands before "'s" and, at most, some adjectives."""
    i, first = token.i - 1, max(a.sentences[token.sent].first, token.i - 4)
    while i > first and a.tokens[i].upos in {"ADJ", "NOUN", "VERB", "ADV"}:
        i -= 1
    return i - 1 if i > first and a.tokens[i].xpos == "POS" else None


def _author(scene: Scene, token: Token) -> int | None:
    """Who stands behind "by" or "from" further on in the noun phrase ("an offer of talks by Peru")."""
    a = scene.a
    end = min(a.sentences[token.sent].last, token.i + 10)
    for t in a.tokens[token.i + 1 : end]:
        if t.text in {",", ";", "."} or (t.upos == "VERB" and t.xpos in {"VBZ", "VBD", "VBP"}):
            return None
        if t.text.lower() in {"by", "from"}:
            nominal = nominal_after(a, t.i + 1)
            if nominal is not None and scene.actors_of(nominal):
                return nominal
    return None
