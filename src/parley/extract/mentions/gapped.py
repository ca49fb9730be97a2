"""Names that share their last word: "North and South Korea", "East or West Timorese", "North, South Korean" talks."""

from __future__ import annotations

from parley.extract.mentions.name import Name
from parley.lexicon import world
from parley.lexicon.world import Geo
from parley.model.analysis import Analysis

BETWEEN = frozenset({"and", "or", "&", "/", ","})


def gapped(a: Analysis, i: int, following: tuple[int, Geo]) -> Name | None:
    """The name of which only the first word stands at ``i - 2``, where a known name of several words begins at ``i``.

    ``following`` is that known name: how many words it takes, and what it names. Nothing is made of a word that
    is no part of a known name of the same kind ("Lume and South Korea").
    """
    size, geo = following
    first = i - 2
    if first < 0 or size < 2 or a.tokens[i - 1].text.lower() not in BETWEEN or not a.tokens[first].text[0].isupper():
        return None
    if a.tokens[first].sent != a.tokens[i].sent:
        return None
    whole = f"{a.tokens[first].text} {a.words(i + 1, i + size)}"
    found = next((g for g in world.geo(whole) if g.kind == geo.kind and g.code != geo.code), None)
    if found is None:
        return None
    return Name(first, first + 1, "DEM" if found.kind == "demonym" else "LOC", found)
