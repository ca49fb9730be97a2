"""The reports that the ledger holds, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import UnknownError
from parley.export.rows import Row
from parley.ledger import book as b
from parley.ledger import schema as s
from parley.ledger import store
from parley.ledger.asked import shortened
from parley.ledger.telling import Moment
from parley.model.ledger import Report

AT_ONCE = 200


def documents(c: Connection, moment: Moment, limit: int | None = None, after: str | None = None) -> Iterator[Row]:
    """Every report that counts at the moment, in the order of arrival; raises ``UnknownError`` for ``after``."""
    r = s.reports.c
    query = sa.select(r.id).where(*by_then(r, moment)).order_by(r.n).limit(limit)
    if after is not None:
        query = query.where(r.n > _number(c, after))
    for some in store.batches(c.scalars(query).all(), AT_ONCE):
        yield from rows(c, some, moment)


def document(c: Connection, report: str, moment: Moment) -> Row:
    """One report; raises ``UnknownError`` where it is none, or none by then."""
    r = s.reports.c
    _number(c, report)
    if c.execute(sa.select(r.n).where(r.id == report, *by_then(r, moment))).first() is None:
        raise UnknownError(f"document {report!r} is not there by then", hint="give a later moment")
    return next(rows(c, [report], moment))


def _number(c: Connection, report: str) -> int:
    found: int | None = c.execute(sa.select(s.reports.c.n).where(s.reports.c.id == report)).scalar()
    if found is None:
        raise UnknownError(f"there is no document {shortened(report)}", hint="parley export documents lists them")
    return found


def by_then(r: Any, moment: Moment) -> list[sa.ColumnElement[bool]]:
    """That a report (its columns) counts at the moment."""
    found = [r.at <= moment.as_of] if moment.as_of else []
    return [*found, *([r.recorded <= moment.recorded_by] if moment.recorded_by else [])]


def rows(c: Connection, ids: Sequence[str], moment: Moment) -> Iterator[Row]:
    """These reports as rows, with what became of them by the moment."""
    held = store.reports(c, ids)
    versions = [v for v in store.versions(c, {v.key for v in held.values()}).values() if _counts(v, moment)]
    last = {v.key: v.id for v in sorted(versions, key=lambda v: (v.at, v.recorded, v.id))}
    numbers, purged = b.numbers_of(c, held), b.purged(c, held)
    readings = _readings(c, ids, moment)
    for i in ids:
        report = held[i]
        told = readings.get(i)
        yield {
            "id": i,
            **{k: getattr(report, k) for k in ("source", "outlet", "title", "url", "published", "language")},
            "at": report.at,
            "recorded": report.recorded,
            "source_group": numbers[i],
            "encounters": told.encounters if told else 0,
            "engine": told.engine if told else None,
            "lexicon": told.lexicon if told else None,
            "superseded_by": None if last[report.key] == i else last[report.key],
            "purged": purged.get(i),
        }


def _counts(report: Report, moment: Moment) -> bool:
    by_then = moment.as_of is None or report.at <= moment.as_of
    return by_then and (moment.recorded_by is None or report.recorded <= moment.recorded_by)


def _readings(c: Connection, ids: Sequence[str], moment: Moment) -> dict[str, Any]:
    r, a = s.readings.c, s.appearances.c
    last = sa.select(sa.func.max(r.n)).where(r.report.in_(ids)).group_by(r.report)
    if moment.recorded_by:
        last = last.where(r.recorded <= moment.recorded_by)
    count = sa.select(sa.func.count()).where(a.reading == r.n).scalar_subquery().label("encounters")
    query = sa.select(r.report, r.engine, r.lexicon, count).where(r.n.in_(last))
    return {row.report: row for row in c.execute(query)}
