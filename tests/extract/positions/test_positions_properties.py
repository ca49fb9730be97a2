"""Whatever the tree, every position stands on exact words."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import booleans

from parley.extract.positions import find_positions
from parley.model.attribution import Attribution, Source
from parley.model.mention import Actor
from parley.model.span import Span
from tests.handmade import document, named, tree
from tests.strategies import trees

WORDS = """
    Peru NNP | Chile NNP | calls/call VBZ | refused/refuse VBD | to TO | meet VB | for IN | talks/talk NNS | unless IN
    | offer NN | spokesman NN | Ruiz NNP | its PRP$ | which WDT | statement NN | not RB | ready JJ | must MD
    | back VB | ? . | is/be VBZ | unacceptable JJ | it PRP
"""


@given(trees(WORDS), booleans())
def test_evidence_is_exact(rows: tuple[str, ...], spoken: bool) -> None:
    a = tree(*rows)
    ruiz = Actor("p", "Ruiz", "person", role="spokesman for")
    said = Attribution(
        "q1", (Source("Ruiz", 0, 1, "p", "speaker", True),), None, (Span.of(a.text, 0, len(a.text)),), "direct"
    )
    for position in find_positions(a, document(a), named(a, "Peru", "Chile", ruiz), (said,) if spoken else ()):
        assert a.text[position.evidence.start : position.evidence.end] == position.evidence.text
        assert position.issue in a.text


def test_a_subject_behind_its_verdict_is_no_issue() -> None:
    a = tree("is/be VBZ cop 2 | unacceptable JJ root 0 | : : punct 2 | the DT det 5 | offer NN nsubj 2")
    ruiz = Actor("p", "Ruiz", "person", role="spokesman for")
    whole = (Span.of(a.text, 0, len(a.text)),)
    said = Attribution("q1", (Source("Ruiz", 0, 1, "p", "speaker", True),), None, whole, "direct")
    assert find_positions(a, document(a), named(a, "Peru", "Chile", ruiz), (said,)) == ()
