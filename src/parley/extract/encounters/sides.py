"""Do two mentions name the same sides? Every test is a named function; its docstring is the reason shown."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.subjects import nameless, own_cause
from parley.lexicon import titles, world
from parley.lexicon.status import word_set
from parley.model.mention import Actor


def party_fit(mine: Sequence[Actor], theirs: Sequence[Actor]) -> float:
    """1 for the same parties, less where one names fewer or only their countries, 0 for others."""
    if not mine:
        return 0.4
    if rivals(mine, theirs):
        return 0.0
    forward = [max((actor_fit(p, q) for q in theirs), default=0.0) for p in mine]
    backward = [max((actor_fit(p, q) for p in mine), default=0.0) for q in theirs]
    if all(forward) or all(backward):
        covered = min(len(mine), len(theirs)) / max(len(mine), len(theirs))
        return 0.5 * covered + 0.5 * min(1.0, sum(forward) / len(mine) if all(forward) else sum(backward) / len(theirs))
    shared = sum(f > 0 for f in forward)
    return 0.3 if shared >= 2 and shared / max(len(mine), len(theirs)) >= 0.6 else 0.0


def rivals(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether another person acts for the same country: the ministers' meeting is not the presidents' summit."""
    people = {p.country: p for p in theirs if p.kind == "person" and p.country}
    return any(
        p.kind == "person"
        and p.country in people
        and not (unnamed(p) or unnamed(people[p.country]))
        and people[p.country].id != p.id
        and p.id not in {q.id for q in theirs}
        for p in mine
    )


def actor_fit(p: Actor, q: Actor) -> float:
    """1 for the same actor, 0.6 for a country and somebody of it, 0 for two different people."""
    if p.id == q.id or p.id in q.members or q.id in p.members:
        return 1.0
    if p.country and p.country == q.country and not (p.kind == "person" and q.kind == "person"):
        return 0.6
    if p.country and p.country == q.country and p.level == q.level and (unnamed(p) or unnamed(q)):
        return 0.8
    return 0.0


def unnamed(p: Actor) -> bool:
    """ "A French president", "the Polish minister": told by the office only."""
    return p.kind == "person" and titles.level_of([p.name.split()[-1]]) is not None


def settled(parties: Sequence[Actor], visit: bool = False) -> list[Actor]:
    """The parties of all mentions: people rather than their countries, members rather than their group."""
    named = [p for p in parties if not nameless(p)]
    kept = named if len(named) > 1 else list(parties)
    kept = [p for p in kept if not (p.members and any(q.id in p.members for q in parties))] or list(parties)
    if len(kept) < 3:
        return kept
    kept = [p for p in kept if not _all_of_them(p)]
    visitor = _visitor(kept) if visit else None
    return _without_homes(
        [p for p in kept if not any(_stands_for(q, p, visit) for q in kept) and not _visits_too(p, visitor)], visit
    )


def _all_of_them(p: Actor) -> bool:
    """ "Chad rivals", "the neighbours": all sides in one word, where two or more are named beside them."""
    return p.kind == "group" and p.name.split()[-1].lower() in word_set("opponents")


def _visitor(parties: Sequence[Actor]) -> Actor | None:
    """Who makes a visit: the first party, or where that is a country a person of it, or the only person."""
    first = parties[0]
    everybody = [p for p in parties if p.kind == "person" and not unnamed(p)]
    people = [p for p in everybody if p.country == first.country] or (everybody if len(everybody) == 1 else [])
    return next(iter(people), None) if first.kind in {"person", "country"} and first.country else None


def _visits_too(p: Actor, visitor: Actor | None) -> bool:
    """ "Canada", "a Canadian leader": of the same country as the visitor who is named."""
    other = visitor is not None and p.id != visitor.id and p.country is not None and p.country == visitor.country
    return other and (p.kind in {"country", "group"} or unnamed(p))


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


def _without_homes(parties: list[Actor], visit: bool) -> list[Actor]:
    """People whose country the text does not tell stand for the countries named beside them, one for each."""
    people = [p for p in parties if p.kind == "person" and p.country is None and not unnamed(p)]
    states = [p for p in parties if p.kind == "country"]
    only = all(p.kind in {"person", "country"} for p in parties) and not visit
    return [p for p in parties if p not in states] if only and 0 < len(people) == len(states) <= 2 else parties


def of_other_office(office: str | None, parties: Sequence[Actor]) -> bool:
    """ "The defence ministers" are not the two foreign ministers named before."""
    held = [titles.title_of((p.role or "").split()) for p in parties if p.kind == "person"]
    return any(titles.other_office(office, x) for x in held)
