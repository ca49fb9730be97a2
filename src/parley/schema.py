"""The JSON Schema of a reading, made from the frozen values: ``python -m parley.schema``."""

from __future__ import annotations

import inspect
import json
import sys
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from parley.model.reading import SCHEMA, Reading

SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def reading_schema() -> dict[str, Any]:
    """The schema as plain values. Keys may be added by later versions; those that stand keep their meaning."""
    definitions: dict[str, Any] = {}
    _reference(Reading, definitions)
    top = definitions.pop("Reading")
    named = {"schema": {"const": SCHEMA}, **top["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:parley:{SCHEMA.removeprefix('parley/').replace('/', ':')}",
        "title": "Reading",
        **top,
        "properties": named,
        "required": ["schema", *top["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place, so that a value may hold its own kind
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = {f.name: f.name.rstrip("_") for f in fields(kind)}
    return {
        "type": "object",
        "description": _in_words(kind),
        "properties": {key: _of(hints[name], definitions) for name, key in names.items()},
        "required": list(names.values()),
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in {Union, UnionType}:
        return _either([_of(p, definitions) for p in parts])
    if origin is tuple and parts[1:] == (...,):
        return {"type": "array", "items": _of(parts[0], definitions)}
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    return {"type": SIMPLE[hint]}


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    if all(set(o) == {"type"} for o in options):
        return {"type": [o["type"] for o in options]}
    enums = [o for o in options if "enum" in o]
    if len(enums) == 1 and len(options) == 2 and {"type": "null"} in options:
        return {"enum": [*enums[0]["enum"], None]}
    return {"anyOf": options}


def _in_words(kind: type) -> str:
    """The docstring without the marks of its markup."""
    paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
    return "\n\n".join(" ".join(p.replace("``", "`").split()) for p in paragraphs)


def as_text() -> str:
    """The schema as it is published in docs/reference."""
    return json.dumps(reading_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(as_text())
