"""Rows of a small ledger: what the exports are written from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from parley.export.rows import Row
from parley.model.encounter import ClaimStatus
from parley.model.reading import Reading
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading

Rows = Callable[..., list[Row]]
STORY: tuple[tuple[str, Told], ...] = (
    ("2026-03-01", Told("announced", day=None, source="Astrid Holm")),
    ("2026-03-03", Told("scheduled", day="2026-03-24", source="Astrid Holm")),
    ("2026-03-05", Told("rescheduled", day="2026-03-28", source="Astrid Holm")),
    ("2026-03-10", Told("cancelled", day="2026-03-28", source="Rui Faria")),
)


def told(day: str, what: Told, name: str | None = None, **more: Any) -> Reading:
    """An article of that day, by an outlet of its own."""
    return reading(what, name=name or f"a{day}", published=day, outlet=f"Post {day}", **more)


def story(length: int = len(STORY)) -> list[Reading]:
    """A meeting announced, given a day, moved and called off: the first articles of it."""
    return [told(day, what) for day, what in STORY[:length]]


def stands(status: ClaimStatus, day: str | None = "2026-03-24", **more: Any) -> list[Reading]:
    """One article that tells of one encounter."""
    return [told("2026-03-01", Told(status, day=day, **more))]


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """Rows of the encounters in these readings, recorded in this order."""
    numbers = count()

    def made(readings: Iterable[Reading], **moment: str) -> list[Row]:
        with opened(str(tmp_path / f"ledger{next(numbers)}.db")) as ledger:
            ledger.add(readings)
            return list(ledger.export("encounters", **moment))

    return made
