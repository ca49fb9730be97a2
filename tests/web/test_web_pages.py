"""What the pages promise."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_the_agenda_tells_how_each_encounter_stands(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Norway · Portugal" in page.text
    assert "</span> cancelled</span>" in page.text


def test_every_answer_allows_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/static/style.css", "/no/such/page"):
        assert client.get(path).headers["content-security-policy"].startswith("default-src 'none'"), path
