"""Who meets whom: the parties of all encounters, counted."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger.asked import Wanted, writable
from parley.ledger.query import agenda
from parley.ledger.telling import Moment
from parley.ledger.terms import folded


def actors(c: Connection, moment: Moment, name: str | None = None) -> Iterator[Row]:
    """Each party by name and state with its number of encounters and the last word, most encounters first."""
    found: dict[tuple[str, str], Row] = {}
    for row in agenda(c, moment, Wanted()):
        for party in row["parties"]:
            key = (folded(party["name"]), party["country"] or "")
            told = {"name": party["name"], "country": party["country"], "encounters": 0, "last_report": ""}
            one = found.setdefault(key, told)
            one["encounters"] += 1
            one["last_report"] = max(one["last_report"], row["last_report"])
    part = folded(writable(name) or "")
    kept = [(key, one) for key, one in found.items() if part in key[0] or part == key[1].casefold()]
    yield from (one for _, one in sorted(kept, key=lambda pair: (-pair[1]["encounters"], pair[0])))
