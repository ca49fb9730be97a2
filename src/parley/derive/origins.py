"""Who stands behind a claim after chains are followed to their end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from parley.lexicon.fold import form_key
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


def voice_of(claim: Claim, appearance: Appearance, report: Report) -> Voice:
    """Who stands behind a claim of one report."""
    if claim.attribution is None:
        return Voice(Origin(f"outlet:{outlet_key(report)}", outlet_name(report)), "outlet")
    attribution = next((a for a in appearance.attributions if a.id == claim.attribution), None)
    if attribution is None or not attribution.chain:
        return Voice(Origin(f"hidden:{report.id}:{claim.attribution}", f"{outlet_name(report)} ← not named"), "hidden")
    actors = {a.id: a for a in appearance.actors}
    return _of_chain(attribution, actors, appearance, report)


def outlet_key(report: Report) -> str:
    """What an outlet is known by."""
    return form_key(report.outlet or report.key)


def outlet_name(report: Report) -> str:
    """The outlet as people know it."""
    return report.outlet or report.source


def _of_chain(a: Attribution, actors: Mapping[str, Actor], appearance: Appearance, report: Report) -> Voice:
    nearest = a.chain[0]
    actor = actors.get(nearest.actor) if nearest.actor else None
    if nearest.kind == "outlet" and not (actor and actor.country):
        return Voice(Origin(f"outlet:{form_key(nearest.text)}", nearest.text), "outlet")
    country = actor.country if actor else None
    if nearest.named:
        name = actor.name if actor else nearest.text
        key = f"{country or ''}:{form_key(name)}"
        mine = {p.country for p in appearance.encounter.parties} | {p.actor for p in appearance.encounter.parties}
        party = bool(country and country in mine) or bool(nearest.actor and nearest.actor in mine)
        return Voice(Origin(key, name), "party" if party else "named")
    vouching = _vouching(a.chain, report)
    whose = country_name(country) if country else "somebody"
    return Voice(Origin(f"unnamed:{form_key(vouching)}:{country or ''}", f"{vouching} ← {whose}, unnamed"), "unnamed")


def _vouching(chain: tuple[Source, ...], report: Report) -> str:
    """The outlet that spoke with an unnamed source: the first of the chain, else the one that prints it."""
    return next((s.text for s in chain[1:] if s.kind == "outlet"), outlet_name(report))
