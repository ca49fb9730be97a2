"""What the page of one encounter promises: the case, and corrections that can be undone."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import TOKEN

SIGNED = {"by": "Ida", "because": "the ministry said so"}


@pytest.fixture
def encounter(client: TestClient) -> str:
    """The id of the meeting."""
    return str(client.get("/agenda.json").json()[0]["id"])


@pytest.fixture
def editor(client: TestClient, encounter: str) -> TestClient:
    """A browser that has given the token."""
    answer = client.post("/sign-in", data={"token": TOKEN, "back": f"/encounters/{encounter}"}, follow_redirects=False)
    assert answer.headers["location"] == f"/encounters/{encounter}"
    assert "samesite=strict" in answer.headers["set-cookie"].casefold()
    assert TOKEN not in answer.headers["set-cookie"]
    return client


def test_the_case_tells_history_words_and_sources(client: TestClient, encounter: str) -> None:
    page = client.get(f"/encounters/{encounter}").text
    for promised in ("How it went", "scheduled", "cancelled", "in the text", "The Herald", "independent"):
        assert promised in page, promised
    assert re.search(r'href="/articles/\w+#w-c-e1\.c1"', page)


def test_its_data_is_the_row_of_the_ledger(client: TestClient, encounter: str) -> None:
    assert client.get(f"/encounters/{encounter}.json").json()["id"] == encounter


def test_nobody_corrects_without_the_token(client: TestClient, encounter: str) -> None:
    refused = client.post(
        "/judgements/decide", data={"encounter": encounter, "kind": "override", "value": "held", **SIGNED}
    )
    assert refused.status_code == 401
    assert client.post("/sign-in", data={"token": "guess"}).status_code == 403
    assert "Sign in" in client.get(f"/encounters/{encounter}").text


def test_a_correction_is_signed_shown_and_undone(editor: TestClient, encounter: str) -> None:
    asked = {"encounter": encounter, "kind": "override", "value": "on hold", **SIGNED}
    page = editor.post("/judgements/decide", data=asked).text
    assert "Ida: the ministry said so" in page
    assert "The machine's account" in page
    assert editor.get(f"/encounters/{encounter}.json").json()["status"] == "on_hold"
    judgement = re.search(r'name="judgement" value="([^"]+)"', page)
    assert judgement
    undone = {"judgement": judgement[1], "back": f"/encounters/{encounter}", "by": "Bo", "because": "a mistake"}
    assert "undone" in editor.post("/judgements/undo", data=undone).text
    assert editor.get(f"/encounters/{encounter}.json").json()["status"] == "cancelled"


def test_a_correction_needs_a_name_and_a_reason(editor: TestClient, encounter: str) -> None:
    asked = {"encounter": encounter, "kind": "override", "value": "held"}
    assert "signed and has a reason" in editor.post("/judgements/decide", data=asked).text


def test_a_form_from_another_site_is_refused(editor: TestClient, encounter: str) -> None:
    asked = {"encounter": encounter, "kind": "override", "value": "held", **SIGNED}
    for sent in (
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        answer = editor.post("/judgements/decide", data=asked, headers=sent)
        assert answer.status_code == 403, sent
        assert "another site" in answer.text


def test_no_way_back_leads_elsewhere(client: TestClient) -> None:
    for back in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"):
        answer = client.post("/sign-in", data={"token": TOKEN, "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/", back
