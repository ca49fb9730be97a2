"""Copies of one text: which reports belong together, kept up as reports come in."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.ledger import cache as k
from parley.ledger import core, store
from parley.model.ledger import Report


def regroup(c: Connection, report: Report) -> set[str]:
    """Put a report to the copies of its text; the reports whose group changed. The first by time gives its name."""
    if c.execute(sa.select(k.copies.c.first).where(k.copies.c.report == report.id)).first():
        return set()
    numbers = sorted(set(core.bands(report.sketch)))
    near: set[str] = set()
    for some in store.batches(numbers):
        near.update(c.scalars(sa.select(k.bands.c.report).where(k.bands.c.band.in_(some))))
    if numbers:
        c.execute(k.bands.insert(), [{"band": b, "report": report.id} for b in numbers])
    twins = [r.id for r in store.reports(c, near).values() if core.alike(r, report)]
    firsts = set(c.scalars(sa.select(k.copies.c.first).where(k.copies.c.report.in_(twins)))) if twins else set()
    group = set(c.scalars(sa.select(k.copies.c.report).where(k.copies.c.first.in_(firsts)))) if firsts else set()
    c.execute(k.copies.insert(), {"report": report.id, "first": report.id})
    if not group:
        return set()
    group.add(report.id)
    first = min(store.reports(c, group).values(), key=lambda r: (r.at, r.id)).id
    c.execute(k.copies.update().where(k.copies.c.report.in_(group)).values(first=first))
    return group
