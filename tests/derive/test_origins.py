"""Who stands behind a claim: one origin through however many outlets it comes."""

from __future__ import annotations

import pytest

from parley import derive, link
from tests.stories import articles

PAIR = "Norway+Chile"
ONE = [
    # the same person, in another spelling, with and without country
    ("Herald", "Ivan Khodorov/CHL", "Post", "Khodorov"),
    # one unnamed official through two outlets, of which the second cites the first
    ("Herald", "an official/CHL", "Post", "a source/CHL < Herald"),
    # an agency under two names
    ("Post", "an official/CHL < AP", "Herald", "a diplomat/CHL < The Associated Press"),
]
TWO = [
    ("Herald", "Norway", "Post", "Chile"),
    ("Herald", "an official/CHL", "Post", "an official/CHL"),
    ("Herald", "an official/CHL < AP", "Post", "an official/NOR < AP"),
]


def origins(first: str, source: str, second: str, other: str) -> int:
    """How many origins stand behind what two outlets report on the word of a source each."""
    one = f"2031-05-01 {first}: meeting {PAIR} | {source}: announced"
    two = f"2031-05-02 {second}: meeting {PAIR} | {other}: announced"
    reports, appearances = articles(one, two)
    case = derive.cases(link.clusters(reports, appearances), reports, appearances)[0]
    return len({c.origin.key for c in case.claims})


@pytest.mark.parametrize("told", ONE)
def test_one_origin(told: tuple[str, str, str, str]) -> None:
    assert origins(*told) == 1


@pytest.mark.parametrize("told", TWO)
def test_two_origins(told: tuple[str, str, str, str]) -> None:
    assert origins(*told) == 2


def test_copies_are_counted_once() -> None:
    one = f"2031-05-01 Herald: meeting {PAIR} | announced"
    two = f"2031-05-02 Post: meeting {PAIR} | announced"
    reports, appearances = articles(one, two)
    copies = dict.fromkeys((r.id for r in reports), reports[0].id)
    case = derive.cases(link.clusters(reports, appearances), reports, appearances, copies=copies)[0]
    assert len(case.origins) == 1
    assert [c.why_not for c in case.claims] == [None, "copy"]
