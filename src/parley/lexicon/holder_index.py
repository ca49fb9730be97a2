"""From the offices of actor tables to the index of their holders; used when compiling only.

``holders`` holds one row a term: [name, surname, title, level, country, since, until, seen];
``people`` the rows by folded surname and other names; ``near`` those keys by what all spellings of
one name share (see ``fold.skeleton``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.lexicon.fold import name_key, same_name, skeleton
from parley.lexicon.surnames import same_person, surname

# Shorter parts of a double surname are particles or too common to look up by.
SHORTEST_PART = 4


Term = tuple[list[Any], list[str]]


def terms(actor: dict[str, Any]) -> list[Term]:
    """Every (row, other names) of one actor: reviewed terms, and made ones that no reviewed term covers."""
    reviewed = list(_reviewed(actor))
    made = [term for term in _made(actor) if not any(covers(r, term[0]) for r in reviewed)]
    return reviewed + made


def _code(actor: dict[str, Any]) -> str:
    return str(actor.get("country", actor["code"]))


def _made(actor: dict[str, Any]) -> Iterator[Term]:
    for held in actor.get("holders", ()):
        row = [held["name"], held["surname"], held["title"], held["level"], _code(actor)]
        yield [*row, held.get("since"), held.get("until"), held.get("seen")], held.get("also", [])


def _reviewed(actor: dict[str, Any]) -> Iterator[Term]:
    code = _code(actor)
    for office in actor.get("offices", ()):
        for held in office["held"]:
            name = held["name"]
            row = [name, held.get("surname") or surname(name, code), office["title"], office["level"], code]
            yield [*row, _day(held.get("since")), _day(held.get("until")), None], held.get("also", [])


def covers(term: Term, made: list[Any]) -> bool:
    """Whether a made term is the reviewed one again: same person, same rank, beginning or seen within it."""
    reviewed, also = term
    if reviewed[3] != made[3]:
        return False
    if not same_name(reviewed[1], made[1]) and name_key(made[1]) not in keys(reviewed, also):
        return False
    if not same_person(reviewed[0], made[0], f"{reviewed[1]} {made[1]}", made[4]):
        return False
    first, last = int((reviewed[5] or "0")[:4]) - 1, int((reviewed[6] or "9999")[:4]) + 1
    times = [t[:4] for t in (made[5], *(made[7] or "").split("/")) if t]
    return any(first <= int(t) <= last for t in times)


def _day(value: Any) -> str | None:
    return None if value is None else str(value)


def keys(row: list[Any], also: list[str]) -> list[str]:
    """The names by which a holder is looked up: surname, its longer parts, the whole name, other names."""
    name, family = row[0], row[1]
    parts = [p for p in family.replace("-", " ").split() if len(p) >= SHORTEST_PART] if " " in family else []
    if len(name.split()) > 2 and family == name.split()[-1]:
        parts.append(" ".join(name.split()[-2:]))
    return list(dict.fromkeys(filter(None, map(name_key, [family, *parts, *name_parts(name), *also]))))


def name_parts(name: str) -> list[str]:
    """The whole of a name of one word, or of three and more ("Mohammed bin Salman")."""
    words = name.split()
    return [name] if len(words) != 2 else []


def _text(keys: list[str]) -> str:
    return " ".join(keys)


def index(actors: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The index of all holders; a reviewed term replaces a made one of the same person in the same office level."""
    rows: list[list[Any]] = []
    people: dict[str, list[int]] = {}
    for actor in actors.values():
        for row, also in terms(actor):
            for key in keys(row, also):
                people.setdefault(key, []).append(len(rows))
            rows.append(row)
    near: dict[str, list[str]] = {}
    for key in sorted(people):
        near.setdefault(skeleton(key), []).append(key)
    return {"holders": rows, "people": people, "near": {k: _text(v) for k, v in near.items() if len(k) > 1}}
