"""The demo's ledger tells its invented story as a careful reader would, after each article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import as_file
from typing import Any

import pytest

from parley import api
from parley.demo import articles
from parley.keeping import Ledger

Row = dict[str, Any]
LINES = [json.loads(line) for line in articles().read_text(encoding="utf-8").splitlines()]
SUMMIT = ("summit", "Ramiro Ledesma", "Tanja Krevs")

# When an article was published, and how the summit then stood: status, first day, place, disputed.
STOOD = [
    ("2026-09-02T14:20:00Z", "announced", "2026-09-01", "Montevideo", False),
    ("2026-09-02T17:05:00Z", "announced", "2026-09-01", "Montevideo", False),
    ("2026-09-09T11:00:00Z", "scheduled", "2026-10-08", "Montevideo", False),
    ("2026-09-10T08:30:00Z", "scheduled", "2026-10-06", "Montevideo", False),
    ("2026-09-22T16:45:00Z", "on_hold", "2026-10-06", "Montevideo", False),
    ("2026-09-24T10:15:00Z", "cancelled", "2026-10-06", "Montevideo", False),
    ("2026-09-24T18:30:00Z", "cancelled", "2026-10-06", "Montevideo", True),
    ("2026-09-26T07:40:00Z", "denied", "2026-10-06", "Montevideo", True),
    ("2026-10-07T13:05:00Z", "scheduled", "2026-10-20", "Lisbon", True),
    ("2026-10-07T15:50:00Z", "scheduled", "2026-10-20", "Lisbon", True),
    ("2026-10-20T18:40:00Z", "held", "2026-10-20", "Lisbon", True),
    ("2026-10-21T10:00:00Z", "held", "2026-10-20", "Lisbon", True),
]
# The other encounters when all is read.
BESIDE = {
    ("visit", "Aino Rautala", "Ghana"): "held",
    ("meeting", "Aino Rautala", "Efua Donkor-Hayes"): "held",
    ("call", "Daniel Okafor-Roy", "Esther Kiptanui"): "held",
    ("meeting", "Elena Barboza", "Igor Vidmar-Leben"): "held",
    ("visit", "Ramiro Ledesma", "Slovenia"): "proposed",
}


def named(row: Row) -> tuple[str, ...]:
    return (row["kind"], *sorted(p["name"] for p in row["parties"]))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with api.open_ledger(tmp_path_factory.mktemp("demo") / "demo.db") as ledger, as_file(articles()) as path:
        list(ledger.adding([str(path)]))
        yield ledger


def test_the_articles_are_of_newspaper_length_and_in_order() -> None:
    assert len(LINES) >= 12
    assert all(80 <= len(line["text"].split()) <= 200 for line in LINES)
    assert [line["published"] for line in LINES] == sorted(line["published"] for line in LINES)
    assert all(".example/" in line["url"] for line in LINES)


@pytest.mark.parametrize(("at", "status", "day", "place", "disputed"), STOOD)
def test_how_the_summit_stood_after_each_article(
    book: Ledger, at: str, status: str, day: str, place: str, disputed: bool
) -> None:
    told = {named(r): r for r in book.status(as_of=at)}
    row = told[SUMMIT]
    assert (row["status"], row["when"]["earliest"], row["place"]["name"]) == (status, day, place)
    assert row["disputed"] is disputed


def test_the_summit_is_one_encounter_all_along(book: Ledger) -> None:
    rows = [r for r in book.status() if "Krevs" in str(r["parties"])]
    assert [named(r) for r in rows] == [SUMMIT]
    told = [s["status"] for s in book.why(rows[0]["id"])["history"] if s["of"] == "status"]
    assert told == ["announced", "scheduled", "on_hold", "cancelled", "denied", "scheduled", "held"]


def test_what_else_is_told(book: Ledger) -> None:
    assert {named(r): r["status"] for r in book.status()} == {SUMMIT: "held", **BESIDE}


def test_the_ministers_meeting_prepares_the_summit(book: Ledger) -> None:
    ids = {named(r): r["id"] for r in book.status()}
    ministers = book.why(ids["meeting", "Elena Barboza", "Igor Vidmar-Leben"])
    assert ids[SUMMIT] in ministers["prepares"]


def test_outlets_contradict_each_other(book: Ledger) -> None:
    pairs = [{(s["status"], s["origin"]) for s in c["sides"]} for c in book.contradictions() if c["over"] == "status"]
    off, on = ("cancelled", "Montevideo Morning Post ← unnamed"), ("announced", "Marko Zalar")
    assert any({off, on} <= pair for pair in pairs)
    denied = [c for c in book.contradictions() if c["over"] == "existence"]
    assert any("Joaquín Etchart" in {s["origin"] for s in c["sides"]} for c in denied)


def test_copies_of_a_wire_and_versions_of_an_article_are_known(book: Ledger) -> None:
    rows = list(book.documents())
    groups: dict[int, list[str]] = {}
    for row in rows:
        groups.setdefault(row["source_group"], []).append(row["source"])
    assert [g for g in groups.values() if len(g) > 1 and len(set(g)) > 1] == [
        ["northline-0902", "courier-0902"],
        ["northline-1007", "herald-1007"],
    ]
    assert [r["source"] for r in rows if r["superseded_by"]] == ["post-0909"]
