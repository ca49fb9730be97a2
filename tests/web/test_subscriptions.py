"""Data twins of the agenda: the same filters, and nothing fetched twice that has not changed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

TWINS = ("/agenda.csv", "/agenda.jsonl")


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
