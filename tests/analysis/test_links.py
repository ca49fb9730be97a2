"""Which source and which contents belong to which cue."""

from __future__ import annotations

from parley.analysis.links import link
from parley.model.analysis import Analysis, Link
from tests.handmade import tree

SAID = "{} NNP nsubj 2 | said/say VBD root 0 | {} NN ccomp 2 | . . punct 2"


def links(a: Analysis) -> list[tuple[str, str | None, list[str]]]:
    """Cue, source and contents in words."""

    def words(i: int) -> str:
        return a.words(a.attribution_spans[i].first, a.attribution_spans[i].last)

    def told(x: Link) -> tuple[str, str | None, list[str]]:
        return words(x.cue or 0), words(x.source) if x.source is not None else None, [words(c) for c in x.contents]

    return [told(x) for x in link(a.attribution_spans, a.tokens)]


def test_each_cue_takes_the_source_and_the_content_beside_it() -> None:
    rows = (
        "Ana NNP nsubj 2 | said/say VBD root 0 | peace NN ccomp 2 | , , punct 2 | Bo NNP nsubj 6",
        "denied/deny VBD conj 2 | war NN obj 6",
    )
    spans = [("Source", "Ana"), ("Cue", "said"), ("Content", "peace")]
    spans += [("Source", "Bo"), ("Cue", "denied"), ("Content", "war")]
    assert links(tree(*rows, spans=spans)) == [("said", "Ana", ["peace"]), ("denied", "Bo", ["war"])]


def test_a_quotation_that_goes_on_belongs_to_the_cue_before_it() -> None:
    rows = (SAID.format("Ana", "peace"), "", "Bo NNP nsubj 2 | left/leave VBD root 0 | . . punct 2")
    spans = [("Source", "Ana"), ("Cue", "said"), ("Content", "peace"), ("Content", "Bo left")]
    assert links(tree(*rows, spans=spans)) == [("said", "Ana", ["peace", "Bo left"])]


def test_a_quotation_far_away_belongs_to_nobody() -> None:
    far = ("", *(["It PRP nsubj 2 | rained/rain VBD root 0 | . . punct 2", ""] * 3), "Bo NNP nsubj 2 | left VBD root 0")
    spans = [("Source", "Ana"), ("Cue", "said"), ("Content", "Bo left")]
    assert links(tree(SAID.format("Ana", "peace"), *far, spans=spans)) == [("said", "Ana", [])]


def test_a_source_in_another_sentence_is_none() -> None:
    rows = ("Ana NNP nsubj 2 | left/leave VBD root 0 | . . punct 2", "", SAID.format("He", "peace"))
    assert links(tree(*rows, spans=[("Source", "Ana"), ("Cue", "said")])) == [("said", None, [])]


def test_nothing_to_link() -> None:
    assert link((), ()) == ()
