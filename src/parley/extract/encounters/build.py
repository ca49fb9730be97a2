"""Encounters of an article, put together: mentions → clusters → encounters with claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.extract.encounters import merge, timing, told_later
from parley.extract.encounters.answers import with_answers
from parley.extract.encounters.claims import claims_of, place_ref, when_of
from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.common import WithCommon
from parley.extract.encounters.lists import Named
from parley.extract.encounters.pairs import background
from parley.extract.encounters.reading import one_by_one, read_mention
from parley.extract.encounters.record import Mention
from parley.extract.encounters.relations import find_relations
from parley.extract.encounters.said import days_said
from parley.extract.encounters.screen import keep_mention, keep_parties, two_people
from parley.extract.encounters.sides import settled
from parley.extract.encounters.speakers import for_whom_they_speak
from parley.extract.encounters.triggers import Trigger, find_triggers
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import Encounter, EncounterKind, Party, Relation
from parley.model.mention import Actor, Time
from parley.model.reading import Ungrounded

NO_DAYS: Mapping[str, str] = {}


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
    known = [x for k in range(len(a.tokens)) for x in named.actors_of(k)]
    mentions: list[Mention] = []
    for trigger in once_each(find_triggers(a)):
        if any(c.start <= a.tokens[trigger.i].start < c.end for c in document.clutter):
            continue
        mention = read_mention(a, document, named, trigger, located, attributions, extra)
        parties = for_whom_they_speak(a, trigger, mention.parties, attributions, known)
        mention = replace(mention, parties=tuple(parties))
        mentions += [m for m in one_by_one(a, mention) if keep_mention(a, m)]
    states = named.states()
    clusters, loose = merge.cluster(mentions, states, background(a, named, states.values()))
    kept = [c for c in clusters if keep_parties(c)]
    if any(len(c.parties) > 1 for c in kept):
        kept = [c for c in clusters if c in kept or two_people(c)]
    said = days_said(a, located, attributions)
    built = [build(k, c, document, said) for k, c in enumerate(kept, 1)]
    encounters = told_later.on_the_same_visit(told_later.counted_from_each_other(built, a.text))
    encounters = told_later.off_with_the_visit(encounters)
    encounters = with_answers(a, document, encounters, attributions, named, located, said)
    lost = [m for c in clusters if c not in kept for m in c.mentions] + loose
    used = {p.actor for e in encounters for p in e.parties}
    return Found(
        encounters,
        find_relations(a, [(e.id, c) for e, c in zip(encounters, kept, strict=True)]),
        tuple(x for x in (*extra.values(), *named.made.values()) if x.id in used),
        tuple(Ungrounded(m.words, "the text does not tell whose encounter this is") for m in lost if not m.state.weak),
    )


def once_each(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Of two words of one phrase that name the same encounter ("a second round of talks") the latter."""
    return [t for k, t in enumerate(triggers) if not any(_same_phrase(t, u) for u in triggers[k + 1 : k + 2])]


def _same_phrase(t: Trigger, u: Trigger) -> bool:
    return not (t.verbal or u.verbal) and u.anchor == t.i and t.word.kind == u.word.kind


def build(number: int, c: Cluster, document: Document, said: Mapping[str, str] = NO_DAYS) -> Encounter:
    """One encounter of a cluster: its kind, parties, place, time and claims; ``said`` gives days by attribution."""
    identity = f"e{number}"
    claims = tuple(claims_of(identity, c, document, said))
    place = next((m.place for m in _settled(c) if m.place), None)
    when = told_later.day_of_all(_settled(c))
    return Encounter(
        id=identity,
        kind=_kind(c),
        level=c.level,
        parties=tuple(Party(x.id, x.name, x.country) for x in settled(c.parties, c.visit)),
        place=place_ref(place),
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
    """What most mentions call it; a summit where one of them does."""
    kinds = [m.kind for m in c.mentions]
    if "summit" in kinds:
        return "summit"
    return Counter(kinds).most_common(1)[0][0] if len(kinds) > 2 else kinds[0]
