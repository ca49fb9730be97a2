"""Who holds a stance: the actors that a noun phrase stands for."""

from __future__ import annotations

from parley.extract.positions.scene import FIRST_PERSON, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.words import word_set
from parley.model.analysis import Token
from parley.model.mention import Actor

THIRD_PERSON = frozenset({"he", "she", "it", "they"})
MANY = 2  # what more than two share is the result of a meeting rather than a stand of each


def holders(scene: Scene, i: int, issued: bool = True) -> list[str]:
    """The ids of the actors that hold what the noun phrase at token ``i`` is the subject or possessor of.

    "We" in quoted words is their source; "its position", "a Kenyan statement" is whose position or
    statement it is (``issued``: also the subject of the verb that a statement is the object of); a body
    without a country of its own takes that of its demonym ("the Kenyan foreign ministry"); a pronoun
    that nobody has resolved is the one who says so ("Kenya says that it is ready").
    """
    a, token = scene.a, scene.a.tokens[i]
    word = token.text.lower()
    if word in FIRST_PERSON:
        speaker = scene.speaker(i)
        return [speaker] if speaker is not None else []
    found = scene.actors_of(i)
    if len(found) > MANY:
        return []
    if word in THIRD_PERSON:
        if len(found) > 1 and word == "they":
            return []  # what several do together is the outcome of a meeting rather than a stand of each
        if found and (len(found) > 1 or found[0].country is not None or found[0].kind == "person"):
            return [x.id for x in found]
        return _who_says(scene, i) or [x.id for x in found]
    if found and (len(found) > 1 or found[0].country or found[0].kind == "person"):
        return [x.id for x in found]
    if found and found[0].code:
        return [found[0].id]
    if found or token.lemma.lower() in word_set("classes", "stands") | word_set("bearers"):
        rels = ("nmod:poss", "amod", "compound") if found else ("nmod:poss", "amod", "compound", "nmod")
        for child in a.children(i, *rels):
            owner = scene.actors_of(child.i)
            if len(owner) == 1 and owner[0].kind == "country":
                return [owner[0].id]
        for child in (p for c in a.children(i, "appos") for p in a.children(c.i, "nmod:poss")):
            owner = scene.actors_of(child.i)
            if found and len(owner) == 1 and owner[0].kind == "country":
                return [owner[0].id]  # "the Defence Commission, Kenya's top body"
    if not found and word in word_set("parts"):
        inner = next((c.i for c in a.children(i, "nmod") if scene.actors_of(c.i)), None)
        found = scene.actors_of(inner) if inner is not None else ()
    if issued and not found and word in word_set("bearers") and token.rel == "obj" and token.head >= 0:
        return [x for s in subjects(a, token.head) for x in holders(scene, s, issued=False)]
    if not found:
        found = _in_apposition(scene, token) or scene.named_in_short(i)
    if word in word_set("own") and not any(x.country for x in found):
        return _whose(scene, i) or [x.id for x in found]
    return [x.id for x in found]


def _whose(scene: Scene, i: int) -> list[str]:
    """Whose country or government it is: the possessor ("his country"), else the one who says so, else the speaker."""
    owners = [x.id for c in scene.a.children(i, "nmod:poss") for x in scene.actors_of(c.i)]
    speaker = scene.speaker(i)
    return owners or _who_says(scene, i) or ([speaker] if speaker is not None else [])


def _in_apposition(scene: Scene, token: Token) -> tuple[Actor, ...]:
    """The person whose office a noun without an actor names ("the chairperson of the council, Ana Ruiz")."""
    for child in scene.a.children(token.i, "appos", "flat", "nmod"):
        found = scene.actors_of(child.i)
        if len(found) == 1 and found[0].kind in {"person", "organisation"} and not scene.a.children(child.i, "case"):
            return found
    return ()


def _who_says(scene: Scene, i: int) -> list[str]:
    """The subject of the clause that reports the clause of a pronoun."""
    a = scene.a
    for above in a.ancestors(i):
        if above.rel == "ccomp" and above.head >= 0:
            return [x.id for s in subjects(a, above.head) for x in scene.actors_of(s)]
    return []
