"""Only some pairs of statements are looked at, and no contradiction is missed by that."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parley.derive.conflicts import Statement, differ, pairs
from parley.derive.origins import Voice
from parley.model.encounter import PlaceRef
from parley.model.ledger import LedgerClaim, Origin
from tests.derive.claims import STANCES, STATUSES, claim

STANDINGS = ("party", "named", "outlet", "unnamed", "hidden")


def statement(
    n: int, day: int, status: str, stance: str, when: str, country: str, who: int, unsettled: bool
) -> Statement:
    """A statement of some report."""
    said = replace(claim(f"{status} {stance} {when}", n), unsettled="time" if unsettled else None)
    placed = LedgerClaim(f"a:c{n}", "a", f"r{n}", f"2031-05-{day:02}T00:00:00Z", said, Origin(f"o{who}", "x"))
    place = PlaceRef("p", country, country) if country else None
    return Statement(placed, Voice(placed.origin, STANDINGS[who]), place)  # type: ignore[arg-type]


MANY = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.sampled_from(STATUSES),
        st.sampled_from(STANCES),
        st.sampled_from(["", "2031-05-20", "2031-05-27"]),
        st.sampled_from(["", "NOR", "PER"]),
        st.integers(0, 4),
        st.booleans(),
    ),
    max_size=12,
).map(lambda rows: [statement(n, *row) for n, row in enumerate(sorted(rows))])


@given(MANY)
def test_no_contradiction_is_missed(told: list[Statement]) -> None:
    every = [(a, b) for k, a in enumerate(told) for b in told[k + 1 :]]
    assert [p for p in pairs(told) if differ(*p)] == [p for p in every if differ(*p)]


def test_many_reports_of_one_thing_make_no_pairs() -> None:
    told = [statement(n, 1 + n // 20, "scheduled", "asserts", "2031-05-20", "NOR", n % 5, False) for n in range(400)]
    assert pairs(told) == []
