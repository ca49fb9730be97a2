"""The projection kept up: what a new report or judgement changes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import agenda_row, words_of
from parley.ledger import cache as k
from parley.ledger import core, setup, stands, store, words
from parley.ledger import schema as s
from parley.ledger.book import books, homes
from parley.ledger.group import regroup
from parley.ledger.moments import END
from parley.ledger.places import Places, Spot, add_keys, drop_keys, spot_of, written
from parley.ledger.relink import Replay, replay
from parley.ledger.terms import folded, terms_of
from parley.link.decided import Decided, decided
from parley.model.ledger import Appearance, Case, Cluster, Join, Judgement, Report

Progress = Callable[[str, int], None]


def extend(c: Connection, report: Report, appearances: Sequence[Appearance], rows: Mapping[str, int]) -> None:
    """Take in a report that has just been recorded or read again; ``rows`` are the row numbers of its appearances."""
    touched = regroup(c, report)
    before = _encounters_of_reports(c, {*store.versions(c, [report.key]), *touched})
    gone = _forget(c, report)
    new = [spot_of(a, report, rows[a.id]) for a in appearances]
    places = Places(c, new)
    add_keys(c, new, places)
    stands.put(c, report)
    done = replay(places, decided(store.judgements(c)), new, gone)
    record(c, done)
    refresh(c, done.changed | before, since=report.at)


def rejudge(c: Connection, touched: Iterable[str], earlier: Sequence[Judgement]) -> None:
    """Bring the account of these appearances up to date; ``earlier`` are the judgements before the last one."""
    now = store.judgements(c)
    marked = _grouped(_grouped(set(touched), decided(earlier)), decided(now))
    done = replay(Places(c, ()), decided(now), again=marked)
    record(c, done)
    refresh(c, done.changed | set(homes(c, marked).values()))


def _grouped(appearances: set[str], by_people: Decided) -> set[str]:
    """These, and all that people have put together with them."""
    groups = {by_people.group(a) for a in appearances}
    return appearances | {a for a, group in by_people.together.items() if group in groups}


def _encounters_of_reports(c: Connection, reports: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in store.batches(reports):
        found.update(c.scalars(sa.select(k.members.c.encounter).where(k.members.c.report.in_(some))))
    return found


def _forget(c: Connection, report: Report) -> list[tuple[Spot, str]]:
    """Take out the appearances of an earlier reading; where they stood and which encounter they leave."""
    t = k.members.c
    rows = c.execute(sa.select(t.appearance, t.start, t.row, t.encounter).where(t.report == report.id)).all()
    drop_keys(c, [r.appearance for r in rows])
    c.execute(k.members.delete().where(t.report == report.id))
    return [(Spot((report.at, report.id), r.start, r.appearance, r.row), r.encounter) for r in rows]


def record(c: Connection, done: Replay) -> None:
    """Write who belongs where from now on."""
    _write_members(c, ((spot, encounter, join) for spot, encounter, join in done.moved.values()))


def _write_members(c: Connection, found: Iterable[tuple[Spot, str, Join]]) -> None:
    for some in store.batches(found):
        rows = [_member_row(*one) for one in some]
        c.execute(k.members.delete().where(k.members.c.appearance.in_([r["appearance"] for r in rows])))
        c.execute(k.members.insert(), rows)


def _member_row(spot: Spot, encounter: str, join: Join) -> dict[str, Any]:
    return {
        "appearance": spot.id,
        "encounter": encounter,
        "report": spot.report,
        "at": spot.place[0],
        "row": spot.row,
        "start": spot.start,
        "score": join.score,
        "unsure": join.unsure,
        "join": written(join),
    }


def refresh(c: Connection, encounters: Iterable[str], since: str = "", progress: Progress | None = None) -> None:
    """Write the states of these encounters anew, from ``since`` on where they had begun before it."""
    wanted = sorted(set(encounters))
    for some in store.batches(wanted):
        gone = sa.and_(k.states.c.encounter.in_(some), k.states.c.at >= since)
        c.execute(k.states.delete().where(gone))
        c.execute(k.terms.delete().where(k.terms.c.encounter.in_(some), k.terms.c.at >= since))
    left = set(wanted)
    for done, (cluster, book) in enumerate(books(c, wanted, store.judgements(c)), 1):
        left.discard(cluster.id)
        _write_states(c, cluster, book, since)
        if progress:
            progress("encounters", done)
    for some in store.batches(left):
        c.execute(k.states.delete().where(k.states.c.encounter.in_(some)))
        c.execute(k.terms.delete().where(k.terms.c.encounter.in_(some)))


def _write_states(c: Connection, cluster: Cluster, book: core.Book, since: str) -> None:
    moments = [m for m in moments_of(cluster, book) if m >= since]
    c.execute(
        k.states.update()
        .where(k.states.c.encounter == cluster.id, k.states.c.until >= since)
        .values(until=moments[0] if moments else END)
    )
    rows, found = [], []
    for moment, until in zip(moments, [*moments, END][1:], strict=True):
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
    first: dict[str, str] = {}
    for member in cluster.members:
        report = book.reports[book.appearances[member].report]
        first[report.key] = min(first.get(report.key, report.at), report.at)
    return sorted({r.at for r in book.reports.values() if r.key in first and r.at >= first[r.key]})


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
        "last": ((case.when and (case.when.latest or case.when.earliest)) or "")[:10],
        "body": json.dumps(agenda_row(case), ensure_ascii=False, separators=(",", ":")),
    }


def rebuild(c: Connection, progress: Progress | None = None) -> None:
    """Make the whole projection anew."""
    setup.recreate(c)
    c.info.clear()
    held, found, rows = store.everything(c)
    _index(c, held, found, rows)
    for report in sorted(held.values(), key=lambda r: (r.at, r.id)):
        regroup(c, report)
    stands.everything(c)
    clusters = core.clusters(held, found.values(), store.judgements(c))
    spots = {i: spot_of(a, held[a.report], rows[i]) for i, a in found.items()}
    add_keys(c, spots.values(), Places(c, ()))
    _write_members(c, ((spots[j.appearance], x.id, j) for x in clusters for j in x.joins))
    refresh(c, (x.id for x in clusters), progress=progress)
    c.execute(k.facts.insert(), {"name": "core", "value": core.VERSION})


def _index(c: Connection, held: Mapping[str, Report], found: Mapping[str, Appearance], rows: Mapping[str, int]) -> None:
    numbers = store.pairs(c, sa.select(s.reports.c.id, s.reports.c.n))
    words.fill(c, "cache_words", ((rows[i], folded(words_of(a, held[a.report]))) for i, a in found.items()))
    words.fill(c, "cache_pages", ((n, _page(c, held[i])) for i, n in numbers.items()))


def _page(c: Connection, report: Report) -> str:
    return folded(f"{report.title or ''} {store.text_of(c, report.id) or ''}")
