"""The reading: all that Parley says of one article (the public contract)."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import Contradiction, Encounter, Relation
from parley.model.mention import Actor, Place, Time
from parley.model.position import Position
from parley.model.span import Span

SCHEMA = "parley/reading/1"


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """Something that the reader noticed but could not place: ``words`` and ``why`` in plain words."""

    words: Span
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What Parley says of one article; every value stands on spans of ``document.text``."""

    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    ungrounded: tuple[Ungrounded, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain JSON values, keys as in the published schema."""
        return {"schema": SCHEMA, **plain(self)}


def plain(value: Any) -> Any:
    """A dataclass tree as dicts and lists; ``from_`` loses its underscore."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value
