"""The places of appearances in the canonical order, as the projection keeps them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.ledger import cache as k
from parley.ledger import store
from parley.link.blocks import WINDOW, view_keys
from parley.link.days import Days
from parley.link.view import Profile, View, begun, joined, view
from parley.model.ledger import Appearance, Join, Report
from parley.model.reading import plain

Place = tuple[str, str]
"""When a report counts, and its id: the canonical order."""
AT_HAND = 20_000  # views


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """An appearance at its place; ``row`` is its row number."""

    place: Place
    start: int
    id: str
    row: int

    @property
    def report(self) -> str:
        """The report that it is of."""
        return self.place[1]

    @property
    def before(self) -> Place:
        """A place just before that of its report."""
        return self.place[0], ""


def spot_of(appearance: Appearance, report: Report, row: int) -> Spot:
    """The place of an appearance."""
    e = appearance.encounter
    starts = [m.start for m in e.mentions] + [claim.evidence.start for claim in e.claims]
    return Spot((report.at, report.id), min(starts, default=0), appearance.id, row)


def written(join: Join) -> str:
    """A join as the projection keeps it."""
    return json.dumps(plain(join), ensure_ascii=False, separators=(",", ":"))


class Places:
    """What a replay asks the projection. Appearances that are new have no home yet."""

    def __init__(self, c: Connection, fresh: Iterable[Spot]) -> None:
        self._c = c
        self._views: dict[int, View] = c.info.setdefault("views", {})
        self._profiles: dict[tuple[int, ...], tuple[Profile, frozenset[str]]] = {}
        self._members: dict[str, list[Spot]] = {}
        self._homes: dict[str, tuple[str, str]] = {}
        self._fresh = {spot.id: spot for spot in fresh}
        self._fresh_of: dict[str, list[Spot]] = defaultdict(list)
        for spot in self._fresh.values():
            self._fresh_of[spot.report].append(spot)

    def of_report(self, report: str) -> list[Spot]:
        """The appearances of a report, in text order."""
        if report in self._fresh_of:
            return sorted(self._fresh_of[report])
        return sorted(self._found(k.members.c.report == report))

    def spots(self, ids: Iterable[str]) -> list[Spot]:
        """Where these appearances stand."""
        wanted = list(ids)
        fresh = [self._fresh[i] for i in wanted if i in self._fresh]
        return fresh + [s for some in store.batches(wanted) for s in self._found(k.members.c.appearance.in_(some))]

    def prepare(self, spots: Iterable[Spot]) -> None:
        """Fetch at once where these appearances stand, and the members of those encounters."""
        missing = [s.id for s in spots if s.id not in self._homes and s.id not in self._fresh]
        for some in store.batches(missing):
            self._found(k.members.c.appearance.in_(some))
        wanted = {e for s in spots if (e := self._homes.get(s.id, ("", ""))[0]) and e not in self._members}
        self._members.update({e: [] for e in wanted})
        for some in store.batches(wanted):
            for spot in self._found(k.members.c.encounter.in_(some)):
                self._members[self._homes[spot.id][0]].append(spot)

    def members(self, encounter: str) -> list[Spot]:
        """The appearances that the projection holds of an encounter."""
        if encounter not in self._members:
            self._members[encounter] = self._found(k.members.c.encounter == encounter)
        return self._members[encounter]

    def home(self, appearance: str) -> tuple[str, str] | None:
        """Where the projection holds an appearance, and why (as ``written``)."""
        if appearance not in self._homes and appearance not in self._fresh:
            self._found(k.members.c.appearance == appearance)
        return self._homes.get(appearance)

    def _found(self, which: sa.ColumnElement[bool]) -> list[Spot]:
        rows = self._c.execute(sa.select(k.members).where(which)).all()
        self._homes.update({r.appearance: (r.encounter, r.join) for r in rows})
        return [Spot((r.at, r.report), r.start, r.appearance, r.row) for r in rows]

    def view(self, spot: Spot) -> View:
        """What linking looks at of an appearance."""
        self._fetch([spot])
        return self._views[spot.row]

    def _fetch(self, spots: Iterable[Spot]) -> None:
        missing = {s.row: s for s in spots if s.row not in self._views}
        if not missing:
            return
        found = store.appearances_at(self._c, missing)
        reports = store.reports(self._c, {a.report for a in found.values()})
        if len(self._views) > AT_HAND:
            self._views.clear()
        self._views.update({s.row: view(found[s.id], reports[s.report]) for s in missing.values()})

    def profile(self, spots: Sequence[Spot]) -> tuple[Profile, frozenset[str]]:
        """The profile of a cluster of these members, with the keys by which it is found."""
        self._fetch(spots)
        rows = tuple(s.row for s in spots)
        known = next((n for n in range(len(rows), 0, -1) if rows[:n] in self._profiles), 0)
        for n in range(known + 1, len(rows) + 1):
            mine = self.view(spots[n - 1])
            before, keys = self._profiles[rows[: n - 1]] if n > 1 else (None, frozenset[str]())
            profile = joined(before, mine) if before else begun(mine)
            self._profiles[rows[:n]] = profile, keys | view_keys(mine)
        return self._profiles[rows]

    def candidates(self, views: Sequence[View], now: Place) -> set[Spot]:
        """The earlier appearances that share a party with these views, near enough in time."""
        found: set[Spot] = set()
        t = k.keys.c
        for v in views:
            keys = sorted(view_keys(v))
            before = sa.or_(t.at < now[0], sa.and_(t.at == now[0], t.report < now[1]))
            begin = _iso(v.at - WINDOW)
            found |= self._keyed(sa.and_(t.key.in_(keys), t.at >= begin, t.at <= now[0], before))
            if v.firm:  # what was told longer ago is near only by its days
                found |= self._dated(keys, v.firm.first, v.firm.last, t.at < begin, before)
        return found

    def later(self, spots: Sequence[Spot], now: Place) -> set[Place]:
        """The later reports that share a party with these appearances, near enough in time."""
        self._fetch(spots)
        views = [self.view(s) for s in spots]
        keys = sorted({key for v in views for key in view_keys(v)})
        if not keys:
            return set()
        t = k.keys.c
        after = sa.or_(t.at > now[0], sa.and_(t.at == now[0], t.report > now[1]))
        end_of_window = _iso(max(v.at for v in views) + WINDOW + 1)
        found = set()
        for some in store.batches(keys):
            found |= self._keyed(sa.and_(t.key.in_(some), t.at >= now[0], t.at < end_of_window, after))
            for first, end in sorted({(d.first, d.last) for v in views for d in days_of(v)}):
                found |= self._dated(some, first, end, t.at >= end_of_window, after)
        return {s.place for s in found}

    def _keyed(self, which: sa.ColumnElement[bool]) -> set[Spot]:
        t = k.keys.c
        query = sa.select(t.at, t.report, t.start, t.appearance, t.row).where(which)
        return {Spot((r.at, r.report), r.start, r.appearance, r.row) for r in self._c.execute(query)}

    def _dated(self, keys: Sequence[str], first: int, last: int, *which: sa.ColumnElement[bool]) -> set[Spot]:
        """Appearances of these keys that speak of a day between ``first`` and ``last``."""
        t, d = k.keys.c, k.days.c
        query = sa.select(t.at, t.report, t.start, t.appearance, t.row)
        query = query.join(k.days, sa.and_(d.key == t.key, d.appearance == t.appearance))
        query = query.where(d.key.in_(keys), d.last >= first, d.first <= last, *which)
        return {Spot((r.at, r.report), r.start, r.appearance, r.row) for r in self._c.execute(query)}


def days_of(v: View) -> set[Days]:
    """All days by which an appearance can be found."""
    return {*v.asides, *([v.firm] if v.firm else [])}


def _iso(day: int) -> str:
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


def add_keys(c: Connection, spots: Iterable[Spot], places: Places) -> None:
    """Write by what these appearances are found."""
    keys, days = [], []
    for spot in spots:
        v = places.view(spot)
        for key in sorted(view_keys(v)):
            place = {"key": key, "at": spot.place[0], "report": spot.report}
            keys.append({**place, "appearance": spot.id, "start": spot.start, "row": spot.row})
            days += [{"key": key, "last": d.last, "first": d.first, "appearance": spot.id} for d in days_of(v)]
    for table, rows in ((k.keys, keys), (k.days, days)):
        if rows:
            c.execute(table.insert(), rows)


def drop_keys(c: Connection, appearances: Iterable[str]) -> None:
    """Take these appearances out."""
    for some in store.batches(appearances):
        for table in (k.keys, k.days):
            c.execute(table.delete().where(table.c.appearance.in_(some)))
