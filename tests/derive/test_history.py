"""The history of an encounter: the claims in the order in which states of affairs follow each other."""

from __future__ import annotations

import pytest

from parley.derive.rules import history
from tests.derive.claims import claims


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        # an article begins with the news and tells the story behind it later
        (["cancelled", "announced", "proposed"], [2, 1, 0]),
        (["held", "scheduled", "announced"], [2, 1, 0]),
        (["held", "under_way"], [1, 0]),
        (["postponed", "scheduled", "rescheduled"], [1, 0, 2]),
        # what the text puts in the past comes first
        (["announced", "on_hold earlier"], [1, 0]),
        (["cancelled", "scheduled", "postponed earlier"], [2, 1, 0]),
        # of equal states the one told first
        (["cancelled", "Lisbon: cancelled"], [0, 1]),
    ],
    ids=str,
)
def test_oldest_state_of_affairs_first(texts: list[str], order: list[int]) -> None:
    assert history(claims(*texts)) == tuple(f"c{k}" for k in order)
