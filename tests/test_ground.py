"""Spans that reach across what was not read hold the exact words of the text all the same."""

from __future__ import annotations

from dataclasses import replace

from parley.ingest import document_of_line, without_clutter
from parley.model.encounter import Claim, When
from parley.model.ground import grounded
from parley.model.span import Span

TEXT = "They said on Monday that the two of them would\n\nAdvertisement\n\nmeet in Arica on Friday."


def test_a_span_across_clutter_is_given_the_words_of_the_text() -> None:
    read = without_clutter(document_of_line({"text": TEXT}))
    start, end = read.index("would"), read.index(" in Arica")
    claim = Claim("c1", "asserts", "scheduled", Span.of(read, start, end), when=When("Friday", 82, 88))
    assert "\n" not in claim.evidence.text
    there = replace(claim.evidence, text="would\n\nAdvertisement\n\nmeet")
    assert grounded((claim,), TEXT)[0].evidence == there


def test_what_is_grounded_already_comes_back_as_it_is() -> None:
    document = document_of_line({"text": TEXT})
    assert grounded(document, document.text) is document
