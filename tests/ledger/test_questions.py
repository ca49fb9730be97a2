"""Encounters are found by what reports say of them; pages join; changes are told with the report behind them."""

from __future__ import annotations

import pytest

from parley.errors import OptionError
from parley.keeping import Ledger
from tests.ledger.told import Told, reading, with_position

VISIT = Told("announced", ("Kenya", "Nepal"), "2026-05-02", "visit", "Kathmandu")


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    ledger.add(
        [
            reading(Told(source="Ingrid Solheim"), name="a1"),
            reading(Told("held", ("Peru", "Chile"), "2026-02-20", "call", None), name="a2", published="2026-03-02"),
            reading(VISIT, name="a3", published="2026-03-03"),
            reading(Told("cancelled"), name="a4", published="2026-03-04"),
            with_position(reading(VISIT, name="a5", published="2026-03-05"), "open the border"),
        ]
    )
    return ledger


def kinds(rows: object) -> list[str]:
    return [r["kind"] for r in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        (None, {}, ["visit", "meeting", "call"]),
        (None, {"order": "day"}, ["call", "meeting", "visit"]),
        ("kathmandu", {}, ["visit"]),
        ("ingrid solheim", {}, ["meeting"]),
        ('"solheim ingrid"', {}, []),
        ("no such word", {}, []),
        (None, {"actor": "Norway"}, ["meeting"]),
        (None, {"actor": "NOR"}, ["meeting"]),
        (None, {"actor": "Atlantis"}, []),
        (None, {"place": "Bergen"}, ["meeting"]),
        (None, {"statuses": ("held", "announced")}, ["visit", "call"]),
        (None, {"kinds": ("call",)}, ["call"]),
        (None, {"first": "2026-03-01", "last": "2026-04-01"}, ["meeting"]),
        (None, {"as_of": "2026-03-02"}, ["call", "meeting"]),
        ("kathmandu", {"as_of": "2026-03-02"}, []),
        (None, {"unconfirmed": True, "as_of": "2026-06-01"}, ["visit"]),
        (None, {"recorded_by": "2020-01-01"}, []),
    ],
)
def test_encounters_are_found(full: Ledger, words: str | None, asked: dict[str, object], expected: list[str]) -> None:
    assert kinds(full.find(words, **asked)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("order", ["news", "day"])
def test_pages_join_to_the_whole(full: Ledger, order: str) -> None:
    whole = [r["id"] for r in full.status(order=order)]
    pages, after = [], None
    while page := list(full.status(order=order, limit=1, after=after)):
        pages += [r["id"] for r in page]
        after = page[-1]["cursor"]
    assert pages == whole


def test_what_changed_is_told_with_the_report_that_changed_it(full: Ledger) -> None:
    told = [
        (r["kind"], r["changes"].get("status"), [d["document"] for d in r["documents"]])
        for r in full.diff("2026-03-02", "2026-03-04")
    ]
    assert told == [("visit", [None, "announced"], ["a3"]), ("meeting", ["scheduled", "cancelled"], ["a4"])]


def test_a_day_that_passed_without_word_is_a_change(full: Ledger) -> None:
    assert [r["changes"] for r in full.diff("2026-05-01", "2026-05-10")] == [{"unconfirmed": [False, True]}]


def test_a_moment_that_is_none_is_refused(full: Ledger) -> None:
    for ask in (
        lambda: list(full.status(as_of="soon")),
        lambda: list(full.diff("soon")),
        lambda: list(full.diff(None)),
    ):
        with pytest.raises(OptionError):
            ask()


def test_positions_are_found_by_actor_and_issue(full: Ledger) -> None:
    (row,) = full.positions()
    assert (row["actor"], row["issue"], row["stance"], row["document"]) == ("Kenya", "open the border", "demand", "a5")
    assert len(list(full.positions(actor="Kenya", issue="border"))) == 1
    assert list(full.positions(actor="Peru")) == []
    assert list(full.positions(as_of="2026-03-04")) == []


def test_a_position_tells_the_move_that_it_makes(full: Ledger) -> None:
    full.add([with_position(reading(VISIT, name="a6", published="2026-03-08"), "the border to be open", "offer")])
    first, second = full.positions(actor="Kenya")
    assert (first["moved"], first["line"], second["line"]) == (None, "Kenya: open the border", "Kenya: open the border")
    moved = {k: v for k, v in second["moved"].items() if k in {"direction", "from", "since"}}
    assert moved == {"direction": "softened", "from": "demand", "since": "2026-03-05T00:00:00Z"}
    assert "firmer" in second["moved"]["explanation"]
    assert [r["moved"] is None for r in full.positions(issue="to be open")] == [False]


def test_only_the_version_that_speaks_has_a_position(full: Ledger) -> None:
    later = reading(VISIT, name="a5", published="2026-03-09", extra="In other words.")
    full.add([with_position(later, "close the border")])
    assert [r["issue"] for r in full.positions()] == ["close the border"]
    assert [r["issue"] for r in full.positions(as_of="2026-03-06")] == ["open the border"]


def test_why_explains_every_rule_and_reason(full: Ledger) -> None:
    full.add([reading(Told(source="Ingrid Solheim", status="cancelled"), name="a7", published="2026-03-06")])
    row = full.why(next(full.find("bergen"))["id"])
    gone = [c for a in row["appearances"] for c in a["claims"] if not c["live"]]
    assert {c["why_not"] for c in gone} == {"later_word"}
    for told in (row, *row["history"], *gone):
        assert told["explanation"].endswith(".")


def test_documents_tell_which_version_speaks(full: Ledger) -> None:
    full.add([reading(Told("held"), name="a4", published="2026-03-25")])
    told = {(r["source"], r["at"][:10]): r for r in full.documents()}
    assert told["a4", "2026-03-04"]["superseded_by"] == told["a4", "2026-03-25"]["id"]
    assert told["a1", "2026-03-01"]["superseded_by"] is None
