"""Data twins of the agenda: the same filters, and nothing fetched twice that has not changed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

TWINS = ("/calendar.ics", "/agenda.csv", "/agenda.jsonl", "/agenda.jsonld")


@pytest.mark.parametrize(
    ("asked", "statuses"), [("", ["cancelled"]), ("?as_of=2026-03-02&actor=", ["scheduled"]), ("?status=held", [])]
)
def test_twins_hold_what_the_filters_ask_for(client: TestClient, asked: str, statuses: list[str]) -> None:
    rows = csv.DictReader(io.StringIO(client.get(f"/agenda.csv{asked}").text))
    assert [r["status"] for r in rows] == statuses
    assert [json.loads(line)["status"] for line in client.get(f"/agenda.jsonl{asked}").text.splitlines()] == statuses


@pytest.mark.parametrize("path", TWINS)
def test_what_has_not_changed_is_not_told_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    for header, mark in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again = client.get(path, headers={header: first.headers[mark]})
        assert (again.status_code, again.text, again.headers["etag"]) == (304, "", first.headers["etag"])
    assert client.get(f"{path}?status=held", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", TWINS)
def test_what_has_changed_is_told(client: TestClient, path: str) -> None:
    first = client.get(path)
    ledger: Any = client.app.state.ledger  # type: ignore[attr-defined]
    ledger.override(next(iter(ledger.status()))["id"], "held", by="Ada", because="seen")
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, "held" in again.text) == (200, True)


@pytest.mark.parametrize("held", ["nonsense", "Mon, 99 Foo 2026", "", "Thu, 01 Jan 1970 00:00:00"])
def test_a_broken_date_is_asked_again(client: TestClient, held: str) -> None:
    assert client.get("/agenda.csv", headers={"If-Modified-Since": held}).status_code == 200


@pytest.mark.parametrize("asked", ["from=never", "colour=red", "status=perhaps", "as_of=x", "limit=0", "order=size"])
@pytest.mark.parametrize("path", TWINS)
def test_filters_that_are_none_are_refused(client: TestClient, path: str, asked: str) -> None:
    refused = client.get(f"{path}?{asked}")
    assert refused.status_code == 400
    assert refused.json()["error"]["where"].startswith(asked.partition("=")[0])


def events(client: TestClient, asked: str = "") -> list[Any]:
    answer = client.get(f"/calendar.ics{asked}")
    assert answer.headers["content-type"].startswith("text/calendar")
    return Calendar.from_ical(answer.text).events  # type: ignore[no-any-return]


def test_a_calendar_that_is_subscribed_to_follows_the_ledger(client: TestClient) -> None:
    (before,) = events(client, "?as_of=2026-03-02")
    (after,) = events(client)
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (before["X-PARLEY-STATUS"], after["X-PARLEY-STATUS"]) == ("scheduled", "cancelled")
    assert after["SUMMARY"].startswith("CANCELLED:")


def test_a_calendar_takes_the_filters_of_the_agenda(client: TestClient) -> None:
    assert len(events(client, "?actor=NOR&from=2026-03-01&to=2026-03-31&status=cancelled&place=")) == 1
    assert events(client, "?actor=Peru") == []
    (removed,) = events(client, "?cancelled=remove")
    assert removed["STATUS"] == "CANCELLED"
