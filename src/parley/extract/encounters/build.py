"""Encounters of an article, put together: mentions → clusters → encounters with claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parley.extract.encounters import merge, timing, told_later
from parley.extract.encounters.claims import claims_of, when_of
from parley.extract.encounters.common import WithCommon
from parley.extract.encounters.lists import Named
from parley.extract.encounters.merge import Cluster
from parley.extract.encounters.reading import one_by_one, read_mention
from parley.extract.encounters.record import Mention
from parley.extract.encounters.relations import find_relations
from parley.extract.encounters.screen import keep_mention, keep_parties, two_people
from parley.extract.encounters.subjects import nameless, own_cause
from parley.extract.encounters.triggers import find_triggers
from parley.lexicon import world
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import Encounter, EncounterKind, Party, PlaceRef, Relation
from parley.model.mention import Actor, Time
from parley.model.reading import Ungrounded


@dataclass(frozen=True, slots=True)
class Found:
    """What this room hands on: encounters without roll-up, actors made from places, and what stayed ungrounded."""

    encounters: tuple[Encounter, ...]
    relations: tuple[Relation, ...]
    actors: tuple[Actor, ...]
    ungrounded: tuple[Ungrounded, ...]


def find_encounters(
    a: Analysis,
    document: Document,
    named: Named,
    times: Sequence[Time],
    attributions: Sequence[Attribution],
) -> Found:
    """All encounters of an analysis with their claims; status and rule are left to ``derive``."""
    located = timing.locate(a, times)
    extra: dict[str, Actor] = {}
    named = WithCommon(a, named)
    mentions = []
    for trigger in find_triggers(a):
        if any(c.start <= a.tokens[trigger.i].start < c.end for c in document.clutter):
            continue
        mention = read_mention(a, document, named, trigger, located, attributions, extra)
        mentions += [m for m in one_by_one(a, mention) if keep_mention(a, m)]
    clusters, loose = merge.cluster(mentions, named.states())
    kept = [c for c in clusters if keep_parties(c)]
    if any(len(c.parties) > 1 for c in kept):
        kept = [c for c in clusters if c in kept or two_people(c)]
    built = [build(k, c, document) for k, c in enumerate(kept, 1)]
    encounters = told_later.on_the_same_visit(told_later.counted_from_each_other(built, a.text))
    lost = [m for c in clusters if c not in kept for m in c.mentions] + loose
    used = {p.actor for e in encounters for p in e.parties}
    return Found(
        encounters,
        find_relations(a, [(e.id, c) for e, c in zip(encounters, kept, strict=True)]),
        tuple(x for x in (*extra.values(), *named.made.values()) if x.id in used),
        tuple(Ungrounded(m.words, "the text does not tell whose encounter this is") for m in lost if not m.state.weak),
    )


def build(number: int, c: Cluster, document: Document) -> Encounter:
    """One encounter of a cluster: its kind, parties, place, time and claims."""
    identity = f"e{number}"
    claims = tuple(claims_of(identity, c, document))
    place = next((m.place for m in _settled(c) if m.place), None)
    when = told_later.day_of_all(_settled(c))
    return Encounter(
        id=identity,
        kind=Counter(m.kind for m in c.mentions).most_common(1)[0][0] if len(c.mentions) > 2 else _kind(c),
        level=c.level,
        parties=tuple(Party(x.id, x.name, x.country) for x in _parties(c)),
        place=PlaceRef(place.id, place.name, place.country) if place else None,
        when=when_of(when),
        mentions=tuple(dict.fromkeys(m.words for m in c.mentions)),
        status="unknown",
        disputed=False,
        rule="not_told",
        claims=claims,
    )


def _settled(c: Cluster) -> list[Mention]:
    """Mentions by how much they settle place and time: new days first, then plain, then side remarks."""
    return sorted(c.mentions, key=lambda m: (not m.moved, m.state.earlier, m.state.weak, m.headline))


def _kind(c: Cluster) -> EncounterKind:
    kinds = [m.kind for m in c.mentions]
    return "summit" if "summit" in kinds else kinds[0]


def _parties(c: Cluster) -> list[Actor]:
    """The parties of all mentions: people rather than their countries, members rather than their group."""
    parties = c.parties
    named = [p for p in parties if not nameless(p)]
    kept = named if len(named) > 1 else parties
    kept = [p for p in kept if not (p.members and any(q.id in p.members for q in parties))] or parties
    return [p for p in kept if not any(_stands_for(q, p, c.visit) for q in kept)] if len(kept) > 2 else kept


def _stands_for(q: Actor, p: Actor, visit: bool) -> bool:
    """Whether one party already stands for another: a person for her country, a country or body for its officials.

    Of a visit the country stays, and of one country named twice the plain name ("Cuba", not "Havana").
    """
    if q.id == p.id or p.country is None or p.country != q.country or own_cause(p):
        return False
    if own_cause(q):
        return p.kind == "group" and f" {q.name} " in f" {p.name} "
    if q.kind == "person":
        return p.kind in {"country", "group"} and not visit
    if q.kind == "country" and p.kind == "country":
        return world.country_code(q.name) is not None and world.country_code(p.name) is None
    return q.kind == "country" and p.kind == "group"
