"""Frozen values as compressed JSON, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from parley.model.reading import plain

Value = TypeVar("Value")
Decode = Callable[[Any], Any]


def pack(value: Any) -> bytes:
    """A value of plain JSON, or a frozen value, as compressed bytes."""
    return zlib.compress(json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(data: bytes) -> Any:
    """The plain JSON that was packed."""
    return json.loads(zlib.decompress(data))


def revive(kind: Callable[..., Value], data: Any) -> Value:
    """The frozen value of ``kind`` whose plain form is ``data``.

    Keys that the class does not know are left out and missing ones take their defaults, so that a ledger
    outlives changes of the reading. Raises ``TypeError`` where a key without a default is missing.
    """
    made: Value = _decoder(kind)(data)
    return made


@cache
def _decoder(kind: Any) -> Decode:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        inner = _decoder(next(p for p in parts if p is not NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _decoder(parts[0])
        return lambda data: tuple(item(d) for d in data)
    if is_dataclass(kind):
        return _of_class(kind)
    return lambda data: data


def _of_class(kind: Any) -> Decode:
    ready: dict[str, tuple[str, Decode]] = {}

    def decode(data: Any) -> Any:
        if not ready:  # on first use: a class may hold its own kind
            hints = get_type_hints(kind)
            ready.update({f.name.rstrip("_"): (f.name, _decoder(hints[f.name])) for f in fields(kind)})
        known = ((ready[k], v) for k, v in data.items() if k in ready)
        return kind(**{name: inner(v) for (name, inner), v in known})

    return decode
