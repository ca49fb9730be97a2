"""How values read on a page."""

from __future__ import annotations

import pytest

from parley.views import wording

DAYS = [
    (("2026-11-23", "2026-11-23"), "23 Nov 2026"),
    (("2026-11-23", "2026-11-29"), "week of 23 Nov 2026"),
    (("2026-11-01", "2026-11-30"), "Nov 2026"),
    (("2026-01-01", "2026-12-31"), "2026"),
    (("2026-11-23", "2026-11-25"), "23 – 25 Nov 2026"),
    (("2026-11-28", "2026-12-02"), "28 Nov – 2 Dec 2026"),
    (("2026-12-30", "2027-01-02"), "30 Dec 2026 – 2 Jan 2027"),
    (("2026-11-23", None), "from 23 Nov 2026"),
    ((None, "2026-11-23"), "until 23 Nov 2026"),
    ((None, None), "“in the coming days”"),
]


@pytest.mark.parametrize(("days", "shown"), DAYS)
def test_days_are_shown_with_their_precision(days: tuple[str | None, str | None], shown: str) -> None:
    assert wording.when({"earliest": days[0], "latest": days[1], "text": "in the coming days"}) == shown


def test_no_day_told() -> None:
    assert wording.when(None) == "no day told"


def test_who_stays_away_is_said() -> None:
    parties = [{"name": "Ana Lume", "attends": None}, {"name": "Bo Sand", "attends": False}]
    assert wording.names(parties) == "Ana Lume · Bo Sand (stays away)"
    assert wording.names(parties, most=1) == "Ana Lume and 1 more"
