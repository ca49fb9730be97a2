"""The way of one article: document → analysis → extraction → roll-up → reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.derive.contradictions import contradictions
from parley.derive.rules import history, roll_up
from parley.derive.voices import one_mouth, voices
from parley.extract.attributions import find_attributions
from parley.extract.encounters.build import find_encounters
from parley.extract.mentions import find_actors
from parley.extract.positions import find_positions
from parley.extract.times import find_times
from parley.ingest import without_clutter
from parley.model.analysis import Analysis
from parley.model.document import Document
from parley.model.encounter import Contradiction, Encounter
from parley.model.ground import grounded
from parley.model.reading import Reading

Analyse = Callable[[str], Analysis]


def read_document(document: Document, analyse: Analyse) -> Reading:
    """The reading of one document; ``analyse`` is the engine. Clutter is not read, and no sentence ends at it."""
    read = without_clutter(document)
    reading = read_analysis(document, analyse(read))
    return reading if read == document.text else grounded(reading, document.text)


def read_analysis(document: Document, analysis: Analysis) -> Reading:
    """The reading of a document that has been analysed: pure, no model needed."""
    mentions = find_actors(analysis, document)
    times = find_times(analysis, document)
    attributions = find_attributions(analysis, document, mentions)
    found = find_encounters(analysis, document, mentions, times, attributions)
    positions = find_positions(analysis, document, mentions, attributions)
    voice = voices(attributions)
    mouth = one_mouth(attributions, (*mentions.actors, *found.actors))
    quoted = frozenset(q.id for q in attributions if q.kind == "direct")
    encounters: list[Encounter] = []
    against: list[Contradiction] = []
    for encounter in found.encounters:
        verdict = roll_up(encounter.claims, voice)
        sides = contradictions(encounter.id, encounter.claims, voice, quoted, mouth)
        encounters.append(
            replace(
                encounter,
                status=verdict.status,
                rule=verdict.rule,
                disputed=verdict.disputed,
                history=history(encounter.claims),
            )
        )
        against += sides
    return Reading(
        document=document,
        actors=(*mentions.actors, *found.actors),
        places=mentions.places,
        times=times,
        attributions=attributions,
        encounters=tuple(encounters),
        positions=positions,
        relations=found.relations,
        contradictions=tuple(against),
        ungrounded=found.ungrounded,
    )
