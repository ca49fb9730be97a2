"""Who stands behind a claim after chains are followed to their end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from parley.lexicon.fold import form_key
from parley.lexicon.fold import skeleton as sound
from parley.lexicon.outlets import outlet, outlet_key
from parley.lexicon.surnames import surname
from parley.lexicon.world import country_name
from parley.model.attribution import Attribution, Source
from parley.model.encounter import Claim
from parley.model.ledger import Appearance, Origin, Report
from parley.model.mention import Actor

Standing = Literal["person", "party", "named", "outlet", "unnamed", "hidden"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a claim, and how near to the encounter: one of its sides, somebody else, an outlet.

    "person" is not found here: it stands for a claim that a person has confirmed.
    """

    origin: Origin
    standing: Standing
    country: str | None = None


def voice_of(claim: Claim, appearance: Appearance, report: Report) -> Voice:
    """Who stands behind a claim of one report."""
    if claim.attribution is None:
        return Voice(Origin(f"outlet:{printed_by(report)}", outlet_name(report)), "outlet")
    attribution = next((a for a in appearance.attributions if a.id == claim.attribution), None)
    if attribution is None or not attribution.chain:
        return Voice(Origin(f"hidden:{report.id}:{claim.attribution}", f"{outlet_name(report)} ← not named"), "hidden")
    actors = {a.id: a for a in appearance.actors}
    return _of_chain(attribution, actors, appearance, report)


def printed_by(report: Report) -> str:
    """The outlet that printed a report, by the key that all of its names share."""
    return outlet_key(report.outlet or report.key)


def outlet_name(report: Report) -> str:
    """The outlet as people know it."""
    return known_as(report.outlet) if report.outlet else report.source


def known_as(name: str) -> str:
    """The usual name of an outlet."""
    found = outlet(name)
    return found.name if found else name


def _of_chain(a: Attribution, actors: Mapping[str, Actor], appearance: Appearance, report: Report) -> Voice:
    """The source nearest the content; an outlet that cites it adds nothing.

    An unnamed source is known by the outlet that vouches for it and the state or body it is said to belong to.
    """
    nearest = a.chain[0]
    actor = actors.get(nearest.actor) if nearest.actor else None
    if nearest.kind == "outlet" and not (actor and actor.country):
        return Voice(Origin(f"outlet:{outlet_key(_bare(nearest.text))}", known_as(_bare(nearest.text))), "outlet")
    country = actor.country if actor else None
    if nearest.named:
        return _named(nearest, actor, country, appearance)
    vouching = known_as(_vouching(a.chain, report))
    whose = f"{country_name(country)}, unnamed" if country else "unnamed"
    return Voice(Origin(f"unnamed:{outlet_key(vouching)}:{country or ''}", f"{vouching} ← {whose}"), "unnamed", country)


def _named(nearest: Source, actor: Actor | None, country: str | None, appearance: Appearance) -> Voice:
    """A person, state or body; one side of the encounter where it or its state is one."""
    name = actor.name if actor else nearest.text
    parties = appearance.encounter.parties
    party = any((country and country == p.country) or (nearest.actor and nearest.actor == p.actor) for p in parties)
    person = actor is not None and actor.kind == "person" and name[:1].isupper()
    # A person is one source whatever the paper calls him; spellings of a surname differ only in what the sounds share.
    key = f"person:{sound(surname(name, country))}" if person else f"{country or ''}:{form_key(name)}"
    return Voice(Origin(key, name), "party" if party else "named", country)


def _vouching(chain: tuple[Source, ...], report: Report) -> str:
    """The outlet that spoke with an unnamed source: the first of the chain, else the one that prints it."""
    return next((_bare(s.text) for s in chain[1:] if s.kind == "outlet"), outlet_name(report))


def _bare(words: str) -> str:
    """The name of an outlet in the words that name it ("the newspaper La Voz" → "La Voz")."""
    names = words.split()
    start = next((k for k, w in enumerate(names) if w[:1].isupper()), 0)
    return " ".join(names[start:])
