"""The account as of a moment, and as this ledger held it by a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import UnknownError
from parley.export.rows import Shelf
from parley.ledger import book as b
from parley.ledger import cache as k
from parley.ledger import core, moments, store
from parley.ledger import schema as s
from parley.model.ledger import Case, Cluster, Report


@dataclass(frozen=True, slots=True)
class Moment:
    """The two times: what was published by ``as_of``, and what this ledger held by ``recorded_by``."""

    as_of: str | None = None
    recorded_by: str | None = None

    @classmethod
    def given(cls, as_of: str | date | None, recorded_by: str | date | None) -> Moment:
        """As users give them; raises ``OptionError``."""
        return cls(moments.given(as_of), moments.given(recorded_by, "--recorded-by"))

    @property
    def now(self) -> str:
        """The moment by which a day has passed."""
        return self.as_of or self.recorded_by or moments.now()


def accounts(c: Connection, moment: Moment) -> Iterator[tuple[Case, Shelf]]:
    """Every encounter with what its account stands on, the earliest first."""
    if is_past(c, moment):
        yield from _as_it_was(c, moment)
        return
    t = k.members.c
    first = sa.func.min(t.at).label("first")
    query = sa.select(t.encounter, first).group_by(t.encounter).order_by(first, t.encounter)
    if moment.as_of:
        query = query.having(first <= moment.as_of)
    wanted = [row.encounter for row in c.execute(query)]
    yield from _cases(c, wanted, moment)


def these(c: Connection, encounters: list[str], moment: Moment) -> Iterator[tuple[Case, Shelf]]:
    """Those of these encounters (ids that they bear now) that are told of by the moment."""
    if is_past(c, moment):
        yield from (found for found in _as_it_was(c, moment) if found[0].id in encounters)
    else:
        yield from _cases(c, encounters, moment)


def _cases(c: Connection, encounters: list[str], moment: Moment) -> Iterator[tuple[Case, Shelf]]:
    shelves: dict[int, Shelf] = {}
    for cluster, book in b.books(c, encounters, store.judgements(c)):
        case = core.case(cluster, book, moment.as_of, moment.now)
        if case is not None:
            if id(book) not in shelves:
                shelves = {id(book): b.shelf_of(c, book)}
            yield case, shelves[id(book)]


def account(c: Connection, encounter: str, moment: Moment) -> tuple[Case, Shelf]:
    """One encounter by any id that it has borne; raises ``UnknownError``."""
    found: Iterator[tuple[Case, Shelf]]
    if is_past(c, moment):
        found = filter(lambda x: encounter in x[0].appearances, _as_it_was(c, moment))
    else:
        found = _cases(c, [resolve(c, encounter)], moment)
    told = next(found, None)
    if told is None:
        when = moment.as_of or moment.recorded_by
        raise UnknownError(f"nothing tells of encounter {encounter!r} by {when}", hint="give a later moment")
    return told


def resolve(c: Connection, encounter: str) -> str:
    """The id that an encounter bears now; raises ``UnknownError``."""
    found = b.homes(c, [encounter]).get(encounter)
    if found:
        return found
    if c.execute(sa.select(s.appearances.c.n).where(s.appearances.c.id == encounter)).first():
        fault = f"{encounter!r} was told by an earlier reading, and the newer one does not find it any more"
        raise UnknownError(fault, hint="parley status lists what is told now")
    raise UnknownError(f"there is no encounter {encounter!r}", hint="parley status lists their ids")


def is_past(c: Connection, moment: Moment) -> bool:
    """Whether the ledger has taken in anything since ``recorded_by``: then the projection does not tell of it."""
    if moment.recorded_by is None:
        return False
    tables = ((s.readings, s.readings.c.recorded), (s.judgements, s.judgements.c.at))
    return any(c.execute(sa.select(t.c.n).where(when > moment.recorded_by).limit(1)).first() for t, when in tables)


def _as_it_was(c: Connection, moment: Moment) -> Iterator[tuple[Case, Shelf]]:
    """By the pure functions alone, over what was held then."""
    held, found, _ = store.everything(c, moment.recorded_by)
    judgements = store.judgements(c, moment.recorded_by)
    clusters = core.clusters(held, found.values(), judgements)
    shelf = b.shelf_of(c, core.Book(held, found, homes=_homes(clusters)))
    heads = core.groups(held.values())
    of_article, of_text = defaultdict[str, list[Report]](list), defaultdict[str, list[Report]](list)
    for report in held.values():
        of_article[report.key].append(report)
        of_text[heads[report.id]].append(report)
    for cluster in sorted(clusters, key=lambda x: core.order_of(found[x.id], held[found[x.id].report])):
        keys = {held[found[m].report].key for m in cluster.members}
        mine = {r.id: r for key in keys for r in of_article[key]}
        kin = [r for head in {heads[i] for i in mine} if len(of_text[head]) > 1 for r in of_text[head]]
        book = core.Book(mine, found, judgements, kin, shelf.homes)
        case = core.case(cluster, book, moment.as_of, moment.now)
        if case is not None:
            yield case, shelf


def _homes(clusters: tuple[Cluster, ...]) -> dict[str, str]:
    return {member: cluster.id for cluster in clusters for member in cluster.members}
