"""One name of a text."""

from __future__ import annotations

from dataclasses import dataclass

from parley.lexicon.world import Geo


@dataclass(frozen=True, slots=True)
class Name:
    """One name: tokens ``first`` to ``last`` (exclusive), ``label`` PER, ORG, LOC or DEM, ``geo`` if known."""

    first: int
    last: int
    label: str
    geo: Geo | None = None
