"""The way of one article: document → analysis → extraction → roll-up → reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from parley.analysis import gate as gates
from parley.derive.contradictions import contradictions
from parley.derive.rules import history, roll_up
from parley.derive.voices import one_mouth, voices
from parley.extract.attributions import find_attributions
from parley.extract.encounters.build import find_encounters
from parley.extract.mentions import find_actors
from parley.extract.positions import find_positions
from parley.extract.times import find_times
from parley.ingest import Failed, without_clutter
from parley.model.analysis import Analysis
from parley.model.document import Document
from parley.model.encounter import Contradiction, Encounter
from parley.model.ground import grounded
from parley.model.reading import Reading

Analyse = Callable[[str], Analysis]
AnalyseMany = Callable[[Iterable[str]], Iterator[Analysis]]


def read_document(document: Document, analyse: Analyse) -> Reading:
    """The reading of one document; ``analyse`` is the engine. Clutter is not read, and no sentence ends at it."""
    read = without_clutter(document)
    reading = read_analysis(document, analyse(read))
    return reading if read == document.text else grounded(reading, document.text)


def read_documents(documents: Sequence[Document], analyse: AnalyseMany, *, gate: bool) -> list[Reading | Failed | None]:
    """What became of each document, in order; the model sees all texts at once.

    With ``gate``, paragraphs that cannot hold an encounter and stand beside none that can are not read, and None stands
    for a document of which nothing was read: its attributions and positions are not known.
    """
    texts = [without_clutter(d) for d in documents]
    read = [gates.load().passage(t) if gate else t for t in texts]
    try:
        analyses = iter(list(analyse(t for t in read if t is not None)))
    except FileNotFoundError:
        raise
    except Exception:  # one bad text never ends a run: each is tried alone
        if len(documents) == 1:
            raise
        return [one for d in documents for one in _alone(d, analyse, gate)]
    return [None if t is None else _told(d, next(analyses), t) for d, t in zip(documents, read, strict=True)]


def _alone(document: Document, analyse: AnalyseMany, gate: bool) -> list[Reading | Failed | None]:
    try:
        return read_documents([document], analyse, gate=gate)
    except Exception as error:
        return [Failed.unforeseen(document.source, error)]


def _told(document: Document, analysis: Analysis, read: str) -> Reading | Failed:
    try:
        reading = read_analysis(document, analysis)
    except Exception as error:  # one bad record never ends a run
        return Failed.unforeseen(document.source, error)
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
