"""What cannot both be true: claims of different sources about one encounter."""

from __future__ import annotations

import pytest

from parley.derive.contradictions import contradictions
from tests.derive.claims import VOICE, claims

TABLE = [
    # whether it is called off or only paused
    ("Northline: cancelled", "Lisbon: on_hold", "status"),
    ("Northline: not_held", "Lisbon: postponed", "status"),
    ("Northline: cancelled", "Oslo: scheduled confirms", "status"),
    # on which day it is to be
    ("Oslo: scheduled 2031-05-20", "Lisbon: scheduled 2031-05-27", "time"),
    # and where
    ("Oslo: scheduled @PER", "Lisbon: announced @CHL", "place"),
    ("Northline: on_hold", "Oslo: announced denies", "status"),  # it is not on hold
    # whether a day was set
    ("Oslo: scheduled 2031-05-20", "Lisbon: announced denies weak unsettled", "time"),
    ("Oslo: scheduled 2031-05-20", "Lisbon: announced weak unsettled", "time"),
    # a title that goes further than the body
    ("announced headline", "Lisbon: no_plans denies", "status"),
    ("Oslo: scheduled @Bergen", "Lisbon: announced @Oslo", "place"),  # two towns of one country
    # whether there was ever anything
    ("Northline: cancelled", "Oslo: no_plans disputes_premise", "existence"),
    ("Oslo: announced", "Lisbon: no_plans denies", "existence"),
    ("Oslo: scheduled", "Lisbon: refused denies", "existence"),
    ("Oslo: held", "Lisbon: not_held denies", "existence"),
    ("Oslo: held", "Lisbon: cancelled", "existence"),
    ("cancelled headline", "Lisbon: on_hold", "status"),
    ("cancelled headline", "on_hold", "status"),
    ("held headline", "not_held", "existence"),
]
BOTH_CAN_BE_TRUE = [
    ("Oslo: cancelled", "Lisbon: no_plans denies"),  # there will be none: so it is off
    ("Oslo: on_hold", "Lisbon: refused denies"),
    ("scheduled 2031-05-20", "Lisbon: scheduled 2031-05-27"),  # the paper's own words are of another day's meeting
    ("Oslo: scheduled 2031-05-20", "announced weak unsettled"),
    ("Oslo: announced", "Lisbon: announced denies weak unsettled"),
    ("Oslo: scheduled", "Lisbon: cancelled"),  # it was set, and then called off
    ("Oslo: proposed", "Lisbon: refused"),
    ("Oslo: scheduled 2031-05-20", "Lisbon: scheduled 2031-05-20"),
    ("Oslo: scheduled 2031-05-20", "Lisbon: rescheduled 2031-05-27"),
    ("Oslo: scheduled 2031-05-20", "Lisbon: scheduled"),
    ("Oslo: scheduled 2031-05-20 earlier", "Lisbon: scheduled 2031-05-27"),  # it had been due on the 20th
    ("Oslo: scheduled @PER", "Lisbon: scheduled @PER"),
    ("Oslo: scheduled @Oslo", "Lisbon: scheduled @Norway"),  # one lies in the other
    ("Oslo: announced", "Lisbon: held"),
    ("Oslo: held", "Lisbon: not_yet"),
    ("Oslo: cancelled", "Oslo: on_hold"),  # one source, twice
    ("cancelled weak", "Lisbon: on_hold"),  # a side remark
    ("Oslo: cancelled said=2031-05-03", "Oslo: scheduled confirms said=2031-05-01"),
]


@pytest.mark.parametrize(("first", "second", "over"), TABLE)
def test_two_claims_that_cannot_both_be_true(first: str, second: str, over: str) -> None:
    for order in ((first, second), (second, first)):
        (found,) = contradictions("e1", claims(*order), VOICE)
        assert (found.about, set(found.claims), found.over) == ("e1", {"c0", "c1"}, over)


@pytest.mark.parametrize(("first", "second"), BOTH_CAN_BE_TRUE)
def test_claims_that_can_both_be_true(first: str, second: str) -> None:
    for order in ((first, second), (second, first)):
        assert contradictions("e1", claims(*order), VOICE) == ()


def test_a_superseded_word_contradicts_nobody() -> None:
    said = claims("Oslo: cancelled said=2031-05-01", "Oslo: on_hold said=2031-05-03", "Lisbon: on_hold")
    assert contradictions("e1", said, VOICE) == ()


def test_the_same_two_sides_are_told_once() -> None:
    said = claims("Northline: cancelled", "Northline: cancelled", "Lisbon: on_hold", "Lisbon: on_hold")
    assert len(contradictions("e1", said, VOICE)) == 1


def test_three_sources_that_differ_are_told_pair_by_pair() -> None:
    said = claims("Northline: cancelled", "Lisbon: on_hold", "Oslo: no_plans disputes_premise")
    assert {(c.claims, c.over) for c in contradictions("e1", said, VOICE)} == {
        (("c0", "c1"), "status"),
        (("c0", "c2"), "existence"),
        (("c1", "c2"), "existence"),
    }


def test_all_that_differ_are_told() -> None:
    said = claims(*(f"S{n}: scheduled 2031-05-{10 + n}" for n in range(6)))
    assert len(contradictions("e1", said, VOICE)) == 15
