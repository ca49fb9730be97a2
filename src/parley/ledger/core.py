"""The one place where the ledger calls the pure core (``parley.link``, ``parley.derive``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley import derive, link
from parley.derive.movement import Lines, Move, Stand
from parley.derive.words import explanation
from parley.export.rows import Row
from parley.lexicon.world import country_code, country_name
from parley.link.copies import alike, groups
from parley.link.sketches import bands, sketch
from parley.link.view import rank_words
from parley.model.ledger import Appearance, Case, Cluster, Judgement, Report

VERSION = "10"
"""Rises when accounts come out otherwise: a projection made by another version is made anew."""


@dataclass(frozen=True)
class Book:
    """What the account of some encounters is derived from: rows of the ledger, whole for these encounters.

    ``reports`` holds every version of each article concerned, ``kin`` the reports that are copies of one another
    with these (alone ones may be missing), ``homes`` the encounter that each related appearance is part of.
    """

    reports: Mapping[str, Report]
    appearances: Mapping[str, Appearance]
    judgements: Sequence[Judgement] = ()
    kin: Sequence[Report] = ()
    homes: Mapping[str, str] = field(default_factory=dict)


def clusters(
    reports: Mapping[str, Report], appearances: Iterable[Appearance], judgements: Sequence[Judgement]
) -> tuple[Cluster, ...]:
    """The appearances put together, in the canonical order."""
    return link.clusters(reports.values(), appearances, judgements)


def order_of(appearance: Appearance, report: Report) -> tuple[str, str, int, str]:
    """The canonical order: when the report counts, the report, the place in the text."""
    spans = [*appearance.encounter.mentions, *(c.evidence for c in appearance.encounter.claims)]
    return report.at, report.id, min((s.start for s in spans), default=0), appearance.id


def case(cluster: Cluster, book: Book, as_of: str | None = None, now: str | None = None) -> Case | None:
    """The account of one encounter at a moment; None where no report that counts tells of it."""
    return derive.case(
        [book.appearances[i] for i in cluster.members],
        book.reports,
        book.judgements,
        copies=groups(r for r in book.kin if as_of is None or r.at <= as_of),
        homes=book.homes,
        as_of=as_of,
        now=now,
    )


def country_of(name: str) -> str | None:
    """The code of the state or body that ``name`` is the name or code of, in any case; None where it is neither."""
    code = name.upper()
    if country_name(code) != code:
        return code
    return country_code(name) or country_code(name.title())


def explained(row: Row) -> Row:
    """The row of a case with an explanation beside each rule and reason."""
    row["explanation"] = explanation(row["rule"])
    for step in row["history"]:
        step["explanation"] = explanation(step["rule"])
    for claim in (c for a in row["appearances"] for c in a["claims"] if c["why_not"]):
        claim["explanation"] = explanation(claim["why_not"])
    for conflict in row["contradictions"]:
        conflict["explanation"] = explanation(conflict["rule"]) if conflict["rule"] else None
    return row


def whose(name: str, country: str | None) -> str:
    """The state or body that an actor speaks for, by its name; the actor's own name where there is none."""
    return country_name(country) if country else name


__all__ = [
    "VERSION",
    "Book",
    "Lines",
    "Move",
    "Stand",
    "alike",
    "bands",
    "case",
    "clusters",
    "country_of",
    "explained",
    "explanation",
    "groups",
    "order_of",
    "rank_words",
    "sketch",
    "whose",
]
