"""The projection kept up: what a new report or judgement changes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import agenda_row
from parley.ledger import cache as k
from parley.ledger import core, store, words
from parley.ledger import schema as s
from parley.ledger.group import regroup
from parley.ledger.moments import END
from parley.ledger.terms import folded, terms_of
from parley.model.ledger import Appearance, Case, Cluster, Judgement, Report
from parley.model.reading import plain


def extend(
    c: Connection,
    report: Report,
    appearances: Sequence[Appearance],
    rows: Mapping[str, int],
    old: Sequence[str] = (),
) -> None:
    """Take in a report that has just been recorded or read again.

    ``rows`` are the row numbers of its appearances, ``old`` the ids of those of its last reading.
    """
    touched = regroup(c, report)
    before = _encounters_of_reports(c, _family(c, report) | touched)
    beside = _closure(c, old) - set(old)
    forget_appearances(c, report.id)
    _add_keys(c, report, appearances)
    changed = relink(c, appearances, rows, beside)
    refresh(c, changed | before, since=report.at)


def _family(c: Connection, report: Report) -> set[str]:
    """The versions of the same article."""
    return set(store.versions(c, [report.key]))


def _encounters_of_reports(c: Connection, reports: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in store.batches(reports):
        found.update(c.scalars(sa.select(k.members.c.encounter).where(k.members.c.report.in_(some))))
    return found


def forget_appearances(c: Connection, report: str) -> None:
    """Take the appearances of an earlier reading out of the keys (a newer reading has taken its place)."""
    old = sa.select(k.members.c.appearance).where(k.members.c.report == report)
    c.execute(k.keys.delete().where(k.keys.c.appearance.in_(old)))
    c.execute(k.members.delete().where(k.members.c.report == report))


def _add_keys(c: Connection, report: Report, appearances: Sequence[Appearance]) -> None:
    new = [{"key": key, "at": report.at, "appearance": a.id} for a in appearances for key in core.keys(a)]
    if new:
        c.execute(k.keys.insert(), new)


def relink(
    c: Connection, appearances: Sequence[Appearance], rows: Mapping[str, int], beside: Iterable[str] = ()
) -> set[str]:
    """Put together anew all that shares parties with these appearances and ``beside``; the encounters that changed."""
    block = _closure(c, {a.id for a in appearances} | set(beside))
    held = _members(c, block)
    known = {a.id: a for a in appearances}
    known |= store.appearances_at(c, [row for i, (_, row) in held.items() if i not in known])
    reports = store.reports(c, {a.report for a in known.values()})
    clusters = core.clusters(reports, known.values(), store.judgements(c))
    numbers = {i: row for i, (_, row) in held.items()} | dict(rows)
    return record(c, clusters, known, reports, numbers, {i: e for i, (e, _) in held.items()})


def _closure(c: Connection, start: Iterable[str]) -> set[str]:
    """All appearances that can be reached through shared parties."""
    seen_keys: set[str] = set()
    found: set[str] = set()
    fresh = set(start)
    while fresh:
        found |= fresh
        keys: set[str] = set()
        for some in store.batches(fresh):
            keys.update(c.scalars(sa.select(k.keys.c.key).where(k.keys.c.appearance.in_(some))))
        fresh = set()
        for some in store.batches(keys - seen_keys):
            fresh.update(c.scalars(sa.select(k.keys.c.appearance).where(k.keys.c.key.in_(some))))
        seen_keys |= keys
        fresh -= found
    return found


def _members(c: Connection, appearances: Iterable[str]) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    t = k.members.c
    for some in store.batches(appearances):
        for row in c.execute(sa.select(t.appearance, t.encounter, t.row).where(t.appearance.in_(some))):
            found[row.appearance] = (row.encounter, row.row)
    return found


def record(
    c: Connection,
    clusters: Iterable[Cluster],
    appearances: Mapping[str, Appearance],
    reports: Mapping[str, Report],
    rows: Mapping[str, int],
    before: Mapping[str, str],
) -> set[str]:
    """Write who belongs where; the encounters that changed, old and new."""
    changed: set[str] = set()
    new: list[dict[str, Any]] = []
    for cluster in clusters:
        joins = {j.appearance: j for j in cluster.joins}
        for member in cluster.members:
            if before.get(member) == cluster.id:
                continue
            changed |= {cluster.id, before.get(member, cluster.id)}
            report = reports[appearances[member].report]
            join = joins[member]
            new.append(
                {
                    "appearance": member,
                    "encounter": cluster.id,
                    "report": report.id,
                    "at": report.at,
                    "row": rows[member],
                    "score": join.score,
                    "unsure": join.unsure,
                    "join": json.dumps(plain(join), ensure_ascii=False),
                }
            )
    for some in store.batches(row["appearance"] for row in new):
        c.execute(k.members.delete().where(k.members.c.appearance.in_(some)))
    if new:
        c.execute(k.members.insert(), new)
    return changed


def refresh(c: Connection, encounters: Iterable[str], since: str = "") -> None:
    """Write the states of these encounters anew, from ``since`` on where they had begun before it."""
    judgements = store.judgements(c)
    for encounter in sorted(set(encounters)):
        _refresh_one(c, encounter, judgements, since)


def _refresh_one(c: Connection, encounter: str, judgements: Sequence[Judgement], since: str) -> None:
    book, cluster = book_of(c, encounter, judgements)
    kept = k.states.c.encounter == encounter
    c.execute(k.states.delete().where(kept, k.states.c.at >= since))
    c.execute(k.terms.delete().where(k.terms.c.encounter == encounter, k.terms.c.at >= since))
    if cluster is None:
        c.execute(k.states.delete().where(kept))
        c.execute(k.terms.delete().where(k.terms.c.encounter == encounter))
        return
    moments = [m for m in moments_of(cluster, book) if m >= since]
    if moments:
        c.execute(k.states.update().where(kept, k.states.c.until > moments[0]).values(until=moments[0]))
    rows, words = [], []
    for moment, until in zip(moments, [*moments[1:], END], strict=True):
        case = core.case(cluster, book, moment)
        if case is not None:
            rows.append(state_row(case, moment, until))
            words += [{"term": t, "at": moment, "encounter": encounter} for t in terms_of(case)]
    if rows:
        c.execute(k.states.insert(), rows)
    if words:
        c.execute(k.terms.insert(), words)


def moments_of(cluster: Cluster, book: core.Book) -> list[str]:
    """When the account of an encounter can change: with each report of it, and each newer version of one."""
    first = min(book.reports[book.appearances[i].report].at for i in cluster.members)
    keys = {book.reports[book.appearances[i].report].key for i in cluster.members}
    return sorted({r.at for r in book.reports.values() if r.key in keys and r.at >= first})


def state_row(case: Case, at: str, until: str) -> dict[str, Any]:
    """The row of one state."""
    return {
        "encounter": case.id,
        "at": at,
        "until": until,
        "status": case.status,
        "disputed": case.disputed,
        "kind": case.kind,
        "day": ((case.when and (case.when.earliest or case.when.latest)) or "")[:10],
        "body": json.dumps(agenda_row(case), ensure_ascii=False, separators=(",", ":")),
    }


def book_of(c: Connection, encounter: str, judgements: Sequence[Judgement]) -> tuple[core.Book, Cluster | None]:
    """What the account of one encounter is derived from, and its cluster; None where it is no encounter any more."""
    t = k.members.c
    rows = list(c.execute(sa.select(k.members).where(t.encounter == encounter)))
    if not rows:
        return core.Book({}, {}), None
    appearances = store.appearances_at(c, [r.row for r in rows])
    mine = store.reports(c, {r.report for r in rows})
    reports = mine | store.versions(c, {r.key for r in mine.values()})
    members = sorted(appearances.values(), key=lambda a: core.order_of(a, reports))
    joins = {r.appearance: core.join_of(json.loads(r.join)) for r in rows}
    cluster = Cluster(encounter, tuple(a.id for a in members), tuple(joins[a.id] for a in members))
    related = {i for a in members for i in (*a.prepares, *a.led_to)}
    homes = {i: e for i, (e, _) in _members(c, related).items()}
    return core.Book(reports, appearances, judgements, copies_of(c, reports), homes), cluster


def copies_of(c: Connection, reports: Iterable[str]) -> dict[str, str]:
    """The first report of the copies that each report is one of."""
    found: dict[str, str] = {}
    for some in store.batches(reports):
        query = sa.select(k.copies.c.report, k.copies.c.first).where(k.copies.c.report.in_(some))
        found.update(store.pairs(c, query))
    return found


def everything(c: Connection) -> tuple[dict[str, Report], dict[str, Appearance], dict[str, int]]:
    """All reports, the appearances of their last readings, and the row numbers of those."""
    held = {row.id: store.report_of_row(row) for row in c.execute(sa.select(s.reports).order_by(s.reports.c.n))}
    last = store.last_readings(c, held)
    found: dict[str, Appearance] = {}
    rows: dict[str, int] = {}
    for some in store.batches(last.values()):
        found |= store.appearances_in(c, some)
        query = sa.select(s.appearances.c.id, s.appearances.c.n).where(s.appearances.c.reading.in_(some))
        rows.update(store.pairs(c, query))
    return held, found, rows


def rebuild(c: Connection) -> None:
    """Make the whole projection anew."""
    for table in k.CACHE:
        c.execute(table.delete())
    words.clear(c)
    held, found, rows = everything(c)
    for report in sorted(held.values(), key=lambda r: (r.at, r.id)):
        regroup(c, report)
    for a in found.values():
        _add_keys(c, held[a.report], [a])
    numbers = store.pairs(c, sa.select(s.reports.c.id, s.reports.c.n))
    words.fill(c, "cache_words", ((rows[i], words.words_of(a, held[a.report])) for i, a in found.items()))
    words.fill(c, "cache_pages", ((n, _page(c, held[i])) for i, n in numbers.items()))
    c.execute(k.facts.insert(), {"name": "core", "value": core.VERSION})
    clusters = core.clusters(held, found.values(), store.judgements(c))
    refresh(c, record(c, clusters, found, held, rows, {}))


def _page(c: Connection, report: Report) -> str:
    return folded(f"{report.title or ''} {store.text_of(c, report.id) or ''}")
