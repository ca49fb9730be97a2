"""Places: names that stand where something happens, with country and coordinates where they are known."""

from __future__ import annotations

from collections.abc import Iterable

from parley.extract.mentions.names import Name, head_of
from parley.lexicon import places, world
from parley.model.analysis import Analysis
from parley.model.mention import Place
from parley.model.span import Span

WHERE = frozenset(
    {"in", "at", "near", "from", "to", "into", "outside", "through", "around", "on", "off", "via", "towards"}
)


def find_places(a: Analysis, names: Iterable[Name]) -> tuple[tuple[Place, ...], dict[int, str]]:
    """Places in text order, and the place id of each token that names one."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        if name.label == "LOC":
            groups.setdefault(world.fold(a.words(name.first, name.last)), []).append(name)
    out, by_token = [], {}
    for number, found in enumerate(groups.values(), 1):
        identity = f"p{number}"
        for name in found:
            by_token.update(dict.fromkeys(range(name.first, name.last), identity))
        out.append(_place(a, identity, found))
    return tuple(out), by_token


def _place(a: Analysis, identity: str, found: list[Name]) -> Place:
    forms = [a.words(n.first, n.last) for n in found]
    words = next((w for w in forms if not w.isupper()), forms[0])  # "BERGEN" is how a dateline writes it
    country, lat, lon = located(words)
    if country is None:
        country = next((c for n in found if (c := nearby_country(a, n))), None)
    spans = tuple(Span.of(a.text, *a.chars(n.first, n.last)) for n in found)
    return Place(identity, words, country, lat, lon, spans)


def located(words: str) -> tuple[str | None, float | None, float | None]:
    """Country and coordinates of a place by name, None where the lexicon has none."""
    fact = places.place(words)
    if fact is not None:
        return fact.country, fact.lat, fact.lon
    for geo in world.geo(words):
        if geo.kind in {"capital", "city", "name", "seat"}:
            return geo.country, geo.lat, geo.lon
    return None, None, None


def nearby_country(a: Analysis, name: Name) -> str | None:
    """The country that stands with a place: "Deauville, France", "the Libyan town of Sirte"."""
    if name.last + 1 < len(a.tokens) and a.tokens[name.last].text == ",":
        match = world.longest_match([t.text for t in a.tokens[name.last + 1 : name.last + 5]], 0)
        if match is not None and match[1].kind == "name":
            return match[1].country
    head = head_of(a, name.first, name.last)
    for governor in [head, *list(a.ancestors(head.i))[:2]]:
        if governor.upos not in {"NOUN", "PROPN"}:
            break
        for child in a.children(governor.i, "amod", "compound", "nmod:poss"):
            found = world.geo(child.text)
            if found and found[0].kind in {"demonym", "name"}:
                return found[0].country
    return None
