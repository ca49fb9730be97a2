"""In which order lists are shown."""

from __future__ import annotations

from typing import Any

from parley.views import case, listed


def row(status: str, day: str | None = None) -> dict[str, Any]:
    return {"status": status, "when": {"earliest": day, "latest": day} if day else None}


def test_what_is_to_come_stands_above_what_is_over() -> None:
    rows = [row("held"), row("scheduled"), row("denied"), row("on_hold")]
    parts = listed.around_now(rows, "2026-11-25", by_day=False)
    assert [[r["status"] for r in p["rows"]] for p in parts] == [["scheduled", "on_hold"], ["held", "denied"]]


def test_by_day_the_days_decide() -> None:
    rows = [row("cancelled", "2026-12-01"), row("scheduled", "2026-11-01")]
    parts = listed.around_now(rows, "2026-11-25", by_day=True)
    assert [[r["status"] for r in p["rows"]] for p in parts] == [["cancelled"], ["scheduled"]]


def test_an_empty_part_is_not_shown() -> None:
    assert listed.around_now([], "2026-11-25", by_day=False) == []


def test_anchors_hold_no_odd_letters() -> None:
    assert case.anchor('a"1:e1.c2') == "c-a-1-e1.c2"
