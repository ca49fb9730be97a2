"""Positions: who wants, offers or refuses what, over time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

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
from parley.model.span import Span


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
    """What was held by the moment, oldest first, each with the line that it belongs to and the move that it makes.

    Only the version of an article that speaks at the moment is heard. A move is told against all that the same state or
    body has said on the issue, whoever of it is asked for.
    """
    term = _asked(actor) if actor else None
    lines, issues, shown = core.Lines(), list[str](), 0
    wanted = folded(issue or "").split()
    for row in c.execute(_heard(c, moment, term)):
        told: Row = json.loads(row.body)
        n, move = lines.put(_stand(told))
        issues += [told["issue"]] if n == len(issues) else []
        said = folded(f"{told['issue']} {told['evidence']['text']}")
        if not row.asked or not all(word in said for word in wanted):
            continue
        if limit is not None and shown >= limit:
            return
        shown += 1
        yield {**told, "line": f"{core.whose(told['actor'], told['country'])}: {issues[n]}", "moved": _moved(move)}


def _asked(actor: str) -> str:
    """The term by which an actor's positions are found."""
    code = core.country_of(actor)
    return f"country {code.casefold()}" if code else f"actor {folded(actor)}"


def _heard(c: Connection, moment: Moment, term: str | None) -> sa.Select[Any]:
    """The positions that count, in order; ``asked`` tells those of the actor from others of the same state or body."""
    t, r = k.positions.c, s.reports.c
    mine = sa.select(k.stands.c.position).where(k.stands.c.term == term)
    query = sa.select(t.body, (t.n.in_(mine) if term else sa.true()).label("asked")).join(s.reports, r.id == t.report)
    if term:
        query = query.where(t.n.in_(sa.select(k.stands.c.position).where(k.stands.c.term.in_(_of_one_side(c, term)))))
    query = query.where(sa.not_(_newer(moment)), *_by_then(r, moment))
    return query.order_by(t.at, t.report, t.n)


def _of_one_side(c: Connection, term: str) -> list[str]:
    """The term, and those of the states and bodies that the actor speaks for."""
    mine, other = k.stands.alias(), k.stands.alias()
    query = sa.select(other.c.term).join(mine, mine.c.position == other.c.position).distinct()
    found = c.scalars(query.where(mine.c.term == term, other.c.term.like("country %")))
    return [term, *found] if not term.startswith("country ") else [term]


def _newer(moment: Moment) -> sa.ColumnElement[bool]:
    """Whether a newer version of the article counts at the moment."""
    r, newer = s.reports.c, s.reports.alias()
    order = sa.tuple_(newer.c.at, newer.c.recorded, newer.c.id) > sa.tuple_(r.at, r.recorded, r.id)
    return sa.exists().where(newer.c.key == r.key, order, *_by_then(newer.c, moment))


def _by_then(r: Any, moment: Moment) -> list[sa.ColumnElement[bool]]:
    found = [r.at <= moment.as_of] if moment.as_of else []
    return [*found, *([r.recorded <= moment.recorded_by] if moment.recorded_by else [])]


def _stand(told: Row) -> core.Stand:
    """A row as the derivation takes it."""
    evidence = Span(told["evidence"]["start"], told["evidence"]["end"], "")
    actor = Actor("", told["actor"], "person", country=told["country"])
    said = Position("", told["issue"], told["stance"], told["movement"], evidence)
    return core.Stand(told["at"], told["report"], actor, said)


def _moved(move: core.Move | None) -> Row | None:
    """A move as a row: where to, from what, and by which rule."""
    if move is None:
        return None
    before = move.before
    said = {"from": before.position.stance, "since": before.at, "report": before.report}
    return {"direction": move.direction, **said, "rule": move.rule, "explanation": core.explanation(move.rule)}


def everything(c: Connection) -> None:
    """Write all positions anew."""
    for some in store.batches(c.scalars(sa.select(s.reports.c.id).order_by(s.reports.c.n)).all()):
        for report in store.reports(c, some).values():
            put(c, report)
