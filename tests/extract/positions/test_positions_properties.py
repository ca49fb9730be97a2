"""Whatever the tree, every position stands on exact words."""

from __future__ import annotations

from hypothesis import given

from parley.extract.positions import find_positions
from parley.model.mention import Actor
from tests.handmade import document, named, tree
from tests.strategies import trees

WORDS = """
    Peru NNP | Chile NNP | calls/call VBZ | refused/refuse VBD | to TO | meet VB | for IN | talks/talk NNS | unless IN
    | offer NN | spokesman NN | Ruiz NNP | its PRP$ | which WDT | statement NN | not RB | ready JJ | must MD
    | back VB | ? .
"""


@given(trees(WORDS))
def test_evidence_is_exact(rows: tuple[str, ...]) -> None:
    a = tree(*rows)
    ruiz = Actor("p", "Ruiz", "person", role="spokesman for")
    for position in find_positions(a, document(a), named(a, "Peru", "Chile", ruiz), ()):
        assert a.text[position.evidence.start : position.evidence.end] == position.evidence.text
        assert position.issue in a.text
