"""From a reading to what the ledger holds of it: the report and its appearances. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.ids import hashed
from parley.ledger import core, moments
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import Encounter
from parley.model.ledger import Appearance, Report
from parley.model.mention import Actor
from parley.model.reading import Reading

PIPE = "-"


def key_of(document: Document) -> str:
    """By what an article is known wherever it turns up: its address, else outlet and id, else its source.

    What came through standard input without an address has no name of its own and is known by its text.
    """
    if document.url:
        return f"url {_bare(document.url)}"
    if document.source == PIPE or document.source.startswith(f"{PIPE}#"):
        return f"text {document.id}"
    return f"{document.outlet.casefold()} {document.source}" if document.outlet else document.source


def _bare(url: str) -> str:
    """A web address without what does not change the page."""
    scheme, _, rest = url.partition("#")[0].partition("://")
    return rest.removeprefix("www.").rstrip("/") or scheme


def report_id(document: Document) -> str:
    """The id of the report that holds this very text of this article."""
    return hashed(key_of(document), document.text)


def report_of(document: Document, recorded: str) -> Report:
    """The report of a document that this ledger first holds at ``recorded``."""
    key = key_of(document)
    try:
        at = moments.begins(document.published) if document.published else recorded
    except ValueError:
        at = recorded
    return Report(
        id=report_id(document),
        key=key,
        source=document.source,
        at=at,
        recorded=recorded,
        published=document.published,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        language=document.language,
        sketch=core.sketch(document.text),
    )


def appearances_of(reading: Reading, report: Report, earlier: Sequence[Appearance] = ()) -> tuple[Appearance, ...]:
    """The encounters of ``reading`` as appearances, in text order.

    ``earlier`` are those of the last reading of the same report: an encounter that is found again (it shares words
    with one of them) takes over its id, because judgements hang on it.
    """
    ids = _ids(reading, report, earlier)
    return tuple(
        Appearance(
            id=ids[e.id],
            report=report.id,
            encounter=e,
            actors=_actors(reading, e),
            attributions=_attributions(reading, e),
            prepares=_related(reading, e.id, "prepares", ids),
            led_to=_related(reading, e.id, "led_to", ids),
        )
        for e in sorted(reading.encounters, key=lambda e: (_start(e), e.id))
    )


def _ids(reading: Reading, report: Report, earlier: Sequence[Appearance]) -> dict[str, str]:
    ids: dict[str, str] = {}
    pairs = [(_shared(e, old.encounter), e.id, old.id) for e in reading.encounters for old in earlier]
    for shared, mine, old in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if shared > 0 and mine not in ids and old not in ids.values():
            ids[mine] = old
    taken = {old.id for old in earlier}
    for e in reading.encounters:
        if e.id not in ids:
            ids[e.id] = _fresh(report, e, taken)
            taken.add(ids[e.id])
    return ids


def _fresh(report: Report, encounter: Encounter, taken: set[str]) -> str:
    """A hash of the report and of where in it the encounter is told."""
    told, again = str(_start(encounter)), 0
    while (made := hashed(report.id, told, encounter.kind, str(again) if again else None)) in taken:
        again += 1
    return made


def _start(encounter: Encounter) -> int:
    spans = [*encounter.mentions, *(c.evidence for c in encounter.claims)]
    return min((s.start for s in spans), default=0)


def _shared(a: Encounter, b: Encounter) -> int:
    """How many characters two accounts of one text stand on together; those of one kind count more."""
    mine = [(m.start, m.end) for m in (*a.mentions, *(c.evidence for c in a.claims))]
    other = [(m.start, m.end) for m in (*b.mentions, *(c.evidence for c in b.claims))]
    length = sum(max(0, min(e1, e2) - max(s1, s2)) for s1, e1 in mine for s2, e2 in other)
    return length * (2 if a.kind == b.kind else 1)


def _attributions(reading: Reading, encounter: Encounter) -> tuple[Attribution, ...]:
    """Those that the claims stand in, and those they stand inside."""
    known = {a.id: a for a in reading.attributions}
    found: dict[str, Attribution] = {}
    for claim in encounter.claims:
        name = claim.attribution
        while name and name in known and name not in found:
            found[name] = known[name]
            name = known[name].within
    return tuple(a for a in reading.attributions if a.id in found)


def _actors(reading: Reading, encounter: Encounter) -> tuple[Actor, ...]:
    """The parties, their members and the sources; of their mentions only the names, which linking goes by."""
    known = {a.id: a for a in reading.actors}
    wanted = [p.actor for p in encounter.parties]
    wanted += [s.actor for a in _attributions(reading, encounter) for s in a.chain if s.actor]
    found: dict[str, Actor] = {}
    while wanted:
        actor = known.get(wanted.pop(0))
        if actor and actor.id not in found:
            found[actor.id] = actor
            wanted += actor.members
    return tuple(_distinct(a) for a in reading.actors if a.id in found)


def _distinct(actor: Actor) -> Actor:
    """The actor with one mention for each different form of words."""
    forms = {m.text: m for m in reversed(actor.mentions)}
    return replace(actor, mentions=tuple(sorted(forms.values(), key=lambda m: m.start)))


def _related(reading: Reading, encounter: str, kind: str, ids: dict[str, str]) -> tuple[str, ...]:
    found = [r.to for r in reading.relations if r.from_ == encounter and r.kind == kind]
    return tuple(ids[to] for to in dict.fromkeys(found) if to in ids and to != encounter)
