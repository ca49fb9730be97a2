"""Questions to the projection: one page at a time, at a cost that grows with the page and not with the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import cache as k

PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; ``after`` is where the last page ended (``at``, ``id``)."""

    as_of: str
    statuses: tuple[str, ...] = ()
    after: tuple[str, str] | None = None
    limit: int | None = None


def agenda(c: Connection, wanted: Wanted) -> Iterator[Row]:
    """The encounters as they stood at a moment, the newest word first."""
    t = k.states.c
    query = sa.select(t.body).where(t.at <= wanted.as_of, t.until > wanted.as_of)
    if wanted.statuses:
        query = query.where(t.status.in_(wanted.statuses))
    if wanted.after:
        query = query.where(sa.tuple_(t.at, t.encounter) < sa.tuple_(*map(sa.literal, wanted.after)))
    query = query.order_by(t.at.desc(), t.encounter.desc()).limit(wanted.limit)
    for body in c.scalars(query):
        yield json.loads(body)
