"""What an actor wants, offers or refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.span import Span

PositionStance = Literal[
    "demand", "refusal", "offer", "condition", "support", "opposition", "concession", "expectation"
]
Movement = Literal["none", "insufficient", "softened", "hardened"]


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stand on one issue: ``actor`` an actor id, ``attribution`` an attribution id or None."""

    actor: str
    issue: str
    stance: PositionStance
    movement: Movement | None
    evidence: Span
    attribution: str | None = None
