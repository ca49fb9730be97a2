"""Encounters as linked data: schema.org events, Web Annotations for the exact words, PROV for who says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from parley.export import facets
from parley.export.choice import Choice
from parley.export.rows import Row

CANNOT = (
    "schema.org has no eventStatus for proposed, announced, held, denied, on hold or disputed: additionalProperty "
    "holds the status as the ledger has it (parley:status). Hours are not known; days are whole."
)
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "parley": {"@id": "urn:parley:term:", "@prefix": True},
    "id": "@id",
    "type": "@type",
    "eventStatus": {"@type": "@id"},
    "about": {"@type": "@id"},
    "subjectOf": {"@type": "@id"},
    "startDate": {"@type": "xsd:date"},
    "endDate": {"@type": "xsd:date"},
    "previousStartDate": {"@type": "xsd:date"},
    "body": {"@id": "oa:hasBody"},
    "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "exact": {"@id": "oa:exact"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "chain": {"@id": "parley:chain", "@container": "@list"},
    "value": {"@id": "schema:value"},
}
STATUS = {
    "scheduled": "schema:EventScheduled",
    "under_way": "schema:EventScheduled",
    "held": "schema:EventScheduled",
    "on_hold": "schema:EventPostponed",
    "postponed": "schema:EventPostponed",
    "cancelled": "schema:EventCancelled",
}


def jsonld(rows: Iterable[Row], choice: Choice) -> Iterator[str]:
    """One JSON-LD document with its context inside: nothing is fetched to read it."""
    note = {"id": "urn:parley:export", "type": "Dataset", "name": "Ledger of encounters", "description": CANNOT}
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n{json.dumps(note)}'
    seen: set[str] = set()
    for row in rows:
        for node in nodes(row):
            if node["id"] not in seen:
                yield ",\n" + json.dumps(node, ensure_ascii=False)
            if node["type"] != "Event":
                seen.add(node["id"])
    yield "\n]}\n"


def nodes(row: Row) -> Iterator[Row]:
    """The event, then the reports, the sources and the claims with their words."""
    yield event(row)
    for appearance in row["appearances"]:
        yield report(appearance)
    for appearance, claim in facets.told(row):
        yield source(claim)
        yield annotation(row, appearance, claim)


def event(row: Row) -> Row:
    """The encounter as schema.org says it, and in ``additionalProperty`` what it cannot say."""
    made: Row = {
        "id": facets.uri("encounter", row["id"]),
        "type": "Event",
        "identifier": row["id"],
        "name": facets.title(row),
        "description": facets.account(row),
        "attendee": [party(p) for p in row["parties"] if p.get("attends") is not False],
        "subjectOf": list(dict.fromkeys(report_uri(a) for a in row["appearances"])),
        "additionalProperty": [
            {"type": "PropertyValue", "propertyID": f"parley:{name}", "name": name, "value": _plain(value)}
            for name, value in facets.lossless(row).items()
        ],
    }
    if status := event_status(row):
        made["eventStatus"] = status
    if known := facets.days(row):
        made |= {"startDate": str(known.first), "endDate": str(known.last)}
    if before := facets.moved_from(row):
        made["previousStartDate"] = before[:10]
    if row["place"]:
        made["location"] = place(row["place"])
    return made


def event_status(row: Row) -> str | None:
    """schema.org's status by the table in docs/exports.md; EventRescheduled where a new day has been set after a move.

    None for proposed, announced, denied and unknown, for which schema.org has no value.
    """
    if row["status"] == "scheduled" and facets.moved_from(row):
        return "schema:EventRescheduled"
    return STATUS.get(row["status"])


def party(of: Row) -> Row:
    """Who takes part, with the state: the ledger does not tell people from bodies here, so neither does this."""
    country = {"parley:country": of["country"]} if of["country"] else {}
    return {"name": facets.line(of["name"]), **country}


def place(of: Row) -> Row:
    """The place, with the code of its state."""
    made: Row = {"type": "Place", "name": facets.line(of["name"])}
    return made | ({"address": {"type": "PostalAddress", "addressCountry": of["country"]}} if of["country"] else {})


def report_uri(appearance: Row) -> str:
    """What a report is called: its address where it has one that the web knows, else its id in the ledger."""
    return facets.address(appearance["url"]) or facets.uri("report", appearance["report"])


def report(appearance: Row) -> Row:
    """The article that tells of it."""
    made: Row = {
        "id": report_uri(appearance),
        "type": ["NewsArticle", "prov:Entity"],
        "identifier": appearance["report"],
        "datePublished": appearance["at"],
    }
    made |= {"headline": facets.line(appearance["title"])} if appearance["title"] else {}
    outlet = appearance["outlet"]
    return made | ({"publisher": {"type": "Organization", "name": facets.line(outlet)}} if outlet else {})


def source(claim: Row) -> Row:
    """Whoever stands behind a claim after chains are followed: a PROV agent."""
    name = facets.line(claim["origin"])
    return {"id": facets.uri("origin", claim["origin_key"]), "type": "prov:Agent", "name": name}


def annotation(row: Row, appearance: Row, claim: Row) -> Row:
    """A claim: a Web Annotation whose target is the exact words, attributed to its origin, taken from its report.

    The words of a report that was purged are gone; their position stays.
    """
    words = claim["evidence"]
    position = {"type": "oa:TextPositionSelector", "start": words["start"], "end": words["end"]}
    quoted = [{"type": "oa:TextQuoteSelector", "exact": facets.clean(words["text"])}] if words["text"] else []
    return {
        "id": facets.uri("claim", claim["id"]),
        "type": ["oa:Annotation", "prov:Entity"],
        "motivation": "oa:describing",
        "body": statement(row, claim),
        "target": {
            "type": "oa:SpecificResource",
            "source": report_uri(appearance),
            "selector": [position, *quoted],
        },
        "wasAttributedTo": facets.uri("origin", claim["origin_key"]),
        "wasQuotedFrom": report_uri(appearance),
        "generatedAtTime": appearance["at"],
        "chain": [facets.line(c) for c in claim["chain"]],
    }


def statement(row: Row, claim: Row) -> Row:
    """What the claim says of the encounter, on all of Parley's axes."""
    axes = {name: claim[name] for name in ("status", "stance", "certainty", "hedged", "live", "why_not")}
    told = {f"parley:{name}": value for name, value in axes.items() if value is not None}
    return {"type": "parley:Statement", "about": facets.uri("encounter", row["id"]), **told}


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
