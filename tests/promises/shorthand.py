"""Sentences read by the shipped engine, and readings in shorthand, so that tests are tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley import pipeline
from parley.ingest import document_of_line
from parley.model.attribution import Attribution
from parley.model.encounter import Encounter
from parley.model.reading import Reading

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

PUBLISHED = "2031-05-14"  # a Wednesday


def read(engine: Engine, text: str, title: str | None = None) -> Reading:
    """The reading of an article line of Wednesday, 14 May 2031."""
    return pipeline.read_document(
        document_of_line({"text": text, "title": title, "published": PUBLISHED}), engine.analyse
    )


def summary(e: Encounter) -> str:
    """ "Chile + Peru held in Oslo 2031-05-12": parties by last name, status, place, first and last day."""
    parties = " + ".join(sorted(p.name.split()[-1] for p in e.parties))
    words = [parties, e.status]
    words += [f"in {e.place.name}"] if e.place else []
    if e.when and e.when.earliest and e.when.latest:
        first, last = e.when.earliest[:10], e.when.latest[:10]
        words.append(first if first == last else f"{first}..{last}")
    return " ".join(words)


def encounters(reading: Reading) -> list[str]:
    """Every encounter in shorthand."""
    return [summary(e) for e in reading.encounters]


def chain(x: Attribution) -> str:
    """ "two diplomats < Northline": the sources from the nearest outwards; "?" where the text hides them."""
    return " < ".join(s.text for s in x.chain) or "?"
