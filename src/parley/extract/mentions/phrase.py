"""Noun phrases of descriptions: their words, the country they name, the actor they make."""

from __future__ import annotations

from parley.extract.mentions.people import Draft
from parley.extract.mentions.scene import Scene
from parley.lexicon import titles
from parley.model.analysis import Analysis, Token
from parley.model.encounter import Level

WHOSE = frozenset({"of", "for", "from"})
WHERE = frozenset({"of", "at", "in", "within", "inside", "from", "for"})  # where a voice belongs
LONGEST = 6  # words of what stands behind the preposition


def modifiers_country(scene: Scene, token: Token) -> str | None:
    """The country or body that a noun phrase names ("the Russian president", "president of Peru")."""
    for child in scene.a.children(token.i, "amod", "compound", "nmod:poss", "nmod", "appos"):
        plain = child.rel == "nmod" and child.deprel != "nmod:poss"
        cases = {c.text.lower() for c in scene.a.children(child.i, "case")}
        seated = token.lemma.lower() in titles.words("voices") | titles.words("offices")
        if plain and not cases & (WHERE if seated else WHOSE):
            continue
        for i in scene.a.subtree(child.i):
            name = scene.names.get(i)
            if name is not None and name.geo is not None:
                return name.geo.country
            if child.deprel in {"nmod:poss", "compound"} and i in scene.actors and scene.actors[i].country:
                return scene.actors[i].country
    return None


def phrase(a: Analysis, token: Token) -> list[Token]:
    """The words that say what somebody is: the noun with its modifiers, and what stands right behind "of"."""
    keep = {token.i} | {c.i for c in a.children(token.i, "compound", "amod", "nummod") if c.i < token.i}
    keep |= {g.i for c in list(keep) for g in a.children(c, "compound", "amod", "punct") if g.i < token.i}
    tail = [c for c in a.children(token.i, "nmod") if c.i == token.i + 2 and a.tokens[c.i - 1].text == "of"]
    return [a.tokens[i] for i in sorted(keep | {t.i for t in tail} | {t.i - 1 for t in tail})]


def made(scene: Scene, token: Token, kind: str, country: str | None, level: Level | None) -> Draft:
    """A new actor named by its words; the same words of the same country are one actor."""
    inside = [t for t in phrase(scene.a, token) if t.upos not in {"DET", "PUNCT"}]
    first, last = min(t.i for t in inside), _of_what(scene, token) + 1
    first = _whose(scene, token, first)
    key = (kind, country, scene.a.words(min(t.i for t in inside if t.upos != "NUM"), last))
    draft = scene.made.get(key)
    if draft is None:
        draft = Draft("person" if kind == "person" else "group", [], [], None, country, level)
        scene.made[key] = draft
    draft.forms.append(scene.a.words(first, last))
    draft.nouns.add(token.lemma.lower())
    draft.gender = draft.gender or titles.gendered().get(token.lemma.lower(), "")
    draft.runs.append((first, last))
    return draft


def _whose(scene: Scene, token: Token, first: int) -> int:
    """Where "Peru's foreign minister" begins: with the name whose minister it is, if that is right before."""
    for child in scene.a.children(token.i, "nmod:poss"):
        name = scene.names.get(child.i)
        if name is not None and first - 2 <= name.last <= first - 1:
            return name.first
    return first


def _of_what(scene: Scene, token: Token) -> int:
    """The last word of "the government of South Sudan", "a source at the palace": the name says whose it is."""
    links = WHERE if token.lemma.lower() in titles.words("voices") else {"of"}
    for child in scene.a.children(token.i, "nmod"):
        below = scene.a.subtree(child.i)
        case = scene.a.children(child.i, "case")
        near = len(below) <= LONGEST and below == list(range(token.i + 1, below[-1] + 1))
        if case and case[0].text in links and near:
            name = scene.names.get(below[-1])
            return name.last - 1 if name is not None else below[-1]
    return token.i
