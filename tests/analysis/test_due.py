"""What is due to happen is no "due to the rain"."""

from __future__ import annotations

import pytest

from parley.analysis.due import mend
from parley.model.analysis import Token

WORDS = ["Eide", "was", "due", "to", "hold", "talks", "."]


def tokens(verb: str, upos: str, xpos: str, be: str = "be") -> list[Token]:
    """As a parser hangs them that takes "due to" for a preposition."""
    words = [*WORDS[:4], verb, *WORDS[5:]]
    tags = [
        ("PROPN", "NNP"),
        ("AUX", "VBD"),
        ("ADJ", "JJ"),
        ("ADP", "IN"),
        (upos, xpos),
        ("NOUN", "NNS"),
        ("PUNCT", "."),
    ]
    tree = [(5, "nsubj"), (5, "cop"), (5, "case"), (2, "fixed"), (-1, "root"), (4, "obj"), (4, "punct")]
    lemmas = ["Eide", be, "due", "to", verb, "talk", "."]
    return [Token(i, 6 * i, 6 * i + len(w), w, *tags[i], "_", lemmas[i], *tree[i], 0) for i, w in enumerate(words)]


def test_the_infinitive_hangs_on_due() -> None:
    tree = [(t.head, t.deprel) for t in mend(tokens("hold", "VERB", "VB"))]
    assert tree == [(2, "nsubj"), (2, "cop"), (-1, "root"), (4, "mark"), (2, "xcomp"), (4, "obj"), (2, "punct")]


@pytest.mark.parametrize(
    "other", [tokens("heavy", "ADJ", "JJ"), tokens("holding", "VERB", "VBG"), tokens("hold", "VERB", "VB", be="come")]
)
def test_a_cause_stays_a_cause(other: list[Token]) -> None:
    assert list(mend(other)) == other
