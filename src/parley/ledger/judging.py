"""What people decide: recorded, signed and with a reason; the account follows at once, and nothing is taken away."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import OptionError, UnknownError
from parley.export.rows import Row
from parley.ids import hashed
from parley.ledger import cache as k
from parley.ledger import project, store, telling
from parley.ledger import schema as s
from parley.model.encounter import Status
from parley.model.ledger import Judgement, JudgementKind


def moment() -> str:
    """This moment, finer than seconds: the order of judgements counts."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def judge(
    c: Connection, kind: JudgementKind, targets: Sequence[str], by: str, because: str, value: str | None = None
) -> Judgement:
    """Record a judgement and bring the account up to date. Raises ``OptionError`` where name or reason is missing."""
    signed, reason = by.strip(), because.strip()
    if not signed:
        raise OptionError("who decides this?", where="--by", hint="give your name")
    if not reason:
        raise OptionError("why?", where="--because", hint="give the reason in a few words")
    at = _after_the_last(c, moment())
    made = Judgement(hashed(kind, *targets, value, signed, at), kind, tuple(targets), signed, reason, at, value)
    store.add_judgement(c, made)
    _follow(c, made)
    return made


def _after_the_last(c: Connection, at: str) -> str:
    """A clock that was set back must not put a judgement before those that it was made after."""
    last = c.execute(sa.select(sa.func.max(s.judgements.c.at))).scalar()
    if last is None or at > last:
        return at
    from datetime import timedelta

    later = datetime.fromisoformat(last) + timedelta(microseconds=1)
    return later.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _follow(c: Connection, made: Judgement) -> None:
    """Bring the projection up to date with one more judgement."""
    known = {j.id: j for j in store.judgements(c)}
    project.rejudge(c, appearances_of(made, known), [j for j in known.values() if j.id != made.id])


def appearances_of(judgement: Judgement, known: dict[str, Judgement]) -> set[str]:
    """The appearances that a judgement bears on."""
    if judgement.kind == "undo":
        undone = (known[t] for t in judgement.targets if t in known)
        return {a for j in undone for a in appearances_of(j, known)}
    return {t.partition(":")[0] for t in judgement.targets}


def merge(c: Connection, encounters: Sequence[str], by: str, because: str) -> Judgement:
    """These encounters are one: every appearance of theirs."""
    found = list(dict.fromkeys(telling.resolve(c, e) for e in encounters))
    if len(found) < 2:
        raise OptionError("these are one encounter already", hint="give two or more that are told apart")
    return judge(c, "merge", [m for e in found for m in members(c, e)], by, because)


def split(c: Connection, encounter: str, parts: Sequence[str], by: str, because: str) -> tuple[Judgement, ...]:
    """These appearances (ids, or the sources of their reports) are another encounter than the rest of it."""
    whole = members(c, telling.resolve(c, encounter))
    gone = [_part(c, whole, p) for p in dict.fromkeys(parts)]
    rest = [m for m in whole if m not in gone]
    if not gone or not rest:
        fault = "a split leaves something on both sides"
        raise OptionError(fault, hint=f"name some, but not all, of: {', '.join(whole)}")
    made = [judge(c, "split", [part, *rest], by, because) for part in gone]
    if len(gone) > 1:
        made.append(judge(c, "merge", gone, by, because))
    return tuple(made)


def _part(c: Connection, whole: Sequence[str], named: str) -> str:
    """The appearance that is meant, by its id or by the source of its report."""
    if named in whole:
        return named
    t, r = k.members.c, s.reports.c
    query = sa.select(t.appearance).join(s.reports, r.id == t.report).where(t.appearance.in_(whole), r.source == named)
    found = c.scalars(query).all()
    if len(found) != 1:
        raise UnknownError(f"{named!r} is no appearance of this encounter", hint=f"it has: {', '.join(whole)}")
    return str(found[0])


def members(c: Connection, encounter: str) -> list[str]:
    """The appearances of an encounter, earliest first."""
    t = k.members.c
    query = sa.select(t.appearance).where(t.encounter == encounter).order_by(t.at, t.report, t.row)
    return list(c.scalars(query))


def override(c: Connection, encounter: str, status: str, by: str, because: str) -> Judgement:
    """The status of the encounter is this one, whatever the rules say."""
    if status not in get_args(Status):
        raise OptionError(f"{status!r} is no status", hint=f"one of: {', '.join(get_args(Status))}")
    return judge(c, "override", [telling.resolve(c, encounter)], by, because, status)


def of_claims(c: Connection, kind: JudgementKind, claims: Sequence[str], by: str, because: str) -> Judgement:
    """Reject or confirm claims, named as ``why`` names them (``appearance:claim``)."""
    if not claims:
        raise OptionError("which claims?", hint="parley why ENCOUNTER names the claims")
    for claim in claims:
        appearance, _, name = claim.partition(":")
        query = sa.select(s.claims.c.n).where(s.claims.c.appearance == appearance, s.claims.c.id == name)
        if c.execute(query).first() is None:
            raise UnknownError(f"there is no claim {claim!r}", hint="parley why ENCOUNTER names the claims")
    return judge(c, kind, claims, by, because)


def confirm(c: Connection, given: Sequence[str], by: str, because: str) -> Judgement:
    """Confirm claims, or where an appearance is named, that it belongs to its encounter."""
    appearances = [g for g in given if ":" not in g]
    if not appearances:
        return of_claims(c, "confirm", given, by, because)
    if len(given) > 1:
        raise OptionError("one link at a time", hint="confirm each appearance by itself")
    whole = members(c, telling.resolve(c, given[0]))
    if len(whole) < 2:
        raise OptionError(f"{given[0]!r} stands alone", hint="nothing to confirm")
    return judge(c, "merge", [given[0], *(m for m in whole if m != given[0])], by, because)


def review(c: Connection, limit: int | None = None) -> Iterator[Row]:
    """The links that the machine is unsure of and no person has decided, the newest first."""
    settled = {a for j in _standing({j.id: j for j in store.judgements(c)}) for a in j.targets}
    t, r = k.members.c, s.reports.c
    query = sa.select(k.members, r.source, r.outlet, r.title).join(s.reports, r.id == t.report).where(t.unsure)
    shown = 0
    for row in c.execute(query.order_by(t.at.desc(), t.appearance)):
        if row.appearance in settled:
            continue
        if limit is not None and shown >= limit:
            return
        shown += 1
        yield {
            "appearance": row.appearance,
            "encounter": row.encounter,
            "began_it": row.appearance == row.encounter,
            "at": row.at,
            "document": row.source,
            "outlet": row.outlet,
            "title": row.title,
            **{key: value for key, value in json.loads(row.join).items() if key in {"score", "evidence", "rival"}},
        }


def undo(c: Connection, judgement: str, by: str, because: str) -> Judgement:
    """A judgement counts no more; it stays on record."""
    known = {j.id: j for j in store.judgements(c)}
    if judgement not in known:
        raise UnknownError(f"there is no judgement {judgement!r}", hint="parley review --all lists them")
    if any(j.kind == "undo" and judgement in j.targets for j in _standing(known)):
        raise OptionError(f"judgement {judgement} has been undone already", hint="nothing to do")
    return judge(c, "undo", [judgement], by, because)


def _standing(known: dict[str, Judgement]) -> list[Judgement]:
    """The judgements that no other undoes."""
    gone: set[str] = set()
    for j in sorted(known.values(), key=lambda j: (j.at, j.id), reverse=True):
        if j.kind == "undo" and j.id not in gone:
            gone.update(j.targets)
    return [j for j in known.values() if j.id not in gone]
