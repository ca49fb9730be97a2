"""Who held which office when: look-up of people by name, across spellings, nearest in time first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parley.lexicon.fold import name_key, same_name, skeleton
from parley.lexicon.store import world_index
from parley.lexicon.surnames import given_names, same_person, surname

LEVELS = ("leaders", "ministers", "officials")
# An office is taken to be held this many years around the time at which a source saw its holder in it.
NEAR_YEARS = 1.0
LATEST = "2026-12-31"


@dataclass(frozen=True, slots=True)
class Holder:
    """One term in one office: dates are ISO dates, months or years, None where unknown.

    ``seen`` is a time known to fall in the term ("2019-06"), or the first and last of them ("2008/2011").
    """

    name: str
    surname: str
    title: str
    level: str
    country: str
    since: str | None = None
    until: str | None = None
    seen: str | None = None


def holders(name: str, on: str | None = None) -> tuple[Holder, ...]:
    """Who held an office under a surname or full name, nearest in time to ``on`` (ISO date) first, then by rank.

    Given names must agree where both are known ("Boris Johnson" is no other Johnson); another spelling
    of the surname counts where none is spelt so. Without ``on`` the latest come first.
    """
    return _holders(" ".join(name.split()), on)


@lru_cache(maxsize=8192)
def _holders(name: str, on: str | None) -> tuple[Holder, ...]:
    rows = world_index()["holders"]
    found = [Holder(*rows[i]) for i in _candidates(name)]
    when = on or LATEST
    found = [h for h in found if _agrees(name, h)]
    return tuple(sorted(dict.fromkeys(found), key=lambda h: (years_from(h, when), LEVELS.index(h.level), h.name)))


def _candidates(name: str) -> list[int]:
    """Rows under the whole name or its surname; under near spellings where there are none."""
    index = world_index()
    whole: list[int] = index["people"].get(name_key(name), [])
    if whole or not name:
        return whole
    tries = dict.fromkeys((name_key(surname(name)), name_key(name.split(" ")[-1])))
    exact = [i for key in tries for i in index["people"].get(key, ())]
    if exact:
        return list(dict.fromkeys(exact))
    family = surname(name)
    near = [k for k in index["near"].get(skeleton(family), "").split() if same_name(k, family)]
    return list(dict.fromkeys(i for key in near for i in index["people"][key]))


def _agrees(name: str, holder: Holder) -> bool:
    """Whether the given names of a query allow this holder; a surname alone allows anybody of that name."""
    if " " not in name or name_key(name) in {name_key(holder.name), name_key(holder.surname)}:
        return True
    family = holder.surname
    if len(given_names(name, family)) == len(name.split()):
        # Spelt otherwise, or known by another name: leave out what is the family name in the query.
        family = f"{family} {surname(name, holder.country)}"
    return same_person(name, holder.name, family, holder.country)


def years_from(holder: Holder, when: str) -> float:
    """How many years lie between a day and a term; 0 within it or within a year of a time it is known for."""
    seen = holder.seen.split("/") if holder.seen else []
    first = holder.since or (seen[0] if seen else None)
    last = holder.until or (seen[-1] if seen else None)
    day = _year(when)
    start = _year(first) if first else None
    end = _year(last, end=True) if last else None
    if start is not None and holder.since is None:
        start -= NEAR_YEARS
    if end is not None and holder.until is None:
        end += NEAR_YEARS
    if start is not None and day < start:
        return round(start - day, 2)
    return round(day - end, 2) if end is not None and day > end else 0.0


def _year(day: str, end: bool = False) -> float:
    """A date as a number of years; a date without day or month is taken at its beginning, or its end."""
    parts = day[:10].split("-")
    month = int(parts[1]) if len(parts) > 1 else (12 if end else 1)
    number = int(parts[2]) if len(parts) > 2 else (31 if end else 1)
    return int(parts[0]) + (month - 1) / 12 + number / 372
