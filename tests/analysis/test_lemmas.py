"""Base forms: what the table knows first, then rules that ask which words exist."""

from __future__ import annotations

import pytest

from parley.analysis.lemmas import Lemmatizer

VERBS = """
    cancel stop hope agree try meet scrap visit host postpone refer resume tie call offer debate see
"""
NOUNS = "envoy party leader crisis bus city talk house hero"
KNOWN = {"met/VBD": "meet", "leaders/NNS": "leader", "kyiv/NNP": "kyiv"}
LEMMAS = Lemmatizer(KNOWN, frozenset(VERBS.split()), frozenset(NOUNS.split()))
TABLE = [
    # the table
    ("met", "VERB", "VBD", "meet"),
    ("Met", "VERB", "VBD", "meet"),
    ("Kyiv", "PROPN", "NNP", "Kyiv"),
    # verbs
    ("cancelled", "VERB", "VBD", "cancel"),
    ("stopped", "VERB", "VBN", "stop"),
    ("hoped", "VERB", "VBD", "hope"),
    ("agreed", "VERB", "VBD", "agree"),
    ("tried", "VERB", "VBD", "try"),
    ("scrapping", "VERB", "VBG", "scrap"),
    ("visiting", "VERB", "VBG", "visit"),
    ("hosting", "VERB", "VBG", "host"),
    ("postponing", "VERB", "VBG", "postpone"),
    ("debated", "VERB", "VBD", "debate"),
    ("calls", "VERB", "VBZ", "call"),
    ("tries", "VERB", "VBZ", "try"),
    ("offered", "VERB", "VBN", "offer"),
    ("visit", "VERB", "VB", "visit"),
    # a tag that is wrong about the tense
    ("cancels", "VERB", "VBD", "cancel"),
    # nouns
    ("envoys", "NOUN", "NNS", "envoy"),
    ("parties", "NOUN", "NNS", "party"),
    ("buses", "NOUN", "NNS", "bus"),
    ("houses", "NOUN", "NNS", "house"),
    ("talk", "NOUN", "NN", "talk"),
    # names keep their capital
    ("Sweden", "PROPN", "NNP", "Sweden"),
    ("Swedes", "PROPN", "NNPS", "Swede"),
    # the rest
    ("NATO", "PROPN", "NNP", "NATO"),
    ("earlier", "ADV", "RBR", "early"),
    ("The", "DET", "DT", "the"),
]


@pytest.mark.parametrize(("form", "upos", "xpos", "lemma"), TABLE, ids=[f"{r[0]}/{r[2]}" for r in TABLE])
def test_lemma(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert LEMMAS.lemma(form, upos, xpos) == lemma
