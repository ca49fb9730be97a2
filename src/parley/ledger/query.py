"""Questions to the projection: one page at a time, at a cost that grows with the page and not with the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row, agenda_row
from parley.ledger import cache as k
from parley.ledger import core, words
from parley.ledger.asked import Order, Wanted
from parley.ledger.telling import Moment, accounts, is_past
from parley.ledger.terms import DIFFERING, LONGEST, folded, terms_of
from parley.model.ledger import Case

PAGE = 50
PLANNED = ("proposed", "announced", "scheduled")


def agenda(c: Connection, moment: Moment, wanted: Wanted) -> Iterator[Row]:
    """The encounters that are asked for, each as it stood at the moment."""
    if is_past(c, moment):
        yield from _of_the_past(c, moment, wanted)
        return
    query = _asked(c, moment, wanted)
    for row in c.execute(query) if query is not None else ():
        yield _shown(json.loads(row.body), row.at, wanted.order, moment)


def _shown(row: Row, at: str, order: Order, moment: Moment) -> Row:
    when = row["when"] or {}
    last = (when.get("latest") or when.get("earliest") or "")[:10]
    row["unconfirmed"] = row["status"] in PLANNED and "" < last < moment.now[:10]
    return {**row, "last_report": at, "cursor": f"{at if order == 'news' else last}/{row['id']}"}


def all_told(moment: Moment) -> sa.Select[Any]:
    """The state of each encounter at the moment, of what was published by then."""
    t = k.states.c
    until = moment.as_of or "9999-12-31T00:00:00Z"
    return sa.select(t.at, t.body).where(t.at <= until, t.until > until)


def _asked(c: Connection, moment: Moment, wanted: Wanted) -> sa.Select[Any] | None:
    """The query for one page; None where nothing can be found."""
    t = k.states.c
    query = all_told(moment)
    for column, values in ((t.status, wanted.statuses), (t.kind, wanted.kinds)):
        if values:
            query = query.where(column.in_(values))
    if wanted.disputed:
        query = query.where(t.disputed)
    if wanted.unconfirmed:
        query = query.where(t.status.in_(PLANNED), t.last > "", t.last < moment.now[:10])
    if wanted.undated:
        query = query.where(t.last == "")
    if wanted.first:
        query = query.where(t.last >= wanted.first)
    if wanted.last:
        query = query.where(t.day <= wanted.last, t.day > "")
    query, at = _by_terms(query, wanted)
    if wanted.text is not None:
        found = speaking(c, wanted.text, moment)
        if not found:
            return None
        query, at = query.where(t.encounter.in_(found)), at.concat("")  # found first: no index walks in order past all
    return _in_order(query, at, wanted).limit(wanted.limit)


def _by_terms(query: sa.Select[Any], wanted: Wanted) -> tuple[sa.Select[Any], sa.ColumnElement[str]]:
    """Only what these actors and places take part in; with the column by whose index the rows come in order."""
    t, at = k.states.c, k.states.c.at
    for term in asked_terms(wanted):
        by = k.terms.alias()
        query = query.join(by, sa.and_(by.c.term == term, by.c.encounter == t.encounter, by.c.at == t.at))
        at = by.c.at
    return query, at


def asked_terms(wanted: Wanted) -> list[str]:
    """The terms of actor, place and contradictions as :mod:`parley.ledger.terms` writes them."""
    found = [DIFFERING] if wanted.differing else []
    for kind, name in (("actor", wanted.actor), ("place", wanted.place)):
        if name:
            code = core.country_of(name)
            state = "country" if kind == "actor" else kind
            found.append(f"{state} {code.casefold()}" if code else f"{kind} {folded(name)}"[:LONGEST])
    return found


def speaking(c: Connection, text: str, moment: Moment) -> list[str]:
    """The encounters of which reports tell in these words."""
    rows = words.found(c, "cache_words", text)
    t = k.members.c
    query = sa.select(t.encounter).where(t.row.in_(rows)).distinct()
    return list(c.scalars(query if moment.as_of is None else query.where(t.at <= moment.as_of)))


def _in_order(query: sa.Select[Any], at: sa.ColumnElement[str], wanted: Wanted) -> sa.Select[Any]:
    t = k.states.c
    first, _, name = (wanted.after or "").partition("/")
    mark, place = sa.tuple_(sa.literal(first), sa.literal(name)), sa.tuple_(t.last, t.encounter)
    if wanted.order == "day":
        query = query.where(place > mark) if wanted.after else query
        return query.order_by(t.last, t.encounter)
    if wanted.order == "back":
        query = query.where(place < mark) if wanted.after else query
        return query.order_by(t.last.desc(), t.encounter.desc())
    if wanted.after:
        query = query.where(sa.tuple_(at, t.encounter) < mark)
    return query.order_by(at.desc(), t.encounter.desc())


def _of_the_past(c: Connection, moment: Moment, wanted: Wanted) -> Iterator[Row]:
    """The same by the pure functions, over what was held then."""
    told = []
    for case, shelf in accounts(c, moment):
        at = max(shelf.reports[shelf.appearances[i].report].at for i in case.appearances)
        if fits(case, shelf.words(case), moment, wanted):
            told.append(_shown(agenda_row(case), at, wanted.order, moment))
    told.sort(key=lambda row: row["cursor"].partition("/")[::2], reverse=wanted.order != "day")
    if wanted.after:
        mark = wanted.after.partition("/")[::2]
        told = [r for r in told if (r["cursor"].partition("/")[::2] < mark) == (wanted.order != "day")]
        told = [r for r in told if r["cursor"] != wanted.after]
    yield from told[: wanted.limit]


def fits(case: Case, said: str, moment: Moment, wanted: Wanted) -> bool:
    """Whether a case is what is asked for; ``said`` is all that reports say of it."""
    first = ((case.when and (case.when.earliest or case.when.latest)) or "")[:10]
    last = ((case.when and (case.when.latest or case.when.earliest)) or "")[:10]
    terms = set(terms_of(case))
    return all(
        (
            not wanted.statuses or case.status in wanted.statuses,
            not wanted.kinds or case.kind in wanted.kinds,
            not wanted.disputed or case.disputed,
            not wanted.unconfirmed or (case.status in PLANNED and "" < last < moment.now[:10]),
            not wanted.undated or not last,
            not wanted.first or last >= wanted.first,
            not wanted.last or "" < first <= wanted.last,
            all(t in terms for t in asked_terms(wanted)),
            wanted.text is None or all(p in folded(said) for p in words.phrases(wanted.text) or ["\0"]),
        )
    )


def page(c: Connection, moment: Moment, wanted: Wanted) -> list[Row]:
    """One page of the agenda."""
    return list(agenda(c, moment, replace(wanted, limit=wanted.limit or PAGE)))
