"""Rows in and values out: the tables that are only ever added to."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from parley.ledger import schema as s
from parley.ledger.codec import pack, revive, unpack
from parley.model.encounter import Claim
from parley.model.ledger import Appearance, Judgement, Report
from parley.model.reading import Reading, plain

AT_ONCE = 500  # values in one IN (…)
AT_HAND = 5000  # appearances
Item = TypeVar("Item")


def batches(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``, without repeats."""
    distinct = list(dict.fromkeys(items))
    for start in range(0, len(distinct), size):
        yield distinct[start : start + size]


def pairs(c: Connection, query: sa.Select[Any]) -> dict[Any, Any]:
    """The rows of a query of two columns, the second by the first."""
    return {row[0]: row[1] for row in c.execute(query)}


def add_report(c: Connection, report: Report, text: str) -> int:
    """Record a report and its text; the number of its row."""
    row = {k: getattr(report, k) for k in s.reports.c.keys() if k not in {"n", "hash", "sketch"}}  # noqa: SIM118
    digest = _digest(text)
    packed = struct.pack(f"<{len(report.sketch)}Q", *report.sketch)
    values = {**row, "hash": digest, "sketch": packed}
    number: int = c.execute(s.reports.insert().returning(s.reports.c.n), values).scalar_one()
    c.execute(s.texts.insert(), {"report": report.id, "body": pack(text)})
    return number


def _digest(text: str) -> str:
    from parley.ids import document_id

    return document_id(text)


def report_of_row(row: Row[Any]) -> Report:
    """The report that a row holds."""
    data = row._mapping
    sketch = struct.unpack(f"<{len(data['sketch']) // 8}Q", data["sketch"])
    names = ("id", "key", "source", "at", "recorded", "published", "url", "title", "outlet", "language")
    return Report(**{k: data[k] for k in names}, sketch=sketch)


def reports(c: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """Reports by id."""
    found: dict[str, Report] = {}
    for some in batches(ids):
        for row in c.execute(sa.select(s.reports).where(s.reports.c.id.in_(some))):
            found[row.id] = report_of_row(row)
    return found


def versions(c: Connection, keys: Iterable[str]) -> dict[str, Report]:
    """Every version of the articles of these keys, by id."""
    found: dict[str, Report] = {}
    for some in batches(keys):
        query = sa.select(s.reports).where(s.reports.c.key.in_(some)).order_by(s.reports.c.n)
        for row in c.execute(query):
            found[row.id] = report_of_row(row)
    return found


def has_report(c: Connection, report: str) -> bool:
    """Whether the ledger holds that report."""
    return c.execute(sa.select(s.reports.c.n).where(s.reports.c.id == report)).first() is not None


def is_purged(c: Connection, report: str) -> bool:
    """Whether a report has lost its words."""
    return c.execute(sa.select(s.purges.c.report).where(s.purges.c.report == report)).first() is not None


def text_of(c: Connection, report: str) -> str | None:
    """The snapshot of a report, None where it was purged."""
    row = c.execute(sa.select(s.texts.c.body).where(s.texts.c.report == report)).first()
    return str(unpack(row.body)) if row else None


def add_reading(
    c: Connection, report: str, reading: Reading, appearances: Sequence[Appearance], engine: str, lexicon: str, at: str
) -> dict[str, int]:
    """Record a reading with its appearances and claims; the row number of each appearance."""
    body = reading.to_dict()
    body["document"] = {**body["document"], "text": ""}  # the snapshot is kept once
    row = {"report": report, "engine": engine, "lexicon": lexicon, "recorded": at, "body": pack(body)}
    number: int = c.execute(s.readings.insert().returning(s.readings.c.n), row).scalar_one()
    rows: dict[str, int] = {}
    claims: list[dict[str, Any]] = []
    for place, a in enumerate(appearances):
        bare = replace(a, encounter=replace(a.encounter, claims=()))
        mine = {"reading": number, "id": a.id, "report": report, "place": place, "body": pack(bare)}
        rows[a.id] = c.execute(s.appearances.insert().returning(s.appearances.c.n), mine).scalar_one()
        claims += [_claim_row(a.id, number, claim) for claim in a.encounter.claims]
    if claims:
        c.execute(s.claims.insert(), claims)
    return rows


def _claim_row(appearance: str, reading: int, claim: Claim) -> dict[str, Any]:
    return {
        "appearance": appearance,
        "reading": reading,
        "id": claim.id,
        "stance": claim.stance,
        "status": claim.status,
        "hedged": claim.hedged,
        "said": claim.said,
        "body": pack(claim),
    }


def last_readings(c: Connection, reports: Iterable[str]) -> dict[str, int]:
    """The number of the reading that speaks for each report: its last."""
    found: dict[str, int] = {}
    for some in batches(reports):
        query = sa.select(s.readings.c.report, sa.func.max(s.readings.c.n)).where(s.readings.c.report.in_(some))
        found.update(pairs(c, query.group_by(s.readings.c.report)))
    return found


def reading_of(c: Connection, report: str, recorded_by: str | None = None) -> dict[str, Any] | None:
    """The last reading of a report as it was printed, with its text ("" where purged); None where there is none."""
    query = sa.select(s.readings.c.body).where(s.readings.c.report == report).order_by(s.readings.c.n.desc()).limit(1)
    if recorded_by:
        query = query.where(s.readings.c.recorded <= recorded_by)
    row = c.execute(query).first()
    if row is None:
        return None
    body: dict[str, Any] = unpack(row.body)
    body["document"]["text"] = text_of(c, report) or ""
    return body


def appearances_in(c: Connection, readings: Iterable[int]) -> dict[str, Appearance]:
    """The appearances of these readings, by id."""
    found: dict[str, Appearance] = {}
    for some in batches(readings):
        rows = c.execute(sa.select(s.appearances).where(s.appearances.c.reading.in_(some)).order_by(s.appearances.c.n))
        found.update(_revived(c, list(rows)))
    return found


def appearances_at(c: Connection, rows: Iterable[int]) -> dict[str, Appearance]:
    """The appearances of these row numbers, by id; those that were asked for before are at hand."""
    known, wanted = _at_hand(c), set(rows)
    if len(known) > AT_HAND:
        known.clear()
    for some in batches(wanted - known.keys()):
        found = list(c.execute(sa.select(s.appearances).where(s.appearances.c.n.in_(some))))
        revived = _revived(c, found)
        known.update({row.n: revived[row.id] for row in found})
    return {a.id: a for n in wanted if (a := known.get(n))}


def _at_hand(c: Connection) -> dict[int, Appearance]:
    """Appearances by row number, until a purge takes words away."""
    purged = c.execute(sa.select(sa.func.count()).select_from(s.purges)).scalar_one()
    if c.info.get("purged") != purged:
        c.info.update(purged=purged, appearances={})
    known: dict[int, Appearance] = c.info.setdefault("appearances", {})
    return known


def _revived(c: Connection, rows: Sequence[Row[Any]]) -> dict[str, Appearance]:
    claims = _claims_of(c, rows)
    return {row.id: _appearance(row, claims.get((row.id, row.reading), ())) for row in rows}


def _claims_of(c: Connection, rows: Sequence[Row[Any]]) -> Mapping[tuple[str, int], Sequence[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = {}
    wanted = {(row.id, row.reading) for row in rows}
    t = s.claims.c
    for some in batches(row.id for row in rows):
        query = sa.select(t.appearance, t.reading, t.body).where(t.appearance.in_(some)).order_by(t.n)
        for row in c.execute(query):
            if (row.appearance, row.reading) in wanted:
                found.setdefault((row.appearance, row.reading), []).append(revive(Claim, unpack(row.body)))
    return found


def _appearance(row: Row[Any], claims: Sequence[Claim]) -> Appearance:
    bare = revive(Appearance, unpack(row.body))
    return replace(bare, encounter=replace(bare.encounter, claims=tuple(claims)))


def judgements(c: Connection, recorded_by: str | None = None) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were made."""
    query = sa.select(s.judgements).order_by(s.judgements.c.n)
    if recorded_by is not None:
        query = query.where(s.judgements.c.at <= recorded_by)
    return tuple(_judgement(row) for row in c.execute(query))


def _judgement(row: Row[Any]) -> Judgement:
    data = {k: v for k, v in row._mapping.items() if k != "n"}
    return revive(Judgement, {**data, "targets": json.loads(data["targets"])})


def add_judgement(c: Connection, judgement: Judgement) -> None:
    """Record what a person decided."""
    c.execute(s.judgements.insert(), {**plain(judgement), "targets": json.dumps(judgement.targets)})


def everything(
    c: Connection, recorded_by: str | None = None
) -> tuple[dict[str, Report], dict[str, Appearance], dict[str, int]]:
    """All reports, the appearances of their last readings, and the row numbers of those; what was held by a moment."""
    query, last = sa.select(s.reports).order_by(s.reports.c.n), _last(recorded_by)
    if recorded_by is not None:
        query = query.where(s.reports.c.recorded <= recorded_by)
    held = {row.id: report_of_row(row) for row in c.execute(query)}
    found: dict[str, Appearance] = {}
    rows: dict[str, int] = {}
    for some in batches(list(c.scalars(last))):
        found |= appearances_in(c, some)
        rows.update(pairs(c, sa.select(s.appearances.c.id, s.appearances.c.n).where(s.appearances.c.reading.in_(some))))
    return held, found, rows


def _last(recorded_by: str | None) -> sa.Select[Any]:
    query = sa.select(sa.func.max(s.readings.c.n)).group_by(s.readings.c.report)
    return query if recorded_by is None else query.where(s.readings.c.recorded <= recorded_by)
