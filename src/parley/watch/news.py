"""What changed in the account between two looks at it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from parley.ids import hashed

Row = dict[str, Any]
Seen = dict[str, Row]
KEPT = ("status", "when", "place", "contradictions")
KEYS = (*KEPT, "since", "last_change")


@dataclass(frozen=True, slots=True)
class News:
    """One change: what happened, in words, and the encounter as it stands now; the same change has the same id."""

    id: str
    what: str
    encounter: Row


def look(rows: Iterable[Row]) -> Seen:
    """The account as far as news are made of it, by encounter."""
    return {row["id"]: row for row in rows}


def kept(seen: Seen) -> Seen:
    """What must be known of a look to compare it with a later one."""
    return {name: {key: row[key] for key in KEPT} for name, row in seen.items()}


def between(before: Seen, now: Seen, actors: tuple[str, ...] = ()) -> list[News]:
    """New encounters, changes of status, day or place, and new contradictions.

    With ``actors``, only of encounters in which one of them (part of a name, or a country's code) takes part.
    """
    out = []
    for name, row in now.items():
        old = before.get(name)
        words = _words(old, row)
        if words and (not actors or any(_takes_part(row, a) for a in actors)):
            stands = json.dumps({key: row[key] for key in KEYS}, sort_keys=True)
            out.append(News(hashed(name, stands), f"{title(row)}: {'; '.join(words)}", row))
    return out


def title(row: Row) -> str:
    """ "summit: Norway, Portugal"."""
    return f"{row['kind']}: {', '.join(p['name'] for p in row['parties'])}"


def _takes_part(row: Row, actor: str) -> bool:
    low = actor.casefold()
    return any(low in p["name"].casefold() or low == (p["country"] or "").casefold() for p in row["parties"])


def _words(old: Row | None, row: Row) -> list[str]:
    who = f" ({', '.join(row['on_whose_word'][:2])})" if row["on_whose_word"] else ""
    if old is None:
        return [f"new, {_status(row)}{_day(row)}{who}"]
    out = [f"{_status(old)} → {_status(row)}{who}"] if old["status"] != row["status"] else []
    if _day(old) != _day(row):
        out.append(f"day{_day(old) or ' not told'} →{_day(row) or ' not told'}")
    if (old["place"] or {}).get("name") != (row["place"] or {}).get("name"):
        out.append(f"place {(old['place'] or {}).get('name')} → {(row['place'] or {}).get('name')}")
    if row["contradictions"] > old["contradictions"]:
        out.append("accounts differ")
    return out


def _status(row: Row) -> str:
    return str(row["status"]).replace("_", " ")


def _day(row: Row) -> str:
    when = row["when"] or {}
    days = [d[:10] for d in (when.get("earliest"), when.get("latest")) if d]
    return f" {'…'.join(dict.fromkeys(days))}" if days else ""
