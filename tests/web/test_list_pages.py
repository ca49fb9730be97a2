"""What the agenda and the other lists promise."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

PAGES = ["/", "/contradictions", "/actors", "/actors/Norway", "/runs", "/changes?since=2026-01-01", "/search?q=Norway"]
TWINS = ["/agenda.json", "/contradictions.json", "/actors/Norway.json", "/runs.json"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_is_small(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert len(page.content) < 200_000
    assert "<script" not in page.text


@pytest.mark.parametrize("path", TWINS)
def test_pages_have_a_twin_of_data(client: TestClient, path: str) -> None:
    assert client.get(path).headers["content-type"] == "application/json"


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
