"""Names side by side: each keeps its own title and a place of its own, and the sentence stays a tree."""

from __future__ import annotations

import pytest
from hypothesis import given

from parley.analysis.people import rehang_names
from parley.model.analysis import Analysis, Token
from tests.handmade import tree
from tests.strategies import trees

NAMES = {"Ana Lume": "PER", "Bo Sand": "PER"}
FIRST = "President NNP nmod:desc 2 | Ana NNP nsubj {0} | Lume NNP flat 2"


def hung(a: Analysis) -> dict[str, tuple[str, str]]:
    """Relation and governor of each word of the second person."""
    tokens = rehang_names(a.tokens, a.names)
    return {t.text: (t.deprel, tokens[t.head].text) for t in tokens if t.i > 2}


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (
            f"{FIRST.format(8)} | and CC cc 5 | President NNP nmod:desc 2 | Bo NNP flat 5 | Sand NNP flat 6"
            " | left/leave VBD root 0",
            ("conj", "Ana"),
        ),
        (
            f"{FIRST.format(4)} | met/meet VBD root 0 | President NNP nmod:desc 2 | Bo NNP flat 5 | Sand NNP flat 2",
            ("obj", "met"),
        ),
        (
            f"{FIRST.format(5)} | was VBD aux:pass 5 | received/receive VBN root 0 | by IN case 7"
            " | President NNP nmod:desc 2 | Bo NNP flat 7 | Sand NNP flat 7",
            ("obl", "received"),
        ),
        (
            f"{FIRST.format(4)} | held/hold VBD root 0 | talks/talk NNS obj 4 | with IN case 8 | Mr NNP nmod:desc 8"
            " | Bo NNP flat 2 | Sand NNP flat 2",
            ("nmod", "talks"),
        ),
    ],
    ids=["and", "verb", "preposition after a verb", "preposition after a noun"],
)
def test_the_second_person_stands_where_it_belongs(rows: str, place: tuple[str, str]) -> None:
    found = hung(tree(rows, names=NAMES))
    assert found["Bo"] == place
    assert found["Sand"] == ("flat", "Bo")
    title = next(found[word] for word in ("President", "Mr") if word in found)
    assert title == ("nmod:desc", "Bo")


def test_no_name_goes_on_behind_its_verb() -> None:
    rows = (
        "Ana NNP flat 5 | Lume NNP flat 1 | met/meet VBD root 0 | Chilean JJ amod 5 | leader NN obj 3 | Bo NNP appos 5"
    )
    a = tree(rows, names={"Ana Lume": "PER"})
    first = rehang_names(a.tokens, a.names)[0]
    assert (first.deprel, first.head) == ("nsubj", 2)


def test_a_sound_tree_stays_as_it_is() -> None:
    rows = f"{FIRST.format(4)} | met/meet VBD root 0 | President NNP nmod:desc 6 | Bo NNP obj 4 | Sand NNP flat 6"
    a = tree(rows, names=NAMES)
    assert rehang_names(a.tokens, a.names) == a.tokens


def roots(tokens: tuple[Token, ...], i: int) -> int:
    """The root that a token hangs on, -1 where it goes round in a circle."""
    for _ in tokens:
        if tokens[i].head < 0:
            return i
        i = tokens[i].head
    return i if tokens[i].head < 0 else -1


@given(trees("Ana NNP | Lume NNP | Bo NNP | Sand NNP | President NNP | and CC | by IN | met/meet VBD | - HYPH", 14))
def test_every_sentence_stays_a_tree(rows: tuple[str, ...]) -> None:
    mixed = [row.replace(" amod ", " nmod:desc ").replace(" obj ", " flat ") for row in rows]
    a = tree(*mixed, names=NAMES)
    tokens = rehang_names(a.tokens, a.names)
    assert len({roots(tokens, t.i) for t in tokens}) == 1
    assert -1 not in {roots(tokens, t.i) for t in tokens}
    assert sum(t.head < 0 for t in tokens) == 1
