"""The formats of the field, for encounters only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from parley.export import ics, jsonld, ninjs, plover, superdesk
from parley.export.choice import Choice
from parley.export.rows import Row


def all_in(row: Row, choice: Choice) -> str | None:
    """Nothing is left out."""
    return None


@dataclass(frozen=True, slots=True)
class Field:
    """A format: how it is written, its media type, what it leaves out and why, and what it cannot carry, in words."""

    write: Callable[[Iterable[Row], Choice], Iterator[str]]
    media: str
    cannot: str
    left_out: Callable[[Row, Choice], str | None] = all_in


FIELD: Mapping[str, Field] = {
    "ics": Field(ics.ics, "text/calendar; charset=utf-8", ics.CANNOT, ics.left_out),
    "jsonld": Field(jsonld.jsonld, "application/ld+json", jsonld.CANNOT),
    "superdesk": Field(superdesk.superdesk, "application/x-ndjson", superdesk.CANNOT, superdesk.left_out),
    "ninjs": Field(ninjs.ninjs, "application/x-ndjson", ninjs.CANNOT),
    "plover": Field(plover.plover, "text/csv; charset=utf-8", plover.CANNOT),
}
