"""Encounters of an article, put together: mentions → clusters → encounters with claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.extract.encounters import merge, setting, timing, told_later
from parley.extract.encounters.common import WithCommon
from parley.extract.encounters.lists import Named
from parley.extract.encounters.merge import Cluster
from parley.extract.encounters.operators import operators
from parley.extract.encounters.parties import parties_of
from parley.extract.encounters.record import Mention, evidence_words, mention_words
from parley.extract.encounters.relations import find_relations
from parley.extract.encounters.screen import keep_mention, keep_parties, nameless
from parley.extract.encounters.states import State, state_of
from parley.extract.encounters.subjects import no_side
from parley.extract.encounters.triggers import Trigger, find_triggers
from parley.extract.encounters.visits import visit_parties, visit_place
from parley.lexicon.store import table
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import (
    Certainty,
    Claim,
    ClaimStatus,
    Encounter,
    EncounterKind,
    Level,
    Party,
    PlaceRef,
    Relation,
    When,
)
from parley.model.mention import Actor, Time
from parley.model.reading import Ungrounded

PREMISE_DENIED = State("no_plans", "disputes_premise")
DAY_LEVEL = 10  # a visit "from 22 to 28 June" has its days set, "in June" has not


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
    clusters, loose = merge.cluster(mentions)
    kept = [c for c in clusters if keep_parties(c)]
    built = [build(k, c, document) for k, c in enumerate(kept, 1)]
    encounters = told_later.counted_from_each_other(built, a.text)
    lost = [m for c in clusters if c not in kept for m in c.mentions] + loose
    used = {p.actor for e in encounters for p in e.parties}
    return Found(
        encounters,
        find_relations(a, [(e.id, c) for e, c in zip(encounters, kept, strict=True)]),
        tuple(x for x in (*extra.values(), *named.made.values()) if x.id in used),
        tuple(Ungrounded(m.words, "the text does not tell whose encounter this is") for m in lost if not m.state.weak),
    )


def read_mention(
    a: Analysis,
    document: Document,
    named: Named,
    trigger: Trigger,
    located: Sequence[timing.TimeAt],
    attributions: Sequence[Attribution],
    extra: dict[str, Actor],
) -> Mention:
    """All that the words around one trigger say."""
    ops = operators(a, trigger)
    past: ClaimStatus = "under_way" if trigger.word.status == "under_way" else "held"
    place = setting.place_of(a, named, trigger, ops)
    if trigger.word.frame in {"premise", "anaphor"}:
        parties = []
    elif trigger.word.kind == "visit":
        place = visit_place(a, named, trigger, place)
        parties = visit_parties(a, named, trigger, place, extra)
    else:
        parties = [p for p in parties_of(a, named, trigger) if not no_side(p)]
    when, moved = timing.time_of(a, trigger, ops, located, document.published)
    when = when or told_later.in_next_sentence(a, trigger, located) or told_later.carried_on(a, trigger, located)
    evidence = evidence_words(a, trigger, ops)
    token = a.tokens[trigger.i]
    attribution = innermost(attributions, token.start, token.end)
    headline = document.headline is not None and token.start < document.headline.end
    return Mention(
        trigger=trigger,
        kind=kind_of(a, trigger, parties),
        parties=tuple(parties),
        place=place,
        when=when,
        moved=moved,
        state=PREMISE_DENIED if trigger.word.frame == "premise" else state_of(ops, past),
        ops=ops,
        words=mention_words(a, trigger),
        evidence=evidence,
        definite=trigger.word.frame in {"premise", "anaphor"} or is_definite(a, trigger),
        rank=rank_of(a, trigger),
        level=level_of(a, trigger),
        attribution=attribution.id if attribution else None,
        voice=(attribution.chain[0].actor or attribution.chain[0].text) if attribution and attribution.chain else "",
        headline=headline,
    )


def one_by_one(a: Analysis, m: Mention) -> list[Mention]:
    """ "Bilateral meetings with A, B and C" are three encounters of two, "talks with A and B" is one."""
    plural = a.tokens[m.trigger.i].xpos == "NNS" and not m.trigger.word.plural
    if m.trigger.verbal or not plural or len(m.parties) < 3 or m.kind not in {"meeting", "call"}:
        return [m]
    hub = hub_of(a, m)
    return [replace(m, parties=(hub, p)) for p in m.parties if p.id != hub.id] if hub else [m]


def hub_of(a: Analysis, m: Mention) -> Actor | None:
    """The one who meets all the others: whoever is named before the noun, or first after "between"."""
    before = [p for p in m.parties if any(s.end <= a.tokens[m.trigger.i].start for s in p.mentions)]
    governor = a.tokens[m.trigger.anchor].head
    if governor < 0 or a.tokens[governor].upos != "VERB":
        return None
    subject = [p for p in before if not any(o.i == m.trigger.i for o in m.ops)]
    return subject[-1] if subject and len(subject) == 1 else None


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the shortest content around a run of characters, None for the article's own voice."""
    best: tuple[int, Attribution] | None = None
    for attribution in attributions:
        for span in attribution.content:
            if span.start <= start and end <= span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, attribution)
    return best[1] if best else None


def kind_of(a: Analysis, trigger: Trigger, parties: Sequence[Actor]) -> EncounterKind:
    """The kind that the word names."""
    return trigger.word.kind


def is_definite(a: Analysis, trigger: Trigger) -> bool:
    """Whether the words point to an encounter that the reader is taken to know ("the summit", "such a meeting")."""
    if trigger.verbal:
        return False
    pointers = frozenset(table("languages/en/status")["pointers"])
    nodes = {trigger.i, trigger.anchor}
    if any(c.text.lower() == "first" for n in nodes for c in a.children(n, "amod")) and first_of_its_kind(a, trigger):
        return True
    return any(c.text.lower() in pointers for n in nodes for c in a.children(n, "det", "nmod:poss", "amod"))


def rank_of(a: Analysis, trigger: Trigger) -> frozenset[str]:
    """Words that tell this encounter from others of its kind ("second", "another", "previous").

    "The first visit since 1979", "the first such meeting" only praises the one already told of.
    """
    ranks = table("languages/en/status")["ranks"]
    nodes = {trigger.i, trigger.anchor}
    found = {c.text.lower() for n in nodes for c in a.children(n, "amod", "det", "nummod", "compound") if c.i < n}
    found |= {a.tokens[n].lemma.lower() for n in nodes}
    if found & {"first", "1st"} and first_of_its_kind(a, trigger):
        return frozenset()
    return frozenset(ranks[w] for w in found if w in ranks)


def first_of_its_kind(a: Analysis, trigger: Trigger) -> bool:
    """Whether "first" compares with the past ("the first in a decade", "the first such meeting since the war")."""
    last = a.sentences[a.tokens[trigger.i].sent].last
    behind = [t.text.lower() for t in a.tokens[trigger.i + 1 : min(last, trigger.i + 16)]]
    such = any(t.text.lower() == "such" for t in a.tokens[max(0, trigger.i - 4) : trigger.i])
    return (
        such or "since" in behind or ("in" in behind and bool({"years", "decades", "decade", "months"} & set(behind)))
    )


def level_of(a: Analysis, trigger: Trigger) -> Level | None:
    """The level that the noun phrase itself names ("preparatory meeting at foreign minister level")."""
    levels: dict[str, Level] = table("languages/en/status")["levels"]
    if trigger.verbal:
        return None
    near = [c for n in {trigger.i, trigger.anchor} for c in a.children(n, "amod", "compound", "nmod", "nmod:poss")]
    near += [c for n in near if n.rel == "nmod" for c in a.children(n.i, "compound", "amod", "conj")]
    found = [levels[t.lemma.lower()] for t in near if t.lemma.lower() in levels]
    order: tuple[Level, ...] = ("officials", "ministers", "leaders")
    return next((x for x in order if x in found), None)


def build(number: int, c: Cluster, document: Document) -> Encounter:
    """One encounter of a cluster: its kind, parties, place, time and claims."""
    identity = f"e{number}"
    claims = tuple(_claims(identity, c, document))
    place = next((m.place for m in _settled(c) if m.place), None)
    when = told_later.day_of_all(_settled(c))
    return Encounter(
        id=identity,
        kind=Counter(m.kind for m in c.mentions).most_common(1)[0][0] if len(c.mentions) > 2 else _kind(c),
        level=c.level,
        parties=tuple(Party(x.id, x.name, x.country) for x in _parties(c)),
        place=PlaceRef(place.id, place.name, place.country) if place else None,
        when=_when(when),
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
    persons = {p.country for p in parties if p.kind == "person" and p.country}
    members = {m for p in parties for m in p.members}
    visit = c.mentions[0].kind == "visit"
    out = []
    named = [p for p in parties if not nameless(p)]
    for p in named if len(named) > 1 else parties:
        if p.kind in {"country", "group"} and p.country in persons and not visit and len(parties) > 2:
            continue
        if p.members and any(q.id in p.members for q in parties):
            continue
        out.append(p)
    return out if out or not members else parties


def _when(time: Time | None) -> When | None:
    return When(time.text, time.start, time.end, time.earliest, time.latest) if time else None


def _claims(identity: str, c: Cluster, document: Document) -> list[Claim]:
    out: list[Claim] = []
    for m in c.mentions:
        if m.state.status is None:
            continue
        status = with_day(m, document)
        out.append(
            Claim(
                id=f"{identity}.c{len(out) + 1}",
                stance=m.state.stance,
                status=status,
                evidence=m.evidence,
                attribution=m.attribution,
                hedged=m.state.hedged,
                certainty=certainty(status, m.state.hedged),
                when=_when(m.when),
                headline=m.headline,
                earlier=m.state.earlier,
                weak=m.state.weak,
            )
        )
    return out


def with_day(m: Mention, document: Document) -> ClaimStatus:
    """Announced with a day is scheduled, postponed to a day rescheduled; what "is held" on a coming day is to come."""
    status = m.state.status or "announced"
    days = _days(m.when)
    set_day = days is not None and names_day(m.when) and (days[1] - days[0]).days < DAY_LEVEL
    published = _date(document.published)
    if status == "announced" and (set_day or day_without_year(m.when)):
        return "scheduled"
    if status == "postponed" and m.moved and set_day:
        return "rescheduled"
    if status in {"held", "under_way"} and days and published and days[0] > published:
        return "scheduled" if set_day else "announced"
    return status


def names_day(when: Time | None) -> bool:
    """Whether a time names days, not a week, a month or "the coming days"."""
    value = when.value or "" if when else ""
    return re.search(r"\d{4}-\d\d-\d\d", value) is not None or bool(when and when.earliest == when.latest)


def day_without_year(when: Time | None) -> bool:
    """Whether a time names a day though the text does not tell the year ("on 6 September")."""
    return when is not None and not when.earliest and re.match(r"XXXX-\d\d-\d\d", when.value or "") is not None


def _days(when: Time | None) -> tuple[date, date] | None:
    if when is None or not when.earliest or not when.latest:
        return None
    first, last = _date(when.earliest), _date(when.latest)
    return (first, last) if first and last else None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def certainty(status: ClaimStatus, hedged: bool) -> Certainty | None:
    """IPTC occurrence status of a claim; it has no value for held, postponed, on hold or denied."""
    if status in {"cancelled", "not_held"}:
        return "eos6"
    values: dict[str, Certainty] = {"proposed": "eos3", "announced": "eos4", "scheduled": "eos5", "rescheduled": "eos5"}
    return "eos3" if hedged and status in values else values.get(status)
