"""Whatever the tree, every position stands on exact words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from positions_handmade import analysis, document, named

from parley.extract.positions import find_positions

WORDS = ["Peru NNP", "Chile NNP", "calls VBZ", "refused VBD", "to TO", "meet VB", "for IN", "talks NNS", "unless IN"]
WORDS += ["offer NN", "its PRP$", "which WDT", "statement NN", "not RB", "ready JJ", "must MD", "back VB", "? ."]
RELATIONS = [
    "nsubj",
    "obj",
    "xcomp",
    "advcl",
    "acl",
    "obl",
    "case",
    "mark",
    "conj",
    "nmod",
    "aux",
    "acl:relcl",
    "ccomp",
]


@st.composite
def trees(draw: st.DrawFn) -> tuple[str, ...]:
    """A sentence with a random tree: every head stands among the tokens already placed."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    order = draw(st.permutations(range(len(words))))
    rows = [""] * len(words)
    for k, i in enumerate(order):
        head = order[draw(st.integers(0, k - 1))] + 1 if k else 0
        rows[i] = f"{words[i]} {draw(st.sampled_from(RELATIONS)) if k else 'root'} {head}"
    return tuple(rows)


@given(trees())
def test_evidence_is_exact(rows: tuple[str, ...]) -> None:
    a = analysis(*rows)
    for position in find_positions(a, document(a), named(a, "Peru", "Chile"), ()):
        assert a.text[position.evidence.start : position.evidence.end] == position.evidence.text
        assert position.issue in a.text
