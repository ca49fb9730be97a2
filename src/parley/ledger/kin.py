"""What stands around one report: versions of the same article, copies of its text, where its encounters live."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import book as b
from parley.ledger import documents, store
from parley.ledger import schema as s
from parley.ledger.telling import Moment


def kin(c: Connection, report: str) -> Row:
    """``versions`` of the article with this one among them and ``copies`` of its text elsewhere, as rows by date.

    ``encounters`` gives, for each encounter of the reading by its id there, the encounter of the ledger. Raises
    ``UnknownError`` where there is no such report.
    """
    now = Moment()
    documents.document(c, report, now)
    own = next(iter(store.reports(c, [report]).values()))
    versions = set(c.scalars(sa.select(s.reports.c.id).where(s.reports.c.key == own.key)))
    copies = {r.id for r in b.kin_of(c, [report])} - versions
    return {
        "versions": _rows(c, versions, now),
        "copies": _rows(c, copies, now),
        "encounters": _homes(c, report),
    }


def _rows(c: Connection, reports: set[str], moment: Moment) -> list[Row]:
    return sorted(documents.rows(c, sorted(reports), moment), key=lambda r: (r["at"], r["recorded"], r["id"]))


def _homes(c: Connection, report: str) -> dict[str, str]:
    told = store.appearances_in(c, store.last_readings(c, [report]).values())
    homes = b.homes(c, told)
    return {a.encounter.id: homes[a.id] for a in told.values() if a.id in homes}
