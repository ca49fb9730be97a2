"""What signing in promises: signed, named, ended after some hours or by signing out."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from parley.web import sessions
from tests.web.conftest import TOKEN

NOW = 1_800_000_000.0
HOURS = 3600


def test_a_session_tells_who_signed_in() -> None:
    found = sessions.read(TOKEN, sessions.begun(TOKEN, "Ida Böhm", NOW), NOW + HOURS)
    assert found
    assert (found.by, found.issued, found.ends) == ("Ida Böhm", NOW, NOW + 12 * HOURS)


def test_two_sign_ins_are_not_the_same() -> None:
    assert sessions.begun(TOKEN, "Ida", NOW) != sessions.begun(TOKEN, "Ida", NOW + 1)
    assert sessions.begun(TOKEN, "Ida", NOW) != sessions.begun(TOKEN, "Bo", NOW)


@pytest.mark.parametrize("later", [-1, 12 * HOURS, 1000 * HOURS])
def test_a_session_ends(later: int) -> None:
    assert sessions.read(TOKEN, sessions.begun(TOKEN, "", NOW), NOW + later) is None


@pytest.mark.parametrize("value", ["", ".", "abc", "W10=.", "\udc80.\udc80", "é.é"])
def test_what_is_no_session(value: str) -> None:
    assert sessions.read(TOKEN, value, NOW) is None


def test_what_was_changed_or_is_of_another_token() -> None:
    value = sessions.begun(TOKEN, "Ida", NOW)
    assert sessions.read("another", value, NOW) is None
    other = sessions.begun(TOKEN, "Bo", NOW)
    assert sessions.read(TOKEN, f"{other.partition('.')[0]}.{value.partition('.')[2]}", NOW) is None


def test_the_cookie_is_for_this_server_alone(client: TestClient) -> None:
    answer = client.post("/sign-in", data={"token": TOKEN, "by": "Ida"}, follow_redirects=False)
    told = answer.headers["set-cookie"].casefold()
    assert all(part in told for part in ("httponly", "samesite=strict", "max-age=43200"))
    assert TOKEN not in told


def test_signing_out_ends_it(client: TestClient) -> None:
    page = f"/encounters/{client.get('/agenda.json').json()[0]['id']}"
    client.post("/sign-in", data={"token": TOKEN, "by": "Ida"})
    assert 'value="Ida"' in client.get(page).text
    assert (
        client.post("/sign-out", data={"back": page}, headers={"origin": "https://elsewhere.example"}).status_code
        == 403
    )
    signed_out = client.post("/sign-out", data={"back": page})
    assert "Sign out" not in signed_out.text
    assert "Sign in" in signed_out.text
