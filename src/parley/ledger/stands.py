"""Positions: who wants, offers or refuses what, over time."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import cache as k
from parley.ledger import core, store
from parley.ledger import schema as s
from parley.ledger.codec import revive, unpack
from parley.ledger.telling import Moment
from parley.ledger.terms import folded
from parley.model.attribution import Attribution
from parley.model.ledger import Report
from parley.model.mention import Actor
from parley.model.position import Position
from parley.model.reading import plain


def put(c: Connection, report: Report) -> None:
    """Write the positions of a report anew."""
    old = sa.select(k.positions.c.n).where(k.positions.c.report == report.id)
    c.execute(k.stands.delete().where(k.stands.c.position.in_(old)))
    c.execute(k.positions.delete().where(k.positions.c.report == report.id))
    row = c.execute(
        sa.select(s.readings.c.body).where(s.readings.c.report == report.id).order_by(s.readings.c.n.desc()).limit(1)
    ).first()
    body = unpack(row.body) if row else {}
    if not body.get("positions"):
        return
    actors = {a["id"]: revive(Actor, a) for a in body["actors"]}
    said = {a["id"]: revive(Attribution, a) for a in body["attributions"]}
    for value in body["positions"]:
        position = revive(Position, value)
        told = json.dumps(position_row(position, report, actors, said), ensure_ascii=False)
        values = {"report": report.id, "at": report.at, "body": told}
        number = c.execute(k.positions.insert().returning(k.positions.c.n), values).scalar_one()
        terms = actor_terms(actors.get(position.actor))
        if terms:
            c.execute(k.stands.insert(), [{"term": t, "at": report.at, "position": number} for t in terms])


def position_row(position: Position, report: Report, actors: dict[str, Actor], said: dict[str, Attribution]) -> Row:
    """A position with its actor, its words and who passes them on."""
    actor = actors.get(position.actor)
    attribution = said.get(position.attribution or "")
    return {
        "at": report.at,
        "actor": actor.name if actor else position.actor,
        "country": actor.country if actor else None,
        "role": actor.role if actor else None,
        "issue": position.issue,
        "stance": position.stance,
        "movement": position.movement,
        "evidence": plain(position.evidence),
        "chain": [link.text for link in attribution.chain] if attribution else [],
        "document": report.source,
        "report": report.id,
        "outlet": report.outlet,
    }


def actor_terms(actor: Actor | None) -> list[str]:
    """The terms by which an actor's positions are found."""
    if actor is None:
        return []
    name = folded(actor.name)
    found = [f"actor {name}", f"actor {name.rpartition(' ')[2]}"]
    return list(dict.fromkeys([*found, *([f"country {actor.country.casefold()}"] if actor.country else [])]))


def positions(
    c: Connection, moment: Moment, *, actor: str | None = None, issue: str | None = None, limit: int | None = None
) -> Iterator[Row]:
    """What was held by the moment, oldest first; only the version of an article that speaks then is heard."""
    t = k.positions.c
    query = sa.select(t.report, t.body, s.reports.c.key).join(s.reports, s.reports.c.id == t.report)
    if actor:
        code = core.country_of(actor)
        term = f"country {code.casefold()}" if code else f"actor {folded(actor)}"
        query = query.join(k.stands, sa.and_(k.stands.c.position == t.n, k.stands.c.term == term))
    if moment.as_of:
        query = query.where(t.at <= moment.as_of)
    if moment.recorded_by:
        query = query.where(s.reports.c.recorded <= moment.recorded_by)
    shown = 0
    for row in c.execute(query.order_by(t.at, t.n)).all():
        told: Row = json.loads(row.body)
        if issue and not all(
            w in folded(told["issue"] + " " + told["evidence"]["text"]) for w in folded(issue).split()
        ):
            continue
        if limit is not None and shown >= limit:
            return
        if _speaks(c, row.report, row.key, moment):
            shown += 1
            yield told


def _speaks(c: Connection, report: str, key: str, moment: Moment) -> bool:
    """Whether this is the last version of its article that counts at the moment."""
    r = s.reports.c
    query = sa.select(r.id).where(r.key == key).order_by(r.at.desc(), r.recorded.desc(), r.id.desc()).limit(1)
    if moment.as_of:
        query = query.where(r.at <= moment.as_of)
    if moment.recorded_by:
        query = query.where(r.recorded <= moment.recorded_by)
    return c.execute(query).scalar() == report


def everything(c: Connection) -> None:
    """Write all positions anew."""
    for some in store.batches(c.scalars(sa.select(s.reports.c.id).order_by(s.reports.c.n)).all()):
        for report in store.reports(c, some).values():
            put(c, report)
