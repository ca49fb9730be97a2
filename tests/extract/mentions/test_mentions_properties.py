"""What holds for any tree: nothing is raised, every actor and place stands on exact words."""

from __future__ import annotations

from hypothesis import given

from parley.extract.mentions import find_actors
from tests.handmade import document, tree
from tests.strategies import trees

WORDS = """
    Ana NNP | Lume NNP | Sand NNP | Peru NNP | Peruvian JJ | Oslo NNP | president NN | ministers/minister NNS
    | foreign JJ | the DT | two CD | both DT | sides/side NNS | his PRP$ | counterpart NN | he PRP | they PRP | it PRP
    | of IN | and CC | , , | 's POS | - HYPH | met/meet VBD | who WP | government NN | delegation NN | capital NN
    | SRF NNP | ( -LRB- | ) -RRB-
"""
NAMES = {"Ana Lume": "PER", "Sand": "PER", "Lume Sand": "PER", "SRF": "ORG", "Oslo": "LOC", "Peru": "LOC"}


@given(trees(WORDS, 18), trees(WORDS, 10))
def test_everybody_stands_on_exact_words(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    a = tree(*first, "", *second, names=NAMES)
    read = find_actors(a, document(a, "2031-05-14"))
    for x in (*read.actors, *read.places):
        assert x.mentions
        assert all(a.text[m.start : m.end] == m.text for m in x.mentions)
        assert x.name in a.text
    ids = [x.id for x in (*read.actors, *read.places)]
    assert len(set(ids)) == len(ids)
    for x in read.actors:
        assert x.role is None or x.role in a.text
        assert set(x.members) <= set(ids) - {x.id}
    for t in a.tokens:
        assert {x.id for x in read.actors_of(t.i)} <= set(ids)
