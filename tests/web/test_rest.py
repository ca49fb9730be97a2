"""What the REST interface promises."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from parley.web.app import create_app
from tests.ledger.conftest import opened
from tests.web.conftest import TOKEN

V1 = "/api/v1"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
SIGNED = {"by": "Ada Kerr", "because": "both name the same hall"}


def ids(client: TestClient, path: str = "/encounters") -> list[str]:
    return [row["id"] for row in client.get(V1 + path).json()[path.strip("/").partition("?")[0]]]


def fault(answer: Any) -> tuple[int, str, str | None]:
    error = answer.json()["error"]
    assert set(error) == {"code", "fault", "hint", "where"}
    assert error["fault"]
    assert error["hint"]
    return answer.status_code, error["code"], error["where"]


def test_the_agenda_is_that_of_the_ledger(client: TestClient) -> None:
    (row,) = client.get(f"{V1}/encounters").json()["encounters"]
    assert (row["status"], [p["name"] for p in row["parties"]]) == ("cancelled", ["Norway", "Portugal"])


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("as_of=2026-03-02", ["scheduled"]),
        ("as_of=2026-02-01", []),
        ("recorded_by=2020-01-01", []),
        ("status=held&status=cancelled", ["cancelled"]),
        ("status=held", []),
        ("actor=NOR&from=2026-03-01&to=2026-03-31&kind=meeting", ["cancelled"]),
        ("q=bergen", ["cancelled"]),
        ("disputed=true", []),
    ],
)
def test_encounters_are_asked_for_as_parley_find_does(client: TestClient, asked: str, status: list[str]) -> None:
    assert [r["status"] for r in client.get(f"{V1}/encounters?{asked}").json()["encounters"]] == status


@pytest.mark.parametrize("path", ["/documents", "/actors", "/encounters", "/runs", "/diff"])
def test_pages_join_by_following_next(client: TestClient, path: str) -> None:
    first = "?limit=1&since=2026-01-01" if path == "/diff" else "?limit=1"
    name = "changes" if path == "/diff" else path.strip("/")
    found, following = [], f"{V1}{path}{first}"
    while following:
        page = client.get(following).json()
        assert len(page[name]) == 1
        found += page[name]
        following = page["next"]
    assert found == client.get(f"{V1}{path}{first.replace('limit=1', 'limit=500')}").json()[name]


def test_a_case_its_history_and_a_reading_are_told_whole(client: TestClient) -> None:
    (encounter,) = ids(client)
    case = client.get(f"{V1}/encounters/{encounter}").json()
    assert case["explanation"]
    assert len(case["appearances"]) == 2
    assert client.get(f"{V1}/encounters/{encounter}/history").json()["history"] == case["history"]
    report = case["appearances"][0]["report"]
    text = client.get(f"{V1}/documents/{report}/reading").json()["document"]["text"]
    evidence = case["appearances"][0]["claims"][0]["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_search_finds_encounters_and_texts(client: TestClient) -> None:
    found = client.get(f"{V1}/search?q=bergen").json()
    assert (len(found["encounters"]), len(found["documents"])) == (1, 2)
    assert "Bergen" in found["documents"][0]["excerpt"]["text"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/nowhere", (404, "unknown", None)),
        ("/encounters/none", (404, "unknown", None)),
        ("/encounters/%00", (404, "unknown", None)),
        ("/documents/none/reading", (404, "unknown", None)),
        ("/encounters?after=nowhere", (400, "invalid", "after")),
        ("/encounters?from=yesterday", (400, "invalid", "from")),
        ("/encounters?as_of=99999-01-01", (400, "invalid", "as_of")),
        ("/encounters?limit=0", (400, "invalid", "limit")),
        ("/encounters?limit=many", (400, "invalid", "limit")),
        ("/encounters?limit=" + "9" * 40, (400, "invalid", "limit")),
        ("/encounters?status=perhaps", (400, "invalid", "status.0")),
        ("/encounters?colour=red", (400, "invalid", "colour")),
        ("/search", (400, "invalid", "q")),
        ("/search?q=" + "%20".join("abcdefghijkl" * 10), (400, "invalid", None)),
        ("/diff", (400, "invalid", "since")),
        ("/diff?since=never", (400, "invalid", "since")),
        ("/judgements?limit=1", (400, "invalid", "limit")),
    ],
)
def test_every_fault_has_one_shape_and_the_next_step(
    client: TestClient, path: str, expected: tuple[int, str, str | None]
) -> None:
    assert fault(client.get(V1 + path)) == expected


def test_another_method_is_told(client: TestClient) -> None:
    assert fault(client.put(f"{V1}/encounters"))[:2] == (405, "method")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({}, (401, "no_token")),
        ({"Authorization": "Basic x"}, (401, "no_token")),
        ({"Authorization": "Bearer x"}, (403, "wrong_token")),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "https://elsewhere.example"}, (403, "origin")),
    ],
)
def test_whoever_decides_bears_the_token(client: TestClient, header: dict[str, str], expected: tuple[int, str]) -> None:
    refused = client.post(f"{V1}/judgements/undo", json={"judgement": "x", **SIGNED}, headers=header)
    assert fault(refused)[:2] == expected
    assert ("www-authenticate" in refused.headers) == (expected[0] == 401)


def test_without_a_token_nobody_decides_and_the_way_is_told(tmp_path: Any) -> None:
    with opened(str(tmp_path / "r.db")) as ledger:
        refused = TestClient(create_app(ledger)).post(
            f"{V1}/judgements/undo", json={"judgement": "x", **SIGNED}, headers=BEARER
        )
    assert fault(refused)[:2] == (403, "read_only")
    assert "--token" in refused.json()["error"]["hint"]


def decide(client: TestClient, kind: str, key: str | None = None, **asked: Any) -> Any:
    headers = BEARER | ({"Idempotency-Key": key} if key else {})
    return client.post(f"{V1}/judgements/{kind}", json={**asked, **SIGNED}, headers=headers)


def test_what_people_decide_counts_and_can_be_undone(client: TestClient) -> None:
    (encounter,) = ids(client)
    one, other = (a["id"] for a in client.get(f"{V1}/encounters/{encounter}").json()["appearances"])
    assert decide(client, "split", encounter=encounter, parts=[other]).status_code == 201
    assert len(ids(client)) == 2
    made = decide(client, "merge", encounters=[one, other]).json()["judgements"]
    assert len(ids(client)) == 1
    assert decide(client, "undo", judgement=made[0]["id"]).status_code == 201
    assert len(ids(client)) == 2
    assert [j["kind"] for j in client.get(f"{V1}/judgements").json()["judgements"]] == ["split", "merge", "undo"]


def test_claims_are_rejected_and_confirmed_and_a_status_overridden(client: TestClient) -> None:
    (encounter,) = ids(client)
    case = client.get(f"{V1}/encounters/{encounter}").json()
    claims = [c["id"] for a in case["appearances"] for c in a["claims"]]
    assert decide(client, "reject", claims=claims[1:]).status_code == 201
    assert client.get(f"{V1}/encounters/{encounter}").json()["status"] == "scheduled"
    assert decide(client, "confirm", claims=claims[:1]).status_code == 201
    assert decide(client, "override", encounter=encounter, status="held").status_code == 201
    told = client.get(f"{V1}/encounters/{encounter}").json()
    assert (told["status"], told["machine_status"]) == ("held", "scheduled")


def test_a_decision_under_a_key_is_made_once(client: TestClient) -> None:
    (encounter,) = ids(client)
    first = decide(client, "override", "k1", encounter=encounter, status="held")
    again = decide(client, "override", "k1", encounter=encounter, status="held")
    assert (first.status_code, again.status_code, first.json()) == (201, 200, again.json())
    assert len(client.get(f"{V1}/judgements").json()["judgements"]) == 1
    assert fault(decide(client, "override", "k1", encounter=encounter, status="denied"))[:2] == (409, "conflict")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (b"{", "body"),
        (b"[]", "body"),
        (b'"\\ud800"', "body"),
        (b'{"judgement": "x", "by": "A"}', "because"),
        (b'{"judgement": "x", "by": "A", "because": "b", "colour": 1}', "colour"),
        (b'{"judgement": "x", "by": "\\ud800", "because": "b"}', "by"),
        (b'{"judgement": "x", "by": "A\\u0000", "because": "b"}', "by"),
        (b'{"judgement": 7, "by": "A", "because": "b"}', "judgement"),
    ],
)
def test_a_body_that_is_none_is_refused(client: TestClient, body: bytes, where: str) -> None:
    headers = BEARER | {"Content-Type": "application/json"}
    assert fault(client.post(f"{V1}/judgements/undo", content=body, headers=headers)) == (400, "invalid", where)
