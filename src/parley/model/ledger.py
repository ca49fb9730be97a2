"""What the ledger holds of many articles, and what follows from it: values only.

A **report** is one version of one article. An **appearance** is one encounter as one report tells it; the same
encounter of the real world appears in many reports. A **judgement** is what a person decided. These three are
only ever added. Everything else here is derived from them: a **cluster** is the appearances of one encounter, and a
**case** is its account at some moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.attribution import Attribution
from parley.model.encounter import Claim, Encounter, EncounterKind, Level, Party, PlaceRef, Status, When
from parley.model.mention import Actor

JudgementKind = Literal["merge", "split", "override", "reject", "confirm", "undo"]
Over = Literal["status", "time", "place", "existence"]
StepOf = Literal["status", "time", "place"]


@dataclass(frozen=True, slots=True)
class Report:
    """One version of one article as the ledger holds it.

    ``id`` is a hash of ``key`` and text; ``key`` is by what the article is known wherever it turns up (its address,
    else its outlet and id, else its source). ``published`` is as the article gives it; ``at`` is the moment from
    which it counts, and ``recorded`` the moment at which this ledger first held it (both ISO, UTC, seconds):
    ``at`` is ``published`` where that is known (a day counts from its beginning), else ``recorded``. ``sketch`` holds
    the hashes by which copies of a text are recognised (``parley.link.copies``).
    """

    id: str
    key: str
    source: str
    at: str
    recorded: str
    published: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """One encounter as one report tells it, with what its claims and parties stand on.

    ``id`` stays the same when the report is read again by a newer engine and the encounter is found again (judgements
    hang on it). ``actors`` are the parties, their members and the sources of ``attributions``; ``attributions`` are
    those that the encounter's claims stand in, and those they stand inside.
    """

    id: str
    report: str
    encounter: Encounter
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    prepares: tuple[str, ...] = ()
    """Ids of appearances of the same report that this one prepares."""
    led_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, signed, dated and with a reason; nothing is taken away by it.

    ``targets``: merge: two or more appearances that are one encounter; split: one appearance and those it is kept apart
    from; override: an appearance of the encounter whose status is ``value``; reject and confirm: ids of claims (as
    ``appearance:claim``); undo: the judgement that no longer counts.
    """

    id: str
    kind: JudgementKind
    targets: tuple[str, ...]
    by: str
    because: str
    at: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two things being the same: the name of a feature, its weight, the words it saw.

    The docstring of the function of that name (``parley.link``) is the explanation that the user sees.
    """

    feature: str
    weight: float
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Why an appearance was put where it is: ``cluster`` None where it began one; ``unsure`` asks for a person."""

    appearance: str
    cluster: str | None
    score: float
    evidence: tuple[Evidence, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """The appearances of one encounter, earliest first; ``id`` is that of the first, and every member's id finds it."""

    id: str
    members: tuple[str, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands behind a claim after chains are followed: a stable ``key``, and ``text`` for people.

    "AP ← US officials" is one origin, through however many outlets it comes.
    """

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class LedgerClaim:
    """A claim in its place: of which appearance and report, when it counts from, who stands behind it.

    ``id`` is ``appearance:claim``; ``live`` is False where a later word of the same origin, a newer version of the
    article, or a person's rejection has taken its place, and ``why_not`` then says which.
    """

    id: str
    appearance: str
    report: str
    at: str
    claim: Claim
    origin: Origin
    live: bool = True
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A change: when, of what, by which rule, on which claims, in which report; ``status`` is how it stood after it.

    Of the time or the place the change is from ``before`` (None: not known) to ``after``.
    """

    at: str
    status: Status
    rule: str
    claims: tuple[str, ...]
    report: str
    of: StepOf = "status"
    before: When | PlaceRef | None = None
    after: When | PlaceRef | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both be true: claims and reports of both, and the rule that tells so (None: a reading)."""

    over: Over
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The account of one encounter at one moment, over all reports that count then.

    ``machine_status`` is what the rules say where a person has overridden it, else the same as ``status``.
    """

    id: str
    aliases: tuple[str, ...]
    kind: EncounterKind
    level: Level | None
    parties: tuple[Party, ...]
    place: PlaceRef | None
    when: When | None
    status: Status
    machine_status: Status
    rule: str
    disputed: bool
    unconfirmed: bool
    since: str
    """When the status was reached (ISO, UTC)."""
    appearances: tuple[str, ...]
    claims: tuple[LedgerClaim, ...]
    origins: tuple[str, ...]
    """Keys of the different origins among the live claims, copies counted once."""
    history: tuple[Step, ...] = ()
    """Changes of the status, the time and the place, oldest first."""
    conflicts: tuple[Conflict, ...] = ()
    prepares: tuple[str, ...] = ()
    led_to: tuple[str, ...] = ()
    stays_away: tuple[Party, ...] = ()
    judged: int = 0
    """How many judgements of people were ever made on it; undone ones and their undoing count too."""


__all__ = [
    "Appearance",
    "Case",
    "Cluster",
    "Conflict",
    "Evidence",
    "Join",
    "Judgement",
    "JudgementKind",
    "LedgerClaim",
    "Origin",
    "Over",
    "Report",
    "Step",
    "StepOf",
]
