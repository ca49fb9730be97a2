"""The gate: what can hold an encounter is read, the rest is left alone, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.gate import load

OPENS = [
    "The presidents of Peru and Kenya will meet in Riga on 30 May.",
    "Norway's foreign minister held talks with his Chilean counterpart on Monday.",
    "The summit between Chad and Libya has been called off, an official said.",
    "Prime Minister Ida Lund arrived in Lima on Tuesday for a three-day visit.",
]
STAYS_SHUT = [
    "Wheat prices rose by three per cent after the rains failed.",
    "The club signed a new goalkeeper for two million.",
    "A fire destroyed forty houses in the old town; nobody was hurt.",
]


@pytest.mark.parametrize("text", OPENS)
def test_what_can_hold_an_encounter_opens(text: str) -> None:
    assert load().passage(text) == text


@pytest.mark.parametrize("text", [*STAYS_SHUT, "", "\n\n"])
def test_what_cannot_stays_shut(text: str) -> None:
    assert load().passage(text) is None


def test_paragraphs_far_from_any_encounter_are_blanked() -> None:
    filler = [f"{text} {n}" for n, text in enumerate(STAYS_SHUT * 3)]
    text = "\n\n".join([OPENS[0], *filler])
    passage = load().passage(text)
    assert passage is not None
    assert passage.split("\n\n")[:2] == text.split("\n\n")[:2]
    assert filler[-1] not in passage


@given(st.lists(st.sampled_from([*OPENS, *STAYS_SHUT, "x", "Él dijo: «no».", "\u2028\u202e"]), max_size=8), st.text())
def test_a_passage_is_as_long_as_its_text_and_holds_nothing_else(paragraphs: list[str], more: str) -> None:
    text = "\n".join([*paragraphs, more])
    passage = load().passage(text)
    if passage is not None:
        assert len(passage) == len(text)
        assert all(a in {b, " "} for a, b in zip(passage, text, strict=True))
