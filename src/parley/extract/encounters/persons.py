"""Persons by word order: whose title a country or body stands in, and who is named right before a verb.

Titles are where trees go wrong most: in "with Chile president Ana Soto" a tree may take Chile for the one met,
in "restore ties after Peruvian president Ana Soto meets ..." tie her to the ties. Word order is plain there.
"""

from __future__ import annotations

from parley.extract.encounters.lists import AND, Named, of_state
from parley.lexicon import cues
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor

TITLE = frozenset({"NOUN", "PROPN", "ADJ"})
PHRASE = TITLE | {"DET", "NUM"}
FINITE = frozenset({"VBZ", "VBD", "VBP"})
OPENS_CLAUSE = frozenset({"after", "before", "since", "until", "as", "while"})  # may be tagged as prepositions
BODIES = frozenset({"country", "organisation"})


def titled(a: Analysis, named: Named, i: int) -> list[Actor]:
    """The person in whose title a country or body stands ("with Chile president | Ana Soto"), if one does."""
    mine = {x.id for x in named.actors_of(i)}
    if not mine or not all(x.kind in BODIES for x in named.actors_of(i)):
        return []
    if behind := of_state(a, named, i):
        return list(behind)
    for k in range(i + 1, a.sentences[a.tokens[i].sent].last):
        found = named.actors_of(k)
        if any(x.kind == "person" for x in found):
            return list(found)
        if a.tokens[k].upos not in TITLE and not {x.id for x in found} & mine:
            return []
    return []


def person_before(a: Analysis, named: Named, verb: Token) -> list[Actor]:
    """The person named right before a finite verb, where nothing but a new clause stands before the name."""
    first = a.sentences[verb.sent].first
    k, finite = verb.i - 1, verb.xpos in FINITE
    while k >= first and a.tokens[k].upos in {"AUX", "PART", "ADV"} and not named.actors_of(k):
        if a.tokens[k].upos == "PART" and a.tokens[k].text.lower() not in {"to", "not", "n't"}:
            return []
        finite = finite or a.tokens[k].upos == "AUX"
        k -= 1
    found = named.actors_of(k) if k >= first else ()
    if not finite or len(found) != 1 or found[0].kind != "person" or a.tokens[k].upos == "PRON":
        return []
    while k >= first and (found[0] in named.actors_of(k) or a.tokens[k].upos in PHRASE):
        k -= 1
    return list(found) if k < first or _opens_clause(a, named, a.tokens[k]) else []


def _opens_clause(a: Analysis, named: Named, t: Token) -> bool:
    """Whether a clause may begin behind a word: "that", "after", "says", a comma, "and" behind no name."""
    word = t.text.lower()
    if word in AND:
        behind = a.tokens[t.i - 1]
        behind = a.tokens[t.i - 2] if behind.text == "," and t.i > 1 else behind
        return not named.actors_of(behind.i)
    if t.upos == "VERB":
        return t.lemma.lower() in cues.verbs()
    return t.upos in {"SCONJ", "PUNCT"} or word in OPENS_CLAUSE
