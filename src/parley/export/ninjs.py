"""Articles as news items in ninjs 2, each with the encounters that it tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from parley.export import facets
from parley.export.choice import Choice
from parley.export.rows import Row

STANDARD = {"name": "ninjs", "version": "2.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.0.json"}
CANNOT = (
    "ninjs names events and has no field for their status, day, place or sources: each encounter is an association "
    "whose descriptions carry them, by role; the role parley:lossless holds the ledger's own values as JSON. "
    "Texts of articles are not in this export."
)


def ninjs(rows: Iterable[Row], choice: Choice) -> Iterator[str]:
    """One news item a line, the earliest article first. All articles are held in memory."""
    items: dict[str, tuple[Row, list[Row]]] = {}
    for row in rows:
        for told in row["appearances"]:
            items.setdefault(told["report"], (told, []))[1].append(row)
    for told, about in sorted(items.values(), key=lambda i: (i[0]["at"], i[0]["report"])):
        yield json.dumps(item(told, about), ensure_ascii=False) + "\n"


def item(told: Row, about: list[Row]) -> dict[str, Any]:
    """One article: ``told`` is one of its appearances, ``about`` the encounters of all of them."""
    about = list({row["id"]: row for row in about}.values())
    url = facets.address(told["url"])
    made: dict[str, Any] = {
        "uri": facets.uri("report", told["report"]),
        "standard": STANDARD,
        "type": "text",
        "representationtype": "partial",
        "versioncreated": stamp(told["at"]),
        "pubstatus": "usable",
        "ednote": CANNOT,
        "altids": [{"role": "parley:source", "value": facets.line(told["document"])}],
        "events": [
            {"name": facets.title(row), "rel": "about", "uri": facets.uri("encounter", row["id"]), "literal": row["id"]}
            for row in about
        ],
        "associations": [encounter(row, told["report"]) for row in about],
    }
    if told["title"]:
        made["headlines"] = [{"role": "main", "contenttype": "text/plain", "value": facets.line(told["title"])}]
    if told["outlet"]:
        made["infosources"] = [{"name": facets.line(told["outlet"]), "literal": facets.line(told["outlet"])}]
    if url:
        made["altids"].append({"role": "url", "value": url})
    return made


def encounter(row: Row, report: str) -> dict[str, Any]:
    """An encounter as an associated component: what ninjs has no field for stands in descriptions, by role."""
    made: dict[str, Any] = {
        "name": f"encounter-{row['id']}",
        "uri": facets.uri("encounter", row["id"]),
        "type": "component",
        "version": str(facets.sequence(row)),
        "versioncreated": stamp(facets.changed(row)),
        "title": facets.title(row),
        "descriptions": descriptions(row, report),
        "subjects": [{"name": facets.line(p["name"]), "rel": "participant"} for p in row["parties"]],
    }
    if row["place"]:
        made["places"] = [{"name": facets.line(row["place"]["name"]), "rel": "location"}]
    return made


def descriptions(row: Row, report: str) -> list[dict[str, str]]:
    """Status, account and quotes of this article, and all values as the ledger has them."""
    out = [
        {"role": "parley:status", "contenttype": "text/plain", "value": row["status"]},
        {"role": "parley:account", "contenttype": "text/plain", "value": facets.account(row)},
    ]
    for appearance, claim in facets.told(row):
        if appearance["report"] == report and claim["evidence"]["text"]:
            value = facets.clean(claim["evidence"]["text"])
            out.append({"role": "parley:evidence", "contenttype": "text/plain", "value": value})
    whole = json.dumps(facets.lossless(row), ensure_ascii=False)
    return [*out, {"role": "parley:lossless", "contenttype": "application/json", "value": whole}]


def stamp(iso: str) -> str:
    """A moment with its zone."""
    return iso if len(iso) > 10 else f"{iso}T00:00:00Z"
