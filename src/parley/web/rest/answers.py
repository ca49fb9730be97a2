"""What is answered: rows in lists with ``next``, the path of the following page, null on the last."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from parley.model import reading as r
from parley.model.attribution import Attribution
from parley.model.document import Document as Article
from parley.model.encounter import Contradiction as Differing
from parley.model.encounter import Encounter as Read
from parley.model.encounter import EncounterKind, Level, Party, PlaceRef, Status, When
from parley.model.ledger import Judgement
from parley.model.mention import Actor, Place, Time
from parley.model.position import Position as Stand
from parley.model.span import Span
from parley.web.rest import values as v
from parley.web.rest.values import Row


class Listed(Row):
    """A page of a list."""

    next: str | None = Field(description="The path of the following page; null on the last.")


class Encounters(Listed):
    """A page of the agenda."""

    encounters: list[v.Encounter]


class History(Row):
    """Every change of one encounter, oldest first."""

    encounter: str
    history: list[v.Step]


class Contradictions(Listed):
    """A page of contradictions; ``limit`` counts encounters."""

    contradictions: list[v.Contradiction]


class Positions(Listed):
    """A page of positions, the oldest word first."""

    positions: list[v.Position]


class Known(Row):
    """A party of encounters."""

    name: str
    country: str | None
    encounters: int
    last_report: str


class Actors(Listed):
    """A page of actors, those of most encounters first."""

    actors: list[Known]


class Document(Row):
    """One version of one article."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    language: str | None
    at: str
    recorded: str
    source_group: int
    encounters: int
    engine: str | None
    lexicon: str | None
    superseded_by: str | None
    purged: str | None = Field(description="Why its words are gone; null where they are not.")


class Documents(Listed):
    """A page of documents in the order of arrival."""

    documents: list[Document]


class Found(Document):
    """A document that holds the words."""

    excerpt: Span | None


class Search(Row):
    """Encounters and documents of which these words tell, the newest first."""

    encounters: list[v.Encounter]
    documents: list[Found]


class Relation(Row):
    """One encounter prepares, led to or follows another."""

    from_: str = Field(alias="from")
    to: str
    kind: Literal["prepares", "led_to", "follows"]
    evidence: Span


class Reading(Row):
    """All that Parley says of one article: the form of ``parley read`` (``parley schema`` prints it)."""

    schema_: str = Field(alias="schema")
    document: Article
    actors: list[Actor]
    places: list[Place]
    times: list[Time]
    attributions: list[Attribution]
    encounters: list[Read]
    positions: list[Stand]
    relations: list[Relation]
    contradictions: list[Differing]
    ungrounded: list[r.Ungrounded]


class Outcome(Row):
    """An input that was left out, and why."""

    what: str
    source: str
    why: str | None
    at: str


class Run(Row):
    """What became of the inputs of one run."""

    id: str
    at: str
    command: str
    version: str
    options: dict[str, Any]
    counts: dict[str, int]
    left: list[Outcome]


class Runs(Listed):
    """A page of runs, the last first."""

    runs: list[Run]


class Report(Row):
    """The report that changed something."""

    report: str
    document: str
    outlet: str | None
    title: str | None


class Taken(v.Change):
    """A step that was taken, with its explanation and words."""

    explanation: str
    words: list[str]


class Changed(Row):
    """One change: of each key that differs, [before, after]."""

    at: str
    id: str
    kind: EncounterKind
    level: Level | None
    parties: list[Party]
    place: PlaceRef | None
    when: When | None
    status: Status
    rule: str
    on_whose_word: list[str]
    disputed: bool
    changes: dict[Literal["status", "when", "place", "disputed", "parties", "unconfirmed"], list[Any]]
    documents: list[Report]
    steps: list[Taken]


class Changes(Listed):
    """A page of changes, oldest first."""

    changes: list[Changed]


class Links(Row):
    """Links that ask for a person."""

    links: list[v.Link]


class Judgements(Row):
    """Judgements of people, oldest first, those that were undone included."""

    judgements: list[Judgement]
