"""Values held against the text that they stand on."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Value = TypeVar("Value")


def grounded(value: Value, text: str) -> Value:
    """The same value, its every span with exactly the words that ``text`` has at its offsets.

    Needed where a text was read with something blanked out: a span that reaches across it holds blanks
    until then.
    """
    result: Value = _grounded(value, text)
    return result


def _grounded(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        inner = tuple(_grounded(v, text) for v in value)
        return inner if any(a is not b for a, b in zip(inner, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        new = _grounded(old, text)
        if new is not old:
            changed[field.name] = new
    names = {f.name for f in fields(value)}
    if {"start", "end", "text"} <= names:
        there = text[value.start : value.end]  # type: ignore[attr-defined]
        if there != value.text:  # type: ignore[attr-defined]
            changed["text"] = there
    return replace(value, **changed) if changed else value
