"""What the agenda and the other lists promise."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

PAGES = ["/", "/contradictions", "/actors", "/actors/Norway", "/runs", "/changes?since=2026-01-01", "/search?q=Norway"]
TWINS = [
    "/agenda.json",
    "/contradictions.json",
    "/actors.json",
    "/actors/Norway.json",
    "/runs.json",
    "/changes.json?since=2026-01-01",
    "/search.json?q=Norway",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_is_small(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert len(page.content) < 200_000
    assert "<script" not in page.text


@pytest.mark.parametrize("path", TWINS)
def test_pages_have_a_twin_of_data(client: TestClient, path: str) -> None:
    assert client.get(path).headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_its_twin(client: TestClient, path: str) -> None:
    found = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', client.get(path).text)
    assert found
    assert client.get(unescape(found[1])).headers["content-type"] == "application/json"


def test_a_refused_moment_is_not_shown_as_if_in_force(client: TestClient) -> None:
    page = client.get("/?as_of=never")
    assert "no date" in page.text
    assert "As of" not in page.text
    assert "As of" not in client.get("/runs?as_of=2026-03-02").text


def test_the_search_form_and_changes_keep_the_moment(client: TestClient) -> None:
    assert '<input type="hidden" name="as_of" value="2026-03-02">' in client.get("/?as_of=2026-03-02").text
    assert client.get("/changes.json?since=2026-01-01&as_of=2026-03-02").json()[0]["status"] == "scheduled"
    assert client.get("/changes.json?since=2026-01-01").json()[0]["status"] == "cancelled"
    assert len(client.get("/api/v1/diff?since=2026-01-01&as_of=2026-03-02").json()["changes"]) == 1


def test_an_article_is_not_there_before_it_was_published(client: TestClient) -> None:
    report = client.get("/search.json?q=cancelled").json()["documents"]
    report = report or client.get("/search.json?q=Norway").json()["documents"]
    last = max(report, key=lambda row: row["at"])
    assert client.get(f"/articles/{last['id']}").status_code == 200
    assert client.get(f"/articles/{last['id']}?as_of=2026-03-02").status_code == 404
    assert client.get(f"/articles/{last['id']}.json?as_of=2026-03-02").json()["error"]["code"] == "unknown"


@pytest.mark.parametrize("path", ["/nothing.json", "/encounters/none.json", "/agenda.json?as_of=never"])
def test_data_tells_faults_in_one_form(client: TestClient, path: str) -> None:
    assert set(client.get(path).json()["error"]) == {"code", "fault", "hint", "where"}


def test_filters_stand_in_the_address(client: TestClient) -> None:
    assert "Norway" in client.get("/?actor=Norway&status=cancelled").text
    assert "No such encounter" in client.get("/?status=held").text
    assert "No such encounter" in client.get("/?from=2031-01-01").text
    assert 'value="cancelled" checked' in client.get("/?status=cancelled").text


def test_the_moment_is_kept_and_told(client: TestClient) -> None:
    page = client.get("/?as_of=2026-03-02")
    assert "As of <strong>2 Mar 2026" in page.text
    assert "</span> scheduled</span>" in page.text
    assert "?as_of=2026-03-02" in page.text


def test_what_changed_names_the_report(client: TestClient) -> None:
    page = client.get("/changes?since=2026-03-02")
    assert "cancelled" in page.text
    assert "The Herald" in page.text


@pytest.mark.parametrize(
    "path", ["/changes?since=soon", "/?as_of=never", "/encounters/none", "/?after=nonsense", "/?status=nice"]
)
def test_what_cannot_be_answered_says_what_to_do(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code in {400, 404}
    assert "That did not work" in page.text
