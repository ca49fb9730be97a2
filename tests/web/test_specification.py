"""The specification is true: whatever is asked, answers are as it says, and nothing breaks the server.

Schemathesis asks a few hundred questions made from the specification, the same ones on every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks as c
from starlette.testclient import TestClient

from parley.keeping import Ledger
from parley.web.app import Settings, create_app
from parley.web.rest import create
from tests.ledger.conftest import opened
from tests.web import hostile
from tests.web.conftest import TOKEN

V1 = "/api/v1"
EXAMPLES = 15  # of each operation in each mode
CHECKS = [
    schemathesis.checks.not_a_server_error,
    c.status_code_conformance,
    c.content_type_conformance,
    c.response_headers_conformance,
    c.response_schema_conformance,
    c.negative_data_rejection,
    c.unsupported_method,
]
CALM = settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
SPECIFICATION = create(None, TOKEN).openapi()  # type: ignore[arg-type]
OPERATIONS = [(method, path) for path, item in SPECIFICATION["paths"].items() for method in item]
ASKED = [(*o, mode) for o in OPERATIONS for mode in GenerationMode if mode.is_positive or o != ("get", "/judgements")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Any]]:
    with opened(str(tmp_path_factory.mktemp("spec") / "s.db")) as ledger:
        hostile.fill(ledger)
        yield ledger, create_app(ledger, Settings(TOKEN))


@pytest.fixture(scope="module")
def api(served: tuple[Ledger, Any]) -> Any:
    return schemathesis.openapi.from_asgi(f"{V1}/openapi.json", served[1])


@pytest.mark.parametrize(("method", "path", "mode"), ASKED)
def test_answers_are_as_the_specification_says(api: Any, method: str, path: str, mode: GenerationMode) -> None:
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    def ask(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"}, checks=CHECKS)

    ask()


def paths(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What can be asked of this ledger, with the operation that it is."""
    for path in ("encounters", "contradictions", "positions", "actors", "documents", "runs", "review", "judgements"):
        yield f"/{path}", f"/{path}"
    yield "/search", "/search?q=bergen"
    yield "/diff", "/diff?since=2026-01-01"
    for row in ledger.status():
        yield "/encounters/{id}", f"/encounters/{row['id']}"
        yield "/encounters/{id}/history", f"/encounters/{row['id']}/history"
    for row in ledger.documents():
        yield "/documents/{id}", f"/documents/{row['id']}"
        yield "/documents/{id}/reading", f"/documents/{row['id']}/reading"


def test_every_key_that_is_told_stands_in_the_specification(served: tuple[Ledger, Any]) -> None:
    ledger, app = served
    client, components = TestClient(app), SPECIFICATION["components"]
    for operation, path in paths(ledger):
        answer = client.get(V1 + path)
        assert answer.status_code == 200, path
        schema = SPECIFICATION["paths"][operation]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        Draft202012Validator({**closed(schema), "components": closed(components)}).validate(answer.json())


def closed(schema: Any) -> Any:
    """The same schema, with no key allowed that it does not name."""
    if isinstance(schema, list):
        return [closed(s) for s in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {"additionalProperties": False} if "properties" in schema else {}
    return {**{k: closed(v) for k, v in schema.items()}, **shut}


def test_what_is_documented_in_words_is_all_of_it() -> None:
    undescribed = [
        f"{method} {path}" for method, path in OPERATIONS if not SPECIFICATION["paths"][path][method].get("description")
    ]
    assert undescribed == []


def test_hostile_words_come_back_as_they_were(served: tuple[Ledger, Any]) -> None:
    answer = TestClient(served[1]).get(f"{V1}/positions")
    assert answer.json()["positions"][0]["issue"] == hostile.BIDI
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
