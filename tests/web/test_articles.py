"""An article's page: text beside facts, its versions and copies, the way to the ledger's encounters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.keeping import Ledger
from parley.web.app import create_app
from tests.ledger.conftest import opened
from tests.ledger.told import Told, padding, reading
from tests.views.test_marks import Page


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    """A meeting that one article schedules, in two versions, and another outlet copies."""
    with opened(str(tmp_path / "web.db")) as ledger:
        words = padding("wire")
        first, copied = reading(Told(), extra=words), reading(Told(), name="b1", outlet="The Herald", extra=words)
        ledger.add([first, copied, reading(Told("cancelled"), published="2026-03-05")])
        yield ledger


@pytest.fixture
def client(book: Ledger) -> TestClient:
    return TestClient(create_app(book))


def _ids(book: Ledger) -> list[str]:
    return [d["id"] for d in book.documents()]


def test_the_text_stands_beside_its_facts(client: TestClient, book: Ledger) -> None:
    for report in _ids(book):
        page = client.get(f"/articles/{report}")
        assert page.status_code == 200
        anchors = {v["id"] for _, v in Page(page.text).tags if v.get("id")}
        assert {f"c-{c['id']}" for e in book.reading(report)["encounters"] for c in e["claims"]} <= anchors


def test_each_encounter_leads_to_that_of_the_ledger(client: TestClient, book: Ledger) -> None:
    there = next(iter(book.status()))["id"]
    assert f'href="/encounters/{there}"' in client.get(f"/articles/{_ids(book)[0]}").text


def test_versions_and_copies_are_listed(client: TestClient, book: Ledger) -> None:
    first, copied, second = _ids(book)
    page = client.get(f"/articles/{first}").text
    assert "Versions of this article (2)" in page
    assert f'href="/articles/{second}"' in page
    assert "The same text elsewhere (1)" in page
    assert f'href="/articles/{copied}"' in page


def test_light_comes_from_a_style_sheet_of_its_own(client: TestClient, book: Ledger) -> None:
    answer = client.get(f"/articles/{_ids(book)[0]}.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert ":has(" in answer.text


def test_the_page_as_data(client: TestClient, book: Ledger) -> None:
    report = _ids(book)[0]
    told = client.get(f"/articles/{report}.json").json()
    assert told["reading"] == book.reading(report)
    assert [v["id"] for v in told["versions"]] == [report, _ids(book)[2]]


@pytest.mark.parametrize("end", ["", ".json", ".css"])
def test_no_such_article(client: TestClient, end: str) -> None:
    assert client.get(f"/articles/0123456789abcdef{end}").status_code == 404
