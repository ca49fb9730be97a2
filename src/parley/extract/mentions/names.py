"""Names in a text: the engine's spans, mended, labelled alike, and joined with the world lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from parley.extract.mentions.gapped import gapped
from parley.extract.mentions.labels import agreed, repeated
from parley.extract.mentions.mend import mended
from parley.extract.mentions.name import Name
from parley.lexicon import titles, world
from parley.lexicon.encounters import noun_triggers
from parley.lexicon.world import Geo
from parley.model.analysis import Analysis, Token

__all__ = ["Name", "find_names", "head_of"]

CURRENCIES = frozenset("$€£¥₩₹")
CAPITALISED = frozenset({"PROPN", "ADJ", "NOUN", "X"})


def find_names(a: Analysis, day: str | None = None) -> list[Name]:
    """Names in text order without overlaps; what the lexicon knows wins over a shorter guess of the engine.

    ``day`` (ISO date) tells whose office counts when a name that the engine took for a place is a holder's.
    """
    engine = agreed(a, list(_engine(a)), day)
    engine += repeated(a, engine)
    taken: dict[int, Name] = {}
    for name in sorted([*engine, *_known(a, engine)], key=lambda n: (-(n.last - n.first), n.geo is None)):
        if all(i not in taken for i in range(name.first, name.last)):
            for i in range(name.first, name.last):
                taken[i] = name
    return sorted(set(taken.values()), key=lambda n: n.first)


def _engine(a: Analysis) -> Iterator[Name]:
    for name in map(partial(_without_event, a), mended(a)):
        words = a.words(name.first, name.last)
        found = world.geo(words)
        if name.last - name.first == 1 and _money(a, name.first):
            continue
        if not found and name.label != "PER" and (_pair(words) or _office(a, name) or _event(a, name)):
            continue
        yield replace(name, label=_label(name.label, found), geo=found[0] if found else None)


def _without_event(a: Analysis, name: Name) -> Name:
    """A body's name without the encounter named after it ("Arab League | Summit")."""
    last = name.last
    while name.label == "ORG" and last > name.first and a.tokens[last - 1].lemma.lower() in noun_triggers():
        last -= 1
    known = name.first < last < name.last and world.geo(a.words(name.first, last)) != ()
    return replace(name, last=last) if known else name


def _event(a: Analysis, name: Name) -> bool:
    """Whether words name an encounter after its matter ("the Clean Water | Summit"), no body."""
    ends = a.tokens[name.last - 1]
    after = a.tokens[name.last] if name.last < len(a.tokens) else ends
    numbered = a.tokens[name.first].text[0].isdigit() and ends.lemma.lower() in noun_triggers()
    within = name.last - name.first > 1 and (numbered or _names_event(ends))
    return name.label == "ORG" and (within or (_names_event(after) and ends.head == after.i))


def _names_event(token: Token) -> bool:
    """Whether a capitalised noun is always an encounter: a summit, not a conference, which may be a body."""
    words = noun_triggers().get(token.lemma.lower(), ())
    return token.text[0].isupper() and any(not w.only_with for w in words)


def _pair(words: str) -> bool:
    """ "EU-Russia" names two."""
    parts = re.split(r"\s*[-–—]\s*", words)
    return len(parts) > 1 and all(world.geo(p) for p in parts)


def _office(a: Analysis, name: Name) -> bool:
    """ "Secretary of Transportation" is an office, no body."""
    first = a.tokens[name.first].text.lower()
    return (
        first in titles.title_words()
        and name.first + 1 < name.last
        and a.tokens[name.first + 1].text in {"of", "for", "to"}
    )


def _label(label: str, found: tuple[Geo, ...]) -> str:
    if not found:
        return label
    kind = found[0].kind
    if kind == "demonym":
        return "DEM"
    return "ORG" if kind == "body" else "LOC"


def _known(a: Analysis, engine: list[Name]) -> Iterator[Name]:
    """Forms of the lexicon that stand in the text with a capital; ordinary words at a sentence start are no names."""
    texts = [t.text for t in a.tokens]
    people = {i for n in engine if n.label == "PER" and n.geo is None for i in range(n.first, n.last)}
    i = 0
    while i < len(texts):
        token = a.tokens[i]
        if i in people or _money(a, i) or not (token.text[0].isupper() and token.upos in CAPITALISED):
            i += 1
            continue
        match = world.longest_match(texts, i)
        if match is None or a.tokens[i + match[0] - 1].sent != token.sent:
            i += 1
            continue
        size, geo = match
        if shared := gapped(a, i, match):
            yield shared
        yield Name(i, i + size, _label("LOC", (geo,)), geo)
        i += size


def _money(a: Analysis, i: int) -> bool:
    """ "US$" is a currency."""
    after = a.tokens[i + 1] if i + 1 < len(a.tokens) else None
    return after is not None and after.text[0] in CURRENCIES and a.tokens[i].end == after.start


def head_of(a: Analysis, first: int, last: int) -> Token:
    """The token of a run that ties it to the rest of the sentence."""
    for i in range(first, last):
        if not first <= a.tokens[i].head < last:
            return a.tokens[i]
    return a.tokens[last - 1]
