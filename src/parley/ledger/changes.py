"""What changed between two moments, and which report changed it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from heapq import merge
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import cache as k
from parley.ledger import core, store
from parley.ledger import schema as s
from parley.ledger.codec import unpack
from parley.ledger.query import PLANNED

TOLD = ("id", "kind", "level", "parties", "place", "when", "status", "rule", "on_whose_word", "disputed")


def changes(c: Connection, since: str, until: str, newest: bool = False) -> Iterator[Row]:
    """Every change after ``since`` and by ``until``, in order; last the encounters whose day passed without word.

    ``newest``: the last change first, and each day that passed without word in its place.
    """
    passed = _passed(c, since, until, newest)
    if newest:
        yield from merge(_changed(c, since, until, newest), passed, key=lambda row: str(row["at"]), reverse=True)
    else:
        yield from _changed(c, since, until, newest)
        yield from passed


def _changed(c: Connection, since: str, until: str, newest: bool) -> Iterator[Row]:
    t, before = k.states.c, k.states.alias()
    same = sa.and_(before.c.encounter == t.encounter, before.c.until == t.at)
    query = sa.select(t.encounter, t.at, t.body, before.c.body.label("before")).outerjoin(before, same)
    query = query.where(t.at > since, t.at <= until).order_by(*_in_order(newest, t.at, t.encounter))
    for row in c.execute(query):
        now, then = json.loads(row.body), json.loads(row.before) if row.before else None
        changed = differences(then, now)
        if changed:
            yield {**_told(now, row.at, changed, _documents(c, row.encounter, row.at)), "steps": _steps(c, now, row.at)}


def _in_order(newest: bool, *columns: sa.ColumnElement[str]) -> list[sa.ColumnElement[str]]:
    return [column.desc() if newest else column for column in columns]


def differences(then: Row | None, now: Row) -> dict[str, list[Any]]:
    """What differs, as [before, after]; of an encounter told for the first time, its status."""
    if then is None:
        return {"status": [None, now["status"]]}
    pairs = {key: [_plain(then, key), _plain(now, key)] for key in ("status", "when", "place", "disputed", "parties")}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def _plain(row: Row, key: str) -> Any:
    """The value as people compare it: a time by its days, a place by its name, parties by name and presence."""
    value = row[key]
    if key == "when" and value:
        return [value["earliest"], value["latest"]]
    if key == "place" and value:
        return value["name"]
    if key == "parties":
        return sorted(p["name"] + (" (stays away)" if p["attends"] is False else "") for p in value)
    return value


def _told(row: Row, at: str, changed: dict[str, list[Any]], documents: list[Row]) -> Row:
    return {"at": at, **{key: row[key] for key in TOLD}, "changes": changed, "documents": documents}


def _steps(c: Connection, row: Row, at: str) -> list[Row]:
    """The steps of the history that were taken at that moment, each with its explanation and words."""
    return [
        {**step, "explanation": core.explanation(step["rule"]), "words": _words(c, step["claims"])}
        for step in row["last_change"]
        if step["at"] == at
    ]


def _words(c: Connection, claims: list[str]) -> list[str]:
    """The words of these claims, as their last readings have them."""
    t, found = s.claims.c, dict[str, str]()
    wanted = {name.partition(":")[0] for name in claims}
    for row in c.execute(sa.select(t.appearance, t.id, t.body).where(t.appearance.in_(wanted)).order_by(t.n)):
        found[f"{row.appearance}:{row.id}"] = unpack(row.body)["evidence"]["text"]
    return list(dict.fromkeys(found[name] for name in claims if found.get(name)))


def _documents(c: Connection, encounter: str, at: str) -> list[Row]:
    """The reports that came at that moment: those that tell of it, else newer versions that do not any more."""
    m, r = k.members.c, s.reports.c
    mine = sa.select(m.report).where(m.encounter == encounter, m.at == at)
    keys = sa.select(r.key).join(k.members, m.report == r.id).where(m.encounter == encounter)
    for which in (r.id.in_(mine), sa.and_(r.key.in_(keys), r.at == at)):
        found = c.execute(sa.select(r.id, r.source, r.outlet, r.title, r.url).where(which).order_by(r.id)).all()
        if found:
            return [{"report": f.id, "document": f.source, "outlet": f.outlet, "title": f.title} for f in found]
    return []


def _passed(c: Connection, since: str, until: str, newest: bool) -> Iterator[Row]:
    t = k.states.c
    query = sa.select(t.last, t.body).where(t.last >= since[:10], t.last < until[:10], t.last > "")
    query = query.where(t.status.in_(PLANNED), t.at <= until, t.until > until)
    query = query.order_by(*_in_order(newest, t.last, t.encounter))
    for row in c.execute(query):
        yield _told(json.loads(row.body), f"{row.last}T23:59:59Z", {"unconfirmed": [False, True]}, []) | {"steps": []}


def runs(c: Connection, limit: int | None = None, by: str | None = None, left: int | None = None) -> Iterator[Row]:
    """What was read, skipped and failed, by run, the last first; ``by``: of runs that had begun by then.

    ``left``: at most so many inputs that were left out are named of each.
    """
    query = sa.select(s.runs).order_by(s.runs.c.n.desc()).limit(limit)
    if by:
        query = query.where(s.runs.c.at <= by)
    for run in c.execute(query).all():
        o = s.outcomes.c
        counts = sa.select(o.what, sa.func.count()).where(o.run == run.id).group_by(o.what)
        told = sa.select(o.what, o.source, o.why, o.at).where(o.run == run.id, o.what.in_(("skipped", "failed")))
        yield {
            "id": run.id,
            "at": run.at,
            "command": run.command,
            "version": run.version,
            "options": json.loads(run.options),
            "counts": store.pairs(c, counts),
            "left": [dict(row._mapping) for row in c.execute(told.order_by(o.n).limit(left))],
        }
