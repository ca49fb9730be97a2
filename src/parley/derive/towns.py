"""Whether two places are surely two."""

from __future__ import annotations

from math import cos, hypot, radians

from parley.lexicon.fold import form_key
from parley.lexicon.places import PlaceFact, place
from parley.lexicon.world import capital_country
from parley.model.encounter import PlaceRef

KILOMETRES = 111.2
"""Length of a degree of latitude."""
FAR = 30.0
"""Towns nearer than this may be one for the papers: an airport, a suburb, a palace outside."""


def two_places(a: PlaceRef, b: PlaceRef) -> bool:
    """Whether two places are of different states, or two known towns that lie apart; one may lie inside the other."""
    if form_key(a.name) == form_key(b.name) or not a.country or not b.country:
        return False
    return a.country != b.country or two_towns(a.name, b.name)


def two_towns(one: str, other: str) -> bool:
    """Whether two names are of known towns more than :data:`FAR` kilometres apart.

    >>> two_towns("Oslo", "Bergen")
    True
    >>> two_towns("Oslo", "Norway")
    False
    """
    x, y = place(one), place(other)
    if x is None or y is None or not (_is_town(x) and _is_town(y)):
        return False
    if x.lat is None or x.lon is None or y.lat is None or y.lon is None:
        return False
    east = (x.lon - y.lon) * cos(radians((x.lat + y.lat) / 2))
    return hypot(x.lat - y.lat, east) * KILOMETRES > FAR


def _is_town(x: PlaceFact) -> bool:
    return bool(x.people) or capital_country(x.name) is not None
