"""A quotation that is signed behind a dash, as block quotes and embedded posts are."""

from __future__ import annotations

import pytest

from parley.extract.attributions import find_attributions
from tests.handmade import PARAGRAPH, SENTENCE, document, named, tree

QUOTE = "“ `` punct 4 | We PRP nsubj 4 | shall MD aux 4 | come VB root 0 | . . punct 4 | ” '' punct 4"
OTHER = "Sand NNP nsubj 2 | left/leave VBD root 0 | . . punct 2"

SIGNED = {
    "a name": ("— : punct 2 | Lume NNP root 0", ["Lume"]),
    "a name and its office": ("— : punct 2 | Lume NNP root 0 | , , punct 4 | minister NN appos 2", ["Lume"]),
    "a name and its handle": ("— : punct 2 | Lume NNP root 0 | ( -LRB- punct 4 | @lume NN appos 2 | ) -RRB- punct 4", ["Lume"]),  # noqa: E501
    "a sentence that goes on": ("— : punct 3 | Lume NNP nsubj 3 | left/leave VBD root 0", []),
    "another kind of word": ("— : punct 2 | rain NN root 0", []),
}  # fmt: skip


@pytest.mark.parametrize(("behind", "source"), SIGNED.values(), ids=SIGNED)
def test_a_signed_quotation_has_its_speaker(behind: str, source: list[str]) -> None:
    a = tree(OTHER, PARAGRAPH, QUOTE, SENTENCE, behind, PARAGRAPH, OTHER, names={"Lume": "PER", "Sand": "PER"})
    found = find_attributions(a, document(a), named(a, "Peru"))
    assert [s.text for x in found if x.cue is None and x.chain[:1] for s in x.chain if s.text == "Lume"] == source
