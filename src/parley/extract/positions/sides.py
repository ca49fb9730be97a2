"""For whom a person of no stated country speaks, as news leaves out what its readers know.

A national paper writes "Foreign Minister Ana Ruiz" of its own minister, and sets the scene once ("In Lima,
the government said ...") for those who are quoted after that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from parley.extract.positions.scene import Scene
from parley.extract.positions.words import voice, word_set
from parley.lexicon import world
from parley.model.analysis import Token
from parley.model.mention import Actor

EXPLAINS = frozenset({"appos", "flat", "nmod", "nmod:desc"})


def side(scene: Scene, actor: Actor) -> Actor | None:
    """Who holds what an actor stands for: the actor, or the state or movement spoken for; None for private people.

    Of a person whose country no words give, in this order: the words beside the name ("her Chilean counterpart
    Rosa Luna") or whose spokesman it is; for office-holders the scene that is set ("In Lima, ..."), and the home
    of the paper or the place of writing.
    """
    if political(actor):
        return actor
    at = [f.i for f, _ in heads(scene, actor)]
    if _of_state(actor):
        return scene.state(scene.setting.set_in(at) or scene.setting.home)
    found = _beside(scene, actor) if actor.kind == "person" else None
    if found is not None or actor.kind != "person" or not in_office(actor) or _owned(scene, actor):
        return found
    named = [i for i in at if scene.a.tokens[i].upos == "PROPN"]
    country = scene.setting.set_in(named) or (scene.setting.home if _alone(scene, actor) else None)
    return (scene.state(country) or actor) if country is not None else None


def _alone(scene: Scene, actor: Actor) -> bool:
    """Whether no other person of the text, of no stated country either, has the same office."""
    same = [x for x in scene.everyone if x.country is None and (x.role or "").lower() == (actor.role or "").lower()]
    others = [x for x in same if x is not actor and _beside(scene, x) is None]
    return not any(scene.setting.set_in([f.i for f, _ in heads(scene, x) if f.upos == "PROPN"]) is None for x in others)


def _of_state(actor: Actor) -> bool:
    """Whether a source without a name is one of the state ("a government source", "the foreign ministry")."""
    words = actor.name.replace("-", " ").split()
    return actor.role is None and all(w.islower() for w in words) and bool(set(words) & voice("state"))


def in_office(actor: Actor) -> bool:
    """Whether a person's role is one of the state."""
    words = {w.lower() for w in (actor.role or "").replace("-", " ").split()}
    return bool(words & voice("office")) and not words & voice("no_office")


def heads(scene: Scene, actor: Actor) -> Iterator[tuple[Token, Token]]:
    """First and last token of every mention, in text order."""
    tokens, starts = scene.a.tokens, scene.starts
    for mention in actor.mentions:
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end) - 1
        if first <= last < len(tokens):
            yield tokens[first], tokens[last]


def _beside(scene: Scene, actor: Actor) -> Actor | None:
    """The state or movement that the words around a mention tell.

    "Her Chilean counterpart, Rosa Luna", "Rosa Luna of Chile", "General Lado of the Liberation Front".
    """
    a = scene.a
    for first, last in heads(scene, actor):
        if first.upos != "PROPN":
            continue
        start = a.sentences[first.sent].first
        comma = first.i - 1 >= start and a.tokens[first.i - 1].text == ","
        nouns = [a.tokens[t.head] for t in (first, last) if t.deprel in EXPLAINS and t.head >= 0]
        nouns += [a.tokens[i] for i in [first.i - 1 - comma] if i >= start]
        nouns += a.children(first.i, "appos")
        for noun in nouns:
            found = _named_by(scene, noun) if noun.upos in {"NOUN", "PROPN"} and _of_office(noun) else None
            if found is not None:
                return found
        for part in (first.i, first.i - 1):
            found = (_behind_of(scene, part) or _possessor(scene, part)) if part >= start else None
            if found is not None:
                return found
    return None


def _of_office(noun: Token) -> bool:
    return noun.lemma.lower() in voice("office") | voice("peers") | voice("sent")


def _named_by(scene: Scene, noun: Token) -> Actor | None:
    """The one state before a noun for an office, or the state or movement behind its "of"."""
    before = [c.text for c in scene.a.children(noun.i, "amod", "compound", "nmod:poss") if c.i < noun.i]
    found = {code for word in before if (code := world.country_code(word)) is not None}
    return scene.state(found.pop()) if len(found) == 1 else _owner(scene, noun) or _behind_of(scene, noun.i)


def _owner(scene: Scene, noun: Token) -> Actor | None:
    """Whose spokesman or negotiator somebody is ("the front's negotiator", "its spokesman")."""
    for child in scene.a.children(noun.i, "nmod:poss"):
        found = scene.actors_of(child.i) or scene.named_in_short(child.i)
        if len(found) == 1 and political(found[0]) and noun.lemma.lower() not in voice("peers"):
            return found[0]
    return None


def _possessor(scene: Scene, i: int) -> Actor | None:
    """ "Chile's Rosa Luna"."""
    owners = [x for c in scene.a.children(i, "nmod:poss") for x in scene.actors_of(c.i)]
    return owners[0] if len(owners) == 1 and owners[0].kind == "country" else None


def _owned(scene: Scene, actor: Actor) -> bool:
    """Whether words tell whose man somebody is, even where they do not say who that is."""
    nouns = [scene.a.tokens[f.head] for f, _ in heads(scene, actor) if f.deprel in EXPLAINS and f.head >= 0]
    return any(scene.a.children(n.i, "nmod:poss") for n in nouns if n.upos == "NOUN")


def _behind_of(scene: Scene, i: int) -> Actor | None:
    """The state or movement behind "of", and whoever a spokesman speaks "for"."""
    a = scene.a
    for child in a.children(i, "nmod"):
        found = scene.actors_of(child.i) or scene.named_in_short(child.i)
        case = {m.text for m in a.children(child.i, "case")}
        if len(found) == 1 and (("of" in case and found[0].kind != "person") or "for" in case) and political(found[0]):
            return found[0]
    return None


def political(actor: Actor) -> bool:
    """Whether somebody speaks for a state, a body of states, or a movement with a cause of its own.

    Firms, clubs and people of no known side hold opinions too; they are none of diplomacy's positions.
    """
    if actor.country is not None or actor.code is not None:
        return True
    named = {w.lower() for w in actor.name.replace("-", " ").split()}
    return actor.kind in {"organisation", "group"} and bool(named & word_set("political"))
