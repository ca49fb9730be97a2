"""The builder of hand-made analyses builds what its rows say."""

from __future__ import annotations

from hypothesis import given

from tests.handmade import document, flat, named, tree
from tests.strategies import trees


def test_a_text_is_spaced_as_in_print() -> None:
    a = tree(
        "“ `` punct 4 | We PRP nsubj 4 | wo MD aux 4 | go VB root 0 | , , punct 4 | ” '' punct 4 | he PRP nsubj 8",
        "said/say VBD parataxis 4 | ( -LRB- punct 8 | twice RB advmod 8 | ) -RRB- punct 8 | . . punct 4",
        "",
        "He PRP nsubj 2 | left/leave VBD root 0 | \" `` punct 4 | home RB advmod 2 | \" '' punct 4 | . . punct 2",
        "¶",
        "Peru NNP nmod:poss 3 | 's POS case 1 | envoy NN root 0",
    )
    assert a.text == '“We wo go,” he said (twice). He left "home".\n\nPeru\'s envoy'
    assert [a.words(s.first, s.last) for s in a.sentences] == a.text.replace(". He", ".\n\nHe").split("\n\n")
    assert [a.tokens[t.head].text for t in a.tokens[-3:-1]] == ["envoy", "Peru"]


@given(trees("Peru NNP | met/meet VBD | “ `` | ” '' | ( -LRB- | , , | 's POS"))
def test_offsets_are_those_of_the_text(rows: tuple[str, ...]) -> None:
    a = tree(*rows)
    assert all(a.text[t.start : t.end] == t.text for t in a.tokens)


def test_names_are_found_by_their_words() -> None:
    a = tree("Ana NNP nsubj 3 | Lume NNP flat 1 | left/leave VBD root 0 | Peru NNP obj 3", names={"Ana Lume": "PER"})
    assert [(a.words(s.first, s.last), s.label) for s in a.names] == [("Ana Lume", "PER")]
    assert [x.country for x in named(a, "Peru").actors_of(3)] == ["PER"]


def test_flat_text_keeps_its_own_words() -> None:
    a = flat("The envoys met at 3.30 p.m. in Riga. They left.")
    assert [a.words(s.first, s.last) for s in a.sentences] == ["The envoys met at 3.30 p.m. in Riga.", "They left."]
    assert document(a, "2031-05-14").text == a.text
