"""Verbs and adjectives of stance: "calls for a truce", "is ready to meet"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.clauses import clause
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import bearers, subjects
from parley.extract.positions.tree import by_frame, infinitive, words_of
from parley.extract.positions.words import StanceWord, entries, weekdays, word_set
from parley.model.analysis import Analysis, Token
from parley.model.position import Movement, PositionStance


@dataclass(frozen=True, slots=True)
class Mood:
    """How a word of stance is meant: ``denied`` by an odd number of negations, ``open`` where it is left open."""

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
    found = (by_frame(a, token.i, frame) for frame in word.takes)
    issue = next((x for x in found if x is not None and a.tokens[x].text not in weekdays()), None)
    if issue is None or not about(scene, issue, word) or (issue != token.i and empty(a, issue, word)):
        return None
    mood = mood_of(a, token.i)
    if word.only_negated and not mood.denied:
        return None
    if infinitive(a, token.i) and a.children(token.i, "nsubj") and not clause(a, token.i).planned:
        return None
    if _blamed(a, token) or clause(a, token.i).mark == "since":
        return None
    given_up = no_longer(a, token.i) and word.stance in {"demand", "refusal", "opposition"}
    if mood.open or (mood.denied and word.negated is None and not given_up):
        return None
    if word.talks == "none" and not mood.denied and a.tokens[issue].lemma.lower() in word_set("classes", "encounters"):
        return None
    if mood.denied and word.movement is None and clause(a, token.i).perfect and word.stance != "offer":
        return None  # "has not agreed" tells what has not happened yet
    held_by = bearers(a, token.i) if section == "adjectives" else subjects(a, token.i)
    if not word.together and not mood.denied and _several(a, token, held_by):
        return None
    stance, movement = _meant(word, mood.denied, given_up)
    first, last = words_of(a, token.i, issue, held_by[0] if held_by else None)
    return Candidate(token.i, stance, movement, held_by, issue, first, last)


def _meant(word: StanceWord, denied: bool, given_up: bool) -> tuple[PositionStance, Movement | None]:
    """The stance and movement that a word has: its own, those of its denial, or giving way ("no longer insists")."""
    if given_up:
        return "concession", "softened"
    return (word.negated or word.stance, word.negated_movement) if denied else (word.stance, word.movement)


def no_longer(a: Analysis, i: int) -> bool:
    """Whether "no longer" stands right before a predicate."""
    return i >= 2 and [t.text.lower() for t in a.tokens[i - 2 : i]] == ["no", "longer"]


def _blamed(a: Analysis, token: Token) -> bool:
    """Whether a deed is only what somebody is blamed or thanked for ("accused of shunning talks").

    Behind a comma a deed is the subject's own again ("blamed Peru, promising to send troops").
    """
    above = a.tokens[token.head] if token.head >= 0 else token
    own = token.rel == "advcl" and token.i > 0 and a.tokens[token.i - 1].text == ","
    return token.xpos == "VBG" and above.lemma.lower() in word_set("accusing") and not own


def _several(a: Analysis, token: Token, held_by: tuple[int, ...]) -> bool:
    """Whether more than one share a stance; a present form without "s" shows it too."""
    return (
        len(held_by) > 1
        or (token.xpos == "VBP" and not token.text.endswith("s"))
        or any(a.tokens[h].text.lower() == "they" for h in held_by)
        or any(c.text.lower() in {"both", "two"} for h in held_by for c in a.children(h, "det", "nummod"))
    )


def empty(a: Analysis, issue: int, word: StanceWord) -> bool:
    """Whether the issue makes no stance: only speech ("declined to comment", "asked whether"), or a refusal refused."""
    token = a.tokens[issue]
    speech = word_set("speech")
    if token.lemma.lower() in speech or any(c.lemma.lower() in speech for c in a.children(issue, "mark", "advmod")):
        return True
    return word.stance in {"refusal", "opposition"} and token.xpos[:2] == "VB" and rejects(a, token)


def rejects(a: Analysis, token: Token) -> bool:
    """Whether a verb is a word of refusal or opposition."""
    found = next((w for k in keys(a, token) for w in entries("verbs").get(k, ())), None)
    return found is not None and found.stance in {"refusal", "opposition"}


def about(scene: Scene, issue: int, word: StanceWord) -> bool:
    """Whether the issue is of the class that a word of stance asks for."""
    if word.about is None:
        return True
    if word.about == "actor":
        return bool(scene.actors_of(issue)) or any(scene.actors_of(s) for s in subjects(scene.a, issue))
    token = scene.a.tokens[issue]
    near = [token, *scene.a.children(issue, "compound", "nmod", "obj", "nummod")]
    if word.about == "help" and token.head >= 0:  # "pledged 150 million dollars in aid"
        near += scene.a.children(token.head, "obj", "obl")
    near += [t for c in near[1:] for t in scene.a.children(c.i, "nmod")]
    wanted = word_set("classes", word.about)
    return any(t.lemma.lower() in wanted or t.text.lower() in wanted for t in near)


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
        denied ^= a.tokens[at].xpos[:2] == "VB" and rejects(a, a.tokens[at])


def _asked(a: Analysis, token: Token) -> bool:
    """Whether a predicate is the main one of a question."""
    sentence = a.sentences[token.sent]
    return token.rel == "root" and a.tokens[sentence.last - 1].text == "?"
