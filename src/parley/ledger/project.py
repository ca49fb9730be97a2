"""The projection kept up: what a new report or judgement changes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import agenda_row, words_of
from parley.ledger import cache as k
from parley.ledger import core, stands, store, words
from parley.ledger import schema as s
from parley.ledger.book import books, homes
from parley.ledger.group import regroup
from parley.ledger.moments import END
from parley.ledger.terms import folded, terms_of
from parley.model.ledger import Appearance, Case, Cluster, Report
from parley.model.reading import plain

Progress = Callable[[str, int], None]


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
    stands.put(c, report)
    changed = relink(c, appearances, rows, beside)
    refresh(c, changed | before, since=report.at)


def rejudge(c: Connection, touched: Iterable[str]) -> None:
    """Bring the account of these appearances up to date with what people have decided."""
    marked = set(touched)
    before = set(homes(c, marked).values())
    changed = relink(c, (), {}, marked)
    refresh(c, changed | before | set(homes(c, marked).values()))


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
    new = [{"key": key, "at": report.at, "appearance": a.id} for a in appearances for key in core.keys(a, report)]
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
    wanted = sorted(set(encounters))
    for some in store.batches(wanted):
        gone = sa.and_(k.states.c.encounter.in_(some), k.states.c.at >= since)
        c.execute(k.states.delete().where(gone))
        c.execute(k.terms.delete().where(k.terms.c.encounter.in_(some), k.terms.c.at >= since))
    left = set(wanted)
    for cluster, book in books(c, wanted, store.judgements(c)):
        left.discard(cluster.id)
        _write_states(c, cluster, book, since)
    for some in store.batches(left):
        c.execute(k.states.delete().where(k.states.c.encounter.in_(some)))
        c.execute(k.terms.delete().where(k.terms.c.encounter.in_(some)))


def _write_states(c: Connection, cluster: Cluster, book: core.Book, since: str) -> None:
    moments = [m for m in moments_of(cluster, book) if m >= since]
    if moments:
        open_ = sa.and_(k.states.c.encounter == cluster.id, k.states.c.until > moments[0])
        c.execute(k.states.update().where(open_).values(until=moments[0]))
    rows, found = [], []
    for moment, until in zip(moments, [*moments[1:], END], strict=True):
        case = core.case(cluster, book, moment)
        if case is not None:
            rows.append(state_row(case, moment, until))
            found += [{"term": t, "at": moment, "encounter": cluster.id} for t in terms_of(case)]
    if rows:
        c.execute(k.states.insert(), rows)
    if found:
        c.execute(k.terms.insert(), found)


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


def rebuild(c: Connection, progress: Progress | None = None) -> None:
    """Make the whole projection anew."""
    for table in k.CACHE:
        c.execute(table.delete())
    words.clear(c)
    held, found, rows = store.everything(c)
    for report in sorted(held.values(), key=lambda r: (r.at, r.id)):
        regroup(c, report)
    for a in found.values():
        _add_keys(c, held[a.report], [a])
    numbers = store.pairs(c, sa.select(s.reports.c.id, s.reports.c.n))
    words.fill(c, "cache_words", ((rows[i], folded(words_of(a, held[a.report]))) for i, a in found.items()))
    words.fill(c, "cache_pages", ((n, _page(c, held[i])) for i, n in numbers.items()))
    c.execute(k.facts.insert(), {"name": "core", "value": core.VERSION})
    stands.everything(c)
    clusters = core.clusters(held, found.values(), store.judgements(c))
    refresh(c, record(c, clusters, found, held, rows, {}))


def _page(c: Connection, report: Report) -> str:
    return folded(f"{report.title or ''} {store.text_of(c, report.id) or ''}")
