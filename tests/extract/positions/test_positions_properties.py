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
    ruiz = Actor("p", "Ruiz", "person", role="spokesman for", country="PER")
    said = Attribution(
        "q1", (Source("Ruiz", 0, 1, "p", "speaker", True),), None, (Span.of(a.text, 0, len(a.text)),), "direct"
    )
    for position in find_positions(a, document(a), named(a, "Peru", "Chile", ruiz), (said,) if spoken else ()):
        assert a.text[position.evidence.start : position.evidence.end] == position.evidence.text
        assert position.issue in a.text


def test_a_subject_behind_its_verdict_is_no_issue() -> None:
    a = tree(
        "Ruiz NNP nsubj 2 | said/say VBD root 0 | is/be VBZ cop 4 | unacceptable JJ ccomp 2 | : : punct 4"
        " | the DT det 7 | offer NN nsubj 4"
    )
    ruiz = Actor("p", "Ruiz", "person", country="PER")
    said = Attribution("q1", (Source("Ruiz", 0, 4, "p", "speaker", True),), None, (Span.of(a.text, 10, 36),), "direct")
    assert find_positions(a, document(a), named(a, "Peru", "Chile", ruiz), (said,)) == ()
