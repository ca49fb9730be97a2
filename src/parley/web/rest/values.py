"""The rows of the ledger as published models: the values are those of ``parley.model``, the rows those of exports."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from parley.model.encounter import Certainty, ClaimStatus, EncounterKind, Level, Party, PlaceRef, Stance, Status, When
from parley.model.ledger import Evidence, Over, StepOf
from parley.model.position import Movement, PositionStance
from parley.model.span import Span


class Row(BaseModel):
    """A row: later versions may add keys; those that stand keep their meaning."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)


class Change(Row):
    """What changed last, of the status, the time or the place, and on whose word."""

    at: str
    of: StepOf
    rule: str
    claims: list[str]
    on_whose_word: list[str]


class Told(Row):
    """How an encounter stands."""

    id: str
    kind: EncounterKind
    level: Level | None
    parties: list[Party]
    place: PlaceRef | None
    when: When | None
    status: Status
    machine_status: Status = Field(description="What the rules say, where a person has decided otherwise.")
    since: str
    on_whose_word: list[str]
    independent_sources: int
    disputed: bool
    unconfirmed: bool
    rule: str
    reports: int
    last_change: list[Change]


class Encounter(Told):
    """One line of the agenda."""

    contradictions: int
    last_report: str
    cursor: str


class Claim(Row):
    """A claim as in the reading, with who stands behind it and whether it lives."""

    id: str = Field(description="Good in the whole ledger: `appearance:claim`.")
    in_reading: str
    stance: Stance
    status: ClaimStatus
    evidence: Span
    attribution: str | None
    hedged: bool
    certainty: Certainty | None
    when: When | None
    said: str | None
    headline: bool
    earlier: bool
    weak: bool
    place: PlaceRef | None
    unsettled: Literal["time"] | None
    chain: list[str]
    origin: str
    origin_key: str
    live: bool
    why_not: str | None
    explanation: str = Field("", description="Of `why_not`, where there is one.")
    purged: str = Field("", description="Why the words are gone, where they are.")


class Appearance(Row):
    """What one report says of the encounter."""

    id: str
    document: str = Field(description="The source of the report.")
    report: str = Field(description="Its id: /documents/{id}.")
    encounter: str = Field(description="Its id in that reading.")
    source_group: int
    at: str
    outlet: str | None
    title: str | None
    url: str | None
    mentions: list[Span]
    claims: list[Claim]
    purged: str = ""


class Step(Row):
    """One change, with the rule, the words, and on whose word; of the time or the place ``before`` and ``after``."""

    at: str
    status: Status
    rule: str
    explanation: str
    claims: list[str]
    document: str
    of: StepOf
    on_whose_word: list[str]
    words: list[str]
    before: When | PlaceRef | None = None
    after: When | PlaceRef | None = None


class Conflict(Row):
    """Two sides that cannot both be true."""

    over: Over
    claims: list[str]
    documents: list[str]
    rule: str | None
    explanation: str | None


class Case(Told):
    """The whole account of one encounter."""

    explanation: str = Field(description="Of `rule`.")
    aliases: list[str]
    appearances: list[Appearance]
    history: list[Step]
    contradictions: list[Conflict]
    stays_away: list[Party]
    judged: int
    prepares: list[str]
    led_to: list[str]


class Side(Row):
    """One side of a contradiction."""

    id: str
    status: ClaimStatus
    stance: Stance
    origin: str
    chain: list[str]
    evidence: Span


class Contradiction(Conflict):
    """Two sides that cannot both be true, with their words."""

    encounter: str
    kind: EncounterKind
    parties: list[Party]
    sides: list[Side]
    cursor: str


class Move(Row):
    """The move that a position makes on its line."""

    direction: Movement
    from_: PositionStance = Field(alias="from")
    since: str
    report: str
    rule: str
    explanation: str


class Position(Row):
    """What one side demands, offers or refuses."""

    at: str
    actor: str
    country: str | None
    role: str | None
    issue: str
    stance: PositionStance
    movement: Movement | None
    evidence: Span
    chain: list[str]
    document: str
    report: str
    outlet: str | None
    line: str
    moved: Move | None


class Link(Row):
    """A link between reports that the machine is unsure of."""

    appearance: str
    encounter: str
    began_it: bool
    at: str
    document: str
    outlet: str | None
    title: str | None
    score: float | None = None
    evidence: list[Evidence] = []
    rival: Any = None
