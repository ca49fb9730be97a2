"""The projection kept up: what a new report or judgement changes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Came:
    """A report that has just been recorded or read again; ``rows`` are the row numbers of its appearances."""

    report: Report
    appearances: Sequence[Appearance]
    rows: Mapping[str, int]


def extend(c: Connection, came: Iterable[Came]) -> None:
    """Take in different reports at once, so that each later one is decided once, however many came before it."""
    since: dict[str, str] = {}
    new: list[Spot] = []
    gone: list[tuple[Spot, str]] = []
    for one in came:
        touched = regroup(c, one.report)
        before = _encounters_of_reports(c, {*store.versions(c, [one.report.key]), *touched})
        _earlier(since, dict.fromkeys(before, one.report.at))
        gone += _forget(c, one.report)
        new += [spot_of(a, one.report, one.rows[a.id]) for a in one.appearances]
        stands.put(c, one.report)
    places = Places(c, new)
    add_keys(c, new, places)
    done = replay(places, decided(store.judgements(c)), new, gone)
    record(c, done)
    _earlier(since, done.changed)
    refresh(c, since)


def _earlier(since: dict[str, str], found: Mapping[str, str]) -> None:
    """Of two moments from which an encounter has changed, the earlier one counts."""
    for encounter, moment in found.items():
        since[encounter] = min(since.get(encounter, moment), moment)


def rejudge(c: Connection, touched: Iterable[str], earlier: Sequence[Judgement]) -> None:
    """Bring the account of these appearances up to date; ``earlier`` are the judgements before the last one."""
    now = store.judgements(c)
    marked = _grouped(_grouped(set(touched), decided(earlier)), decided(now))
    done = replay(Places(c, ()), decided(now), again=marked)
    record(c, done)
    refresh(c, dict.fromkeys([*done.changed, *homes(c, marked).values()], ""))


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


def refresh(c: Connection, since: Mapping[str, str], progress: Progress | None = None) -> None:
    """Write the states of these encounters anew, each from its moment on."""
    _drop_states(c, since)
    left = set(since)
    for done, (cluster, book) in enumerate(books(c, sorted(since), store.judgements(c)), 1):
        left.discard(cluster.id)
        _write_states(c, cluster, book, since[cluster.id])
        if progress:
            progress("encounters", done)
    _drop_states(c, dict.fromkeys(left, ""))


def _drop_states(c: Connection, since: Mapping[str, str]) -> None:
    values = [{"name": encounter, "since": moment} for encounter, moment in sorted(since.items())]
    for t in (k.states, k.terms) if values else ():
        c.execute(t.delete().where(t.c.encounter == sa.bindparam("name"), t.c.at >= sa.bindparam("since")), values)


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
    refresh(c, {x.id: "" for x in clusters}, progress)
    c.execute(k.facts.insert(), {"name": "core", "value": core.VERSION})


def _index(c: Connection, held: Mapping[str, Report], found: Mapping[str, Appearance], rows: Mapping[str, int]) -> None:
    numbers = store.pairs(c, sa.select(s.reports.c.id, s.reports.c.n))
    words.fill(c, "cache_words", ((rows[i], folded(words_of(a, held[a.report]))) for i, a in found.items()))
    words.fill(c, "cache_pages", ((n, _page(c, held[i])) for i, n in numbers.items()))


def _page(c: Connection, report: Report) -> str:
    return folded(f"{report.title or ''} {store.text_of(c, report.id) or ''}")
