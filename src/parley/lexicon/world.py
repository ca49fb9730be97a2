"""The world of states and bodies: names, demonyms, capitals, seats, offices and places.

Typed, fast views of the compiled actor tables. Look-ups ignore accents, hyphens, full stops and a
leading "the"; an abbreviation must stand in its own case ("US", not "us") and any other form must
begin with a capital letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from parley.lexicon.fold import fold, form_key, same_name
from parley.lexicon.people import Holder, holders
from parley.lexicon.store import world_index
from parley.lexicon.surnames import surname

__all__ = [
    "Geo",
    "Holder",
    "body",
    "capital_country",
    "country_code",
    "country_name",
    "fold",
    "geo",
    "holders",
    "is_demonym",
    "longest_match",
    "plover_code",
    "same_name",
    "seat",
    "surname",
]

POSSESSIVE = ("'s", "’s")
GeoKind = Literal["name", "demonym", "capital", "seat", "body", "city"]
# PLOVER's own codes where they differ from ISO 3166-1 and from the codes used here.
PLOVER_CODES = {"XKX": "KOS", "EUE": "EUR"}


@dataclass(frozen=True, slots=True)
class Geo:
    """One reading of a form.

    ``code`` is the actor's own code (ISO 3166-1 alpha-3, or a body's: EUE, NATO, HAMAS), ``name`` the
    state's or body's name (for ``capital``, ``seat`` and ``city`` the place's), ``government`` whether
    the form may stand for the government or body ("Moscow said"), ``country`` the state or bloc under
    which the actor is counted (HAMAS → PSE), the code itself where it stands alone.
    """

    code: str
    name: str
    kind: GeoKind
    lat: float | None = None
    lon: float | None = None
    government: bool = False
    country: str | None = None


def geo(form: str) -> tuple[Geo, ...]:
    """Every reading of a form, likeliest first; empty where it names no state, body, capital or seat."""
    return _geo(form)


@lru_cache(maxsize=16384)
def _geo(form: str) -> tuple[Geo, ...]:
    key = form_key(form)
    forms = world_index()["forms"]
    rows = forms.get(key) or forms.get(key.removeprefix("the ")) or ()
    bare = form[4:] if key.startswith("the ") and not forms.get(key) else form
    return tuple(_reading(row) for row in rows if _fits(bare, row[3]))


def _fits(form: str, exact: str) -> bool:
    """An abbreviation stands in its own case; other forms begin with a capital letter or a digit."""
    if exact:
        return form.replace(".", "").strip() == exact
    return not form[:1].islower() or form[:2] in {"al", "d'"}


def _reading(row: list[Any]) -> Geo:
    code, kind, government, _, shown, lat, lon = row
    return Geo(code, shown, kind, lat, lon, bool(government) or kind == "body", world_index()["actors"][code][1])


def country_code(form: str) -> str | None:
    """The code that a name, demonym, abbreviation or body's name stands for; a body's own bloc or state for a part.

    Capitals and seats do not count here: see ``capital_country`` and ``seat``.
    """
    found = next((g for g in geo(form) if g.kind in {"name", "demonym", "body"}), None)
    return found.country if found else None


def country_name(code: str) -> str:
    """The everyday name of a state or body; the code itself where it is unknown."""
    row = world_index()["actors"].get(code)
    return str(row[0]) if row else code


def is_state(code: str) -> bool:
    """Whether the code is a state's or a territory's, not a body's."""
    row = world_index()["actors"].get(code)
    return bool(row) and row[2] != "body"


def is_demonym(form: str) -> bool:
    """Whether the form is an adjective or noun for the people of a state ("Norwegian", "Finns")."""
    return any(g.kind == "demonym" for g in geo(form))


def capital_country(form: str) -> str | None:
    """The state or bloc whose government a capital's name may stand for ("Moscow" → RUS), or None."""
    found = next((g for g in geo(form) if g.kind == "capital" and g.government), None)
    return found.country if found else None


def seat(form: str) -> Geo | None:
    """The seat that a form names ("the Kremlin", "Downing Street"), or None."""
    return next((g for g in geo(form) if g.kind == "seat"), None)


def body(form: str) -> Geo | None:
    """The organisation or movement that a form names ("NATO", "Hamas"), or None."""
    return next((g for g in geo(form) if g.kind == "body"), None)


def longest_match(words: Sequence[str], i: int) -> tuple[int, Geo] | None:
    """The longest known form that begins at word ``i``: how many words it takes, and its first reading.

    A leading "the" is not part of a form unless it belongs to the name ("The Hague"); hyphens may
    stand as words of their own ("Guinea", "-", "Bissau").
    """
    first = form_key(words[i]).split(" ")[0]
    if i + 1 < len(words) and words[i + 1] in POSSESSIVE:
        first += fold(words[i + 1])  # "People", "'s", "Republic"
    longest = _first_words().get(first, 0) or _first_words().get(form_key(words[i]).split(" ")[0], 0)
    if not longest:
        return None
    for n in range(min(_reach(words, i, longest), len(words) - i), 0, -1):
        if not any(c.isalnum() for c in words[i + n - 1]):
            continue
        joined = _joined(words[i : i + n])
        found = geo(joined)
        if found and (first != "the" or form_key(joined) in world_index()["forms"]):
            return n, found[0]
    return None


def _reach(words: Sequence[str], i: int, longest: int) -> int:
    """How many tokens a form of ``longest`` words may take: punctuation between them is free."""
    free = sum(w in {"-", ".", ",", "’", "'"} or w in POSSESSIVE for w in words[i : i + 2 * longest])
    return longest + min(free, longest)


def _joined(words: Sequence[str]) -> str:
    """Tokens as they stand in print, as far as forms need it: hyphens and possessives joined."""
    text = " ".join(words).replace(" - ", "-")
    for mark in POSSESSIVE:
        text = text.replace(f" {mark}", mark)
    return text


@cache
def _first_words() -> dict[str, int]:
    out: dict[str, int] = world_index()["first"]
    return out


def plover_code(country: str | None, level: str | None = None, sector: str | None = None) -> str | None:
    """The PLOVER actor code: country and sector ("USAGOV", "PSEREB"); None without a country.

    ``country`` may be a body's own code ("HAMAS"); ``sector`` names another sector than the body's;
    with a ``level`` (leaders, ministers, officials) the sector is the government.
    """
    if country is None:
        return None
    row = world_index()["actors"].get(country)
    if row is None:
        return None
    if row[2] == "body":
        return _body_code(country, row[1], sector or row[3])
    base = str(PLOVER_CODES.get(row[1], row[1]))
    return base + (sector or row[3] or ("GOV" if level else ""))


def _body_code(code: str, owner: str, sector: str) -> str:
    """PLOVER has codes of its own for the United Nations and the European Union; other bodies are IGO or NGO."""
    top = PLOVER_CODES.get(owner, owner)
    if top in {"UNO", "EUR"}:
        return top
    if is_state(owner):
        return top + sector
    return sector if sector in {"NGO", "IMG"} else "IGO"
