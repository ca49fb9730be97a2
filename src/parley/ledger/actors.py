"""Who meets whom: the parties of all encounters, counted once for each edition of the ledger."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy.engine import Connection, Engine

from parley.export.rows import Row
from parley.ledger import query
from parley.ledger.asked import Wanted, writable
from parley.ledger.edition import edition
from parley.ledger.telling import Moment, is_past
from parley.ledger.terms import folded

Counted = tuple[tuple[tuple[str, str], Row], ...]
MOMENTS = 4  # counts that are kept of one ledger: now, and the moments that were asked for last
_KEPT: WeakKeyDictionary[Engine, OrderedDict[tuple[str | None, ...], Counted]] = WeakKeyDictionary()
_LOCK = Lock()


def actors(c: Connection, moment: Moment, name: str | None = None) -> Iterator[Row]:
    """Each party by name and state with its number of encounters and the last word, most encounters first."""
    part = folded(writable(name) or "")
    for key, one in _counted(c, moment):
        if part in key[0] or part == key[1].casefold():
            yield dict(one)


def _counted(c: Connection, moment: Moment) -> Counted:
    """The count at a moment, from memory as long as nothing was recorded since."""
    mark = (edition(c)[0], moment.as_of, moment.recorded_by)
    with _LOCK:
        kept = _KEPT.setdefault(c.engine, OrderedDict())
        if mark in kept:
            kept.move_to_end(mark)
            return kept[mark]
    found = _count(c, moment)
    with _LOCK:
        kept[mark] = found
        while len(kept) > MOMENTS:
            kept.popitem(last=False)
    return found


def _count(c: Connection, moment: Moment) -> Counted:
    found: dict[tuple[str, str], Row] = {}
    for row in _told(c, moment):
        for party in row["parties"]:
            key = (folded(party["name"]), party["country"] or "")
            told = {"name": party["name"], "country": party["country"], "encounters": 0, "last_report": ""}
            one = found.setdefault(key, told)
            one["encounters"] += 1
            one["last_report"] = max(one["last_report"], row["last_report"])
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1]["encounters"], pair[0])))


def _told(c: Connection, moment: Moment) -> Iterator[Row]:
    """The parties of each encounter, and when the last word came."""
    if is_past(c, moment):
        yield from query.agenda(c, moment, Wanted())
        return
    for row in c.execute(query.all_told(moment)):
        yield {"parties": json.loads(row.body)["parties"], "last_report": row.at}
