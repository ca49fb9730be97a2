"""Descriptions and pronouns: "the Russian president", "both sides", "his counterpart", "he".

Refuses to guess: what fits nobody, or several equally well, stays unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.mentions.collectives import collective
from parley.extract.mentions.groups import number, several, state
from parley.extract.mentions.holders import counterpart, holder, national, other
from parley.extract.mentions.people import Draft
from parley.extract.mentions.pronouns import pronoun
from parley.extract.mentions.roles import is_title
from parley.extract.mentions.scene import Scene, pointing
from parley.lexicon import titles
from parley.model.analysis import Analysis, Token

__all__ = ["Scene", "describe", "resolvable"]

MODIFYING = frozenset({"amod", "compound", "nmod:desc", "flat", "nmod:poss"})


def describe(scene: Scene, token: Token) -> list[Draft]:
    """The actors that a common noun or pronoun stands for; empty where the text does not tell.

    New actors are made for collectives ("Russian officials") and for office holders without a name.
    """
    word, lemma = token.text.lower(), token.lemma.lower()
    kind = titles.pronouns().get(word)
    if kind is not None and token.upos in {"PRON", "DET"}:
        return pronoun(scene, token, kind)
    if word == "two" or word == "both":
        return several(scene, token, "any", 2) if token.rel not in {"nummod", "det"} else []
    if token.upos not in {"NOUN", "PROPN", "ADJ"}:
        return []
    if lemma in titles.words("counterparts"):
        return counterpart(scene, token)
    count = number(scene.a, token)
    whom = of_rank(scene, token, titles.groups().get(word) or titles.groups().get(lemma))
    if count and whom and (pointing(scene.a, token) or token.rel == "root"):
        return several(scene, token, whom, count)
    plural = token.xpos in {"NNS", "NNPS"}
    if lemma in titles.words("one_state") and not plural:
        return state(scene, token)
    if word in titles.words("collective") or lemma in titles.words("offices") or (plural and is_title(token)):
        return collective(scene, token, whom if plural else None)
    if is_title(token) or lemma in titles.words("voices"):
        return holder(scene, token)
    return other(scene, token) if lemma in titles.words("roles") else []


def of_rank(scene: Scene, token: Token, whom: str | None) -> str | None:
    """Whom a plural noun stands for, by all its words: "deputy ministers" are officials, no ministers."""
    if whom not in {"leaders", "ministers"} or token.i == 0:
        return whom
    office = titles.title_of([t.lemma for t in scene.a.tokens[max(0, token.i - 2) : token.i + 1]])
    return titles.titles()[office] if office is not None and " " in office else whom


def by_nation(scene: Scene, token: Token) -> list[Draft]:
    """ "The Chilean" as a noun of its own: one person of that country."""
    name = scene.names.get(token.i)
    if name is None or name.geo is None or name.label != "DEM" or token.xpos in {"NNS", "NNPS"}:
        return []
    article = {c.text.lower() for c in scene.a.children(token.i, "det")} & {"the", "this"}
    if not article or token.deprel in MODIFYING or token.rel not in {"nsubj", "obj", "obl", "nmod", "conj", "iobj"}:
        return []
    return national(scene, token, name.geo.country or "")


def resolvable(a: Analysis) -> Sequence[Token]:
    """Tokens that may stand for somebody: pronouns and the heads of descriptions."""
    return [t for t in a.tokens if t.upos in {"NOUN", "PRON", "DET", "NUM", "PROPN", "ADJ"}]
