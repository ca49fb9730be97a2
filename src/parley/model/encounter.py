"""Who is to meet whom, in which state, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.span import Span

EncounterKind = Literal["summit", "meeting", "talks", "call", "visit"]
Level = Literal["leaders", "ministers", "officials"]
Stance = Literal["asserts", "confirms", "denies", "disputes_premise", "declines_to_confirm", "conditions", "reports"]
ClaimStatus = Literal[
    "proposed",
    "announced",
    "scheduled",
    "rescheduled",
    "on_hold",
    "postponed",
    "cancelled",
    "refused",
    "no_plans",
    "not_yet",
    "under_way",
    "held",
    "not_held",
]
Status = Literal[
    "proposed",
    "announced",
    "scheduled",
    "under_way",
    "held",
    "on_hold",
    "postponed",
    "cancelled",
    "denied",
    "unknown",
]
Certainty = Literal["eos1", "eos2", "eos3", "eos4", "eos5", "eos6"]


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an encounter: ``actor`` an actor id; ``attends`` None, or False for one who stays away."""

    actor: str
    name: str
    country: str | None = None
    attends: bool | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Where an encounter is: ``id`` of a place of the reading."""

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When an encounter is: exact words with their offsets, and the interval (ISO, both ends included)."""

    text: str
    start: int
    end: int
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about the state of one encounter.

    ``attribution`` is the id of the attribution it stands in, None for the article's own voice.
    ``when`` is the date and ``place`` the place that the claim gives for the encounter, ``said`` the ISO
    day on which it was said (None if the text does not tell). ``headline`` marks claims of the title;
    ``earlier`` those that tell what was the case before ("had been planned"); ``weak`` those that only
    follow from a side remark ("after the talks") and give way to any other. ``unsettled`` marks those that only say
    that the day is not set ("no timetable is settled"); they say nothing else of the state.
    """

    id: str
    stance: Stance
    status: ClaimStatus
    evidence: Span
    attribution: str | None = None
    hedged: bool = False
    certainty: Certainty | None = None
    when: When | None = None
    said: str | None = None
    headline: bool = False
    earlier: bool = False
    weak: bool = False
    place: PlaceRef | None = None
    unsettled: Literal["time"] | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """One encounter of the real world as one article tells it; ``history`` lists claim ids, oldest state first."""

    id: str
    kind: EncounterKind
    level: Level | None
    parties: tuple[Party, ...]
    place: PlaceRef | None
    when: When | None
    mentions: tuple[Span, ...]
    status: Status
    disputed: bool
    rule: str
    claims: tuple[Claim, ...]
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """``from_`` prepares, led to or follows ``to`` (both encounter ids)."""

    from_: str
    to: str
    kind: Literal["prepares", "led_to", "follows"]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more claims that cannot all be true; ``about`` an encounter id or an issue."""

    about: str
    claims: tuple[str, ...]
    over: Literal["status", "time", "place", "existence"]
