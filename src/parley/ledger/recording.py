"""Readings into the ledger: everything of them in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.engine import Connection

from parley.export.rows import words_of
from parley.ids import hashed
from parley.ledger import intake, moments, project, store, words
from parley.ledger import schema as s
from parley.ledger.terms import folded
from parley.model.ledger import Appearance, Report
from parley.model.reading import Reading

What = Literal["new", "version", "reread", "known"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one reading: ``new``, ``version`` (another text of a known article), ``reread`` or ``known``."""

    what: What
    report: str
    source: str
    encounters: int = 0
    warnings: tuple[str, ...] = ()
    """What people should know of the article; of one that was known already nothing is told again."""


def record(c: Connection, readings: Iterable[Reading], engine: str, lexicon: str, again: bool) -> list[Added]:
    """Record readings with all that follows from them.

    The same text of the same article changes nothing, unless ``again`` says that a newer reading takes the place of the
    last one.
    """
    out: list[Added] = []
    came: dict[str, project.Came] = {}
    for reading in readings:
        if again and intake.report_id(reading.document) in came:  # one that takes the place of one of these
            project.extend(c, came.values())
            came = {}
        added, one = _taken(c, reading, engine, lexicon, again)
        out.append(added)
        came.update({added.report: one} if one else {})
    project.extend(c, came.values())
    return out


def _taken(
    c: Connection, reading: Reading, engine: str, lexicon: str, again: bool
) -> tuple[Added, project.Came | None]:
    """Record a reading; what the projection is to be told of it, nothing where it was known."""
    source = reading.document.source
    report, what, old = _report(c, reading, again)
    if what == "known":
        return Added(what, report.id, source), None
    found = intake.appearances_of(reading, report, old)
    rows = store.add_reading(c, report.id, reading, found, engine, lexicon, moments.now())
    words.put(c, "cache_words", {rows[a.id]: folded(words_of(a, report)) for a in found})
    added = Added(what, report.id, source, len(found), reading.document.warnings)
    return added, project.Came(report, found, rows)


def _report(c: Connection, reading: Reading, again: bool) -> tuple[Report, What, tuple[Appearance, ...]]:
    """The report, what it is to this ledger, and the appearances of its last reading."""
    document = reading.document
    report = intake.report_of(document, moments.now())
    held = store.reports(c, [report.id]).get(report.id)
    if held and (not again or store.is_purged(c, report.id)):
        return held, "known", ()
    if held:
        last = store.last_readings(c, [report.id]).values()
        return held, "reread", tuple(store.appearances_in(c, last).values())
    what: What = "version" if store.versions(c, [report.key]) else "new"
    number = store.add_report(c, report, document.text)
    words.put(c, "cache_pages", {number: folded(f"{document.title or ''} {document.text}")})
    return report, what, ()


def begin_run(c: Connection, command: str, version: str, options: dict[str, Any]) -> str:
    """Record that a run has begun; its id."""
    at = moments.now()
    name = hashed(at, command, *_entropy())
    told = json.dumps(options, ensure_ascii=False)
    c.execute(s.runs.insert(), {"id": name, "at": at, "command": command, "version": version, "options": told})
    return name


def _entropy() -> tuple[str, ...]:
    import secrets

    return (secrets.token_hex(8),)


def add_outcomes(c: Connection, run: str, outcomes: Sequence[tuple[str, str, str | None, str | None]]) -> None:
    """Record what became of inputs: what, source, why, report."""
    at = moments.now()
    rows = [{"run": run, "at": at, "what": w, "source": so, "why": y, "report": r} for w, so, y, r in outcomes]
    if rows:
        c.execute(s.outcomes.insert(), rows)
