"""What the account of some encounters is derived from, fetched for many encounters at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Shelf
from parley.ledger import cache as k
from parley.ledger import core, store
from parley.ledger import schema as s
from parley.ledger.codec import revive
from parley.model.ledger import Appearance, Cluster, Join, Judgement, Report

AT_ONCE = 100  # encounters


def books(
    c: Connection, encounters: Iterable[str], judgements: Sequence[Judgement]
) -> Iterator[tuple[Cluster, core.Book]]:
    """Each encounter's cluster with what its account is derived from; none for those that are gone."""
    for some in store.batches(encounters, AT_ONCE):
        clusters, book = fetch(c, some, judgements)
        for encounter in some:
            if encounter in clusters:
                yield clusters[encounter], book


def fetch(
    c: Connection, encounters: Sequence[str], judgements: Sequence[Judgement]
) -> tuple[dict[str, Cluster], core.Book]:
    """The clusters of these encounters, and one book for all of them."""
    t = k.members.c
    rows = list(c.execute(sa.select(t.appearance, t.encounter, t.row, t.join).where(t.encounter.in_(encounters))))
    appearances = store.appearances_at(c, [r.row for r in rows])
    mine = store.reports(c, {a.report for a in appearances.values()})
    reports = mine | store.versions(c, {r.key for r in mine.values()})
    related = {i for a in appearances.values() for i in (*a.prepares, *a.led_to)}
    book = core.Book(reports, appearances, judgements, kin_of(c, reports), homes(c, related))
    joins = {r.appearance: revive(Join, json.loads(r.join)) for r in rows}
    held: dict[str, list[Appearance]] = {}
    for r in rows:
        held.setdefault(r.encounter, []).append(appearances[r.appearance])
    return {e: _cluster(e, members, reports, joins) for e, members in held.items()}, book


def _cluster(encounter: str, members: list[Appearance], reports: dict[str, Report], joins: dict[str, Join]) -> Cluster:
    ordered = sorted(members, key=lambda a: core.order_of(a, reports[a.report]))
    return Cluster(encounter, tuple(a.id for a in ordered), tuple(joins[a.id] for a in ordered))


def homes(c: Connection, appearances: Iterable[str]) -> dict[str, str]:
    """The encounter that each appearance is part of."""
    found: dict[str, str] = {}
    t = k.members.c
    for some in store.batches(appearances):
        found.update(store.pairs(c, sa.select(t.appearance, t.encounter).where(t.appearance.in_(some))))
    return found


def copies_of(c: Connection, reports: Iterable[str]) -> dict[str, str]:
    """The first report of the copies that each report is one of."""
    found: dict[str, str] = {}
    for some in store.batches(reports):
        query = sa.select(k.copies.c.report, k.copies.c.first).where(k.copies.c.report.in_(some))
        found.update(store.pairs(c, query))
    return found


def kin_of(c: Connection, reports: Iterable[str]) -> tuple[Report, ...]:
    """These reports and all copies of their texts, where there are any."""
    firsts = set(copies_of(c, reports).values())
    t = k.copies.c
    found: set[str] = set()
    for some in store.batches(firsts):
        several = sa.select(t.first).where(t.first.in_(some)).group_by(t.first).having(sa.func.count() > 1)
        found.update(c.scalars(sa.select(t.report).where(t.first.in_(several))))
    return tuple(store.reports(c, sorted(found)).values())


def shelf_of(c: Connection, book: core.Book) -> Shelf:
    """What is shown beside the cases of a book."""
    return Shelf(book.reports, book.appearances, numbers_of(c, book.reports), purged(c, book.reports), book.homes)


def numbers_of(c: Connection, reports: Iterable[str]) -> dict[str, int]:
    """The number of each report's text, copies alike: that of the first report of its group."""
    wanted = list(reports)
    known = copies_of(c, wanted)
    firsts = {r: known.get(r, r) for r in wanted}
    rows: dict[str, int] = {}
    for some in store.batches(firsts.values()):
        rows.update(store.pairs(c, sa.select(s.reports.c.id, s.reports.c.n).where(s.reports.c.id.in_(some))))
    return {r: rows[first] for r, first in firsts.items()}


def purged(c: Connection, reports: Iterable[str]) -> dict[str, str]:
    """Why the words of a report are gone, by report."""
    found: dict[str, str] = {}
    for some in store.batches(reports):
        query = sa.select(s.purges.c.report, s.purges.c.because).where(s.purges.c.report.in_(some))
        found.update(store.pairs(c, query))
    return found
