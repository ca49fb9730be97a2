"""The rules of ninjs 2.0 for the properties that Parley writes.

Written down by hand after the published schema of IPTC and no copy of it: names, types and the closed lists of values
are IPTC's; what Parley does not write is left out, so a pass here is no certificate of IPTC. Compared by eye with the
published file on 2026-11-25: properties, types, required names and closed lists are the same.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
URI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[^ ]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}


def _list(*required: str, **properties: Any) -> dict[str, Any]:
    item = {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}
    return {"type": "array", "items": item}


CONCEPTS = _list(name=TEXT, rel=TEXT, uri=URI, literal=TEXT)
WORDS = _list("value", role=TEXT, contenttype=TEXT, value=TEXT)
ITEM: dict[str, Any] = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
    "representationtype": {"enum": ["full", "partial"]},
    "version": TEXT,
    "versioncreated": MOMENT,
    "pubstatus": {"enum": ["usable", "withheld", "canceled"]},
    "ednote": TEXT,
    "title": TEXT,
    "descriptions": WORDS,
    "headlines": WORDS,
    "subjects": CONCEPTS,
    "places": CONCEPTS,
    "events": CONCEPTS,
    "infosources": _list(name=TEXT, role=URI, uri=URI, literal=TEXT),
    "altids": _list(role=TEXT, value=TEXT),
    "standard": {
        "type": "object",
        "properties": {"name": TEXT, "version": TEXT, "schema": URI},
        "additionalProperties": False,
    },
}
ASSOCIATED = {
    "type": "object",
    "properties": {**ITEM, "name": TEXT},
    "required": ["name", "uri"],
    "additionalProperties": False,
}
NINJS: dict[str, Any] = {
    "type": "object",
    "properties": {**ITEM, "associations": {"type": "array", "items": ASSOCIATED}},
    "required": ["uri"],
    "additionalProperties": False,
}
