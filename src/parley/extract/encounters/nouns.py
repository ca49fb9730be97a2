"""What governs an encounter noun: the tree's word for it, put right by word order where the tree cannot be.

Titles and lists are where trees go wrong most: "Okoye plans visit to Lima" has two verbs in a row, and in
"talks between the government and the rebels are suspended" the rebels may look like the subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.lexicon import status as words
from parley.model.analysis import Analysis, Token

PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV"})
LISTED = PHRASE | {"CCONJ", "PRON", "PART"}
LINKS = frozenset({"between", "with", "of", "and", "on", "over", "in", "about", "for"})
FARTHEST = 25


@dataclass(frozen=True, slots=True)
class Governed:
    """A noun under its governor: ``head`` None at the top of a sentence, ``rel`` with its subtype (``nsubj:pass``)."""

    head: Token | None
    rel: str


def governed(a: Analysis, noun: Token) -> Governed:
    """The governor of an encounter noun: the verb right before or behind it where the tree has none."""
    wrong = noun.upos == "VERB" or noun.head < 0
    if wrong and (verb := verb_before(a, noun)) is not None:
        return Governed(verb, "obj")
    named = a.tokens[noun.head] if noun.head >= 0 else None
    if named is not None and named.upos == "PROPN" and named.i < noun.i and _ends_name(a, noun):
        return Governed(a.tokens[named.head] if named.head >= 0 else None, named.deprel)
    if noun.head < 0 and (verb := _verb_behind(a, noun)) is not None:
        passive = bool(a.children(verb.i, "aux:pass"))
        return Governed(verb, "nsubj:pass" if passive else "nsubj")
    if named is not None and noun.rel == "advmod" and noun.i < named.i and not a.children(named.i, "nsubj"):
        return Governed(named, "nsubj")  # "a planned sit-down | did not happen"
    if (
        named is not None
        and noun.rel == "obl"
        and named.i > noun.i
        and _after(a, noun)
        and not a.children(named.i, "nsubj")
    ):
        return Governed(named, "nsubj")  # "after a planned meeting | failed"
    return Governed(named, noun.deprel)


def _after(a: Analysis, noun: Token) -> bool:
    """Whether the word that opens the noun phrase may open a clause as well ("after", "before", "since")."""
    return any(c.upos == "SCONJ" for c in a.children(noun.i, "case", "mark"))


def _ends_name(a: Analysis, noun: Token) -> bool:
    """Whether the noun ends a name with "of" in it ("the Group of Eight | summit") that the tree heads elsewhere."""
    before = a.tokens[noun.i - 1] if noun.i else None
    of = {c.text.lower() for c in a.children(noun.i, "case")} <= {"of"}
    return of and noun.rel == "nmod" and before is not None and before.upos in {"NUM", "PROPN"}


def verb_before(a: Analysis, noun: Token) -> Token | None:
    """The verb of which the noun phrase is the object by word order ("plans | a state visit")."""
    k, first = noun.i - 1, a.sentences[noun.sent].first
    while k >= first and a.tokens[k].upos in PHRASE and not _does_something(a.tokens[k]):
        k -= 1
    if k <= first or not _does_something(a.tokens[k]):
        return None
    return a.tokens[k]


def _does_something(t: Token) -> bool:
    """Whether a word is a verb that an encounter can be the object of."""
    if t.upos != "VERB" or t.xpos not in {"VBZ", "VBD", "VBP", "VB", "VBG"}:
        return False
    return any(e.takes in {"object", "any"} for e in words.verbs().get(t.lemma.lower(), ()))


def _verb_behind(a: Analysis, noun: Token) -> Token | None:
    """The finite verb behind the noun and the names tied to it ("talks between A and B | are suspended")."""
    last = min(a.sentences[noun.sent].last, noun.i + FARTHEST)
    for k in range(noun.i + 1, last):
        t = a.tokens[k]
        if t.upos == "AUX":
            return next((v for v in a.tokens[k + 1 : min(last, k + 4)] if v.upos in {"VERB", "ADJ"}), None)
        if t.upos == "VERB" and a.tokens[k - 1].text == "-":
            continue
        if t.upos == "VERB":
            return t if t.xpos in {"VBZ", "VBD", "VBP"} else None
        if t.upos not in LISTED and t.text.lower() not in LINKS and t.text not in {"-", ",", "’s", "'s"}:
            return None
    return None
