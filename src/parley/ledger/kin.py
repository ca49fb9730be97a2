"""What stands around one report: versions of the same article, copies of its text, where its encounters live."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import book as b
from parley.ledger import documents, store
from parley.ledger import schema as s
from parley.ledger.telling import Moment


def kin(c: Connection, report: str, moment: Moment) -> Row:
    """``versions`` of the article with this one among them, ``copies`` of its text elsewhere: rows by date.

    ``encounters`` gives, for each encounter of the reading by its id there, the encounter of the ledger. Raises
    ``UnknownError`` where there is no such report.
    """
    documents.document(c, report, moment)
    own = next(iter(store.reports(c, [report]).values()))
    r = s.reports.c
    there = set(c.scalars(sa.select(r.id).where(r.key == own.key)))
    versions, copies = (_by_then(c, some, moment) for some in (there, {x.id for x in b.kin_of(c, [report])} - there))
    return {
        "versions": _rows(c, versions, moment),
        "copies": _rows(c, copies, moment),
        "encounters": _homes(c, report),
    }


def _by_then(c: Connection, reports: set[str], moment: Moment) -> set[str]:
    r = s.reports.c
    found: set[str] = set()
    for some in store.batches(reports):
        found.update(c.scalars(sa.select(r.id).where(r.id.in_(some), *documents.by_then(r, moment))))
    return found


def _rows(c: Connection, reports: set[str], moment: Moment) -> list[Row]:
    return sorted(documents.rows(c, sorted(reports), moment), key=lambda r: (r["at"], r["recorded"], r["id"]))


def _homes(c: Connection, report: str) -> dict[str, str]:
    told = store.appearances_in(c, store.last_readings(c, [report]).values())
    homes = b.homes(c, told)
    return {a.encounter.id: homes[a.id] for a in told.values() if a.id in homes}
