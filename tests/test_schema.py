"""The published JSON Schema: up to date, and true of readings."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError, validate

from parley.schema import as_text, reading_schema
from tests.cli.story import READING

PUBLISHED = Path(__file__).parents[1] / "docs" / "reference" / "reading.schema.json"
PROMISED = {
    "schema",
    "document",
    "actors",
    "places",
    "times",
    "attributions",
    "encounters",
    "positions",
    "relations",
    "contradictions",
}


@pytest.fixture
def reading() -> dict[str, Any]:
    # Through JSON, as a receiver sees it.
    plain: dict[str, Any] = json.loads(json.dumps(READING.to_dict()))
    return plain


def test_the_published_schema_is_up_to_date() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == as_text(), (
        "run: python -m parley.schema > docs/reference/reading.schema.json"
    )


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(reading_schema())


def test_it_holds_every_promised_key() -> None:
    assert set(reading_schema()["required"]) >= PROMISED


def test_a_reading_is_valid(reading: dict[str, Any]) -> None:
    validate(reading, reading_schema())


def test_a_reading_has_no_key_that_the_schema_does_not_know(reading: dict[str, Any]) -> None:
    strict = json.loads(as_text().replace('"type": "object"', '"type": "object", "additionalProperties": false'))
    validate(reading, strict)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "parley/reading/2"),
        (("encounters", 0, "status"), "rumoured"),
        (("encounters", 0, "claims", 0, "stance"), None),
        (("encounters", 0, "claims", 0, "evidence"), None),
        (("encounters", 0, "claims", 0, "certainty"), "eos9"),
        (("relations", 0, "from"), 3),
        (("positions", 0, "movement"), "sideways"),
    ],
)
def test_a_broken_reading_is_not_valid(reading: dict[str, Any], path: tuple[str | int, ...], value: object) -> None:
    broken: Any = copy.deepcopy(reading)
    place = broken
    for key in path[:-1]:
        place = place[key]
    assert place[path[-1]] != value
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        validate(broken, reading_schema())


def test_every_span_of_a_reading_is_the_text_at_its_place(reading: dict[str, Any]) -> None:
    text = reading["document"]["text"]

    def spans(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [s for v in value for s in spans(v)]
        if isinstance(value, dict):
            here = [value] if {"start", "end", "text"} <= set(value) else []
            return here + [s for v in value.values() for s in spans(v)]
        return []

    found = spans(reading)
    assert len(found) > 20
    assert all(text[s["start"] : s["end"]] == s["text"] for s in found)
