"""Where places lie: states, capitals, regions, venues of summits, cities of 50,000 people or more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from parley.lexicon.fold import form_key
from parley.lexicon.store import table
from parley.lexicon.world import Geo, geo, is_state

TABLES = ("places/venues", "places/regions")
CITIES = "places/cities.tsv"


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place: ``country`` is an ISO 3166-1 alpha-3 code, None where it is in no one state; degrees north and east.

    ``people`` is a city's size, None for other places.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    people: int | None = None


def place(name: str) -> PlaceFact | None:
    """The place that a name means, or None: regions and venues first, then states and capitals, then cities.

    Of several cities of one name it is the largest. A name in lower case is no place.
    """
    return _place(name)


@lru_cache(maxsize=8192)
def _place(name: str) -> PlaceFact | None:
    if not name[:1].isupper():
        bare = name.removeprefix("the ")
        return _place(bare) or _place(f"The {bare}") if bare != name else None
    key = place_key(name)
    short = key.removeprefix("the ")
    known = reviewed().get(key) or reviewed().get(short)
    if known:
        return known
    found = next((g for g in geo(name) if g.kind in {"name", "capital", "city"} and is_state(g.code)), None)
    line = cities().get(key) or cities().get(short)
    city = _city(line) if line else None
    return _of_geo(found, city) if found is not None else city


def place_key(name: str) -> str:
    """The look-up key of a place: as for other forms, without apostrophes (Xi'an, Arkhangel'sk)."""
    return form_key(name).replace("'", "")


def _of_geo(found: Geo, city: PlaceFact | None) -> PlaceFact:
    """A state's or capital's place; coordinates of the city where the tables of states have none."""
    if found.lat is None and city is not None and city.country == found.code:
        return PlaceFact(found.name, found.code, city.lat, city.lon, city.people)
    return PlaceFact(found.name, found.code, found.lat, found.lon)


@cache
def reviewed() -> dict[str, PlaceFact]:
    """Regions and venues by key."""
    out: dict[str, PlaceFact] = {}
    for name, country, lat, lon, *also in (row for part in TABLES for row in table(part)):
        fact = PlaceFact(name, country, lat, lon)
        for form in (name, *also):
            out.setdefault(place_key(form), fact)
    return out


@cache
def cities() -> dict[str, str]:
    """Lines of the table of cities by key; read when first asked for."""
    text = files("parley.lexicon").joinpath(CITIES).read_text(encoding="utf-8")
    return {key: rest for key, _, rest in (line.partition("\t") for line in text.split("\n")[1:] if line)}


def _city(line: str) -> PlaceFact:
    name, country, lat, lon, people = line.split("\t")
    return PlaceFact(name, country, float(lat), float(lon), int(people))
