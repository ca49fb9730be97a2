"""ninjs, the JSON that agencies send (versions 1 to 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BODIES = ("body_text", "body_html", "body_xhtml")  # ninjs 1; ninjs 2 and 3 have a list of bodies


def is_ninjs(record: object) -> bool:
    """Whether a JSON object is a news item in ninjs."""
    if not isinstance(record, Mapping) or "text" in record or "uri" not in record:
        return False
    return "bodies" in record or any(key in record for key in BODIES)


def of_ninjs(record: Mapping[str, Any]) -> dict[str, Any]:
    """A ninjs item as the fields of an article line; text before HTML."""
    bodies = [b for b in record.get("bodies") or () if isinstance(b, Mapping)]
    plain = sorted(bodies, key=lambda b: "html" in str(b.get("contenttype", "")))
    text = next((record[key] for key in BODIES if record.get(key)), None) or next((b.get("value") for b in plain), None)
    headlines = [h.get("value") for h in record.get("headlines") or () if isinstance(h, Mapping)]
    sources = [s.get("name") for s in record.get("infosources") or () if isinstance(s, Mapping)]
    return {
        "id": record.get("uri"),
        "text": text,
        "title": record.get("headline") or next(iter(headlines), None) or record.get("title"),
        "published": record.get("versioncreated") or record.get("contentcreated") or record.get("firstcreated"),
        "language": record.get("language"),
        "outlet": record.get("source") or next(iter(sources), None) or record.get("copyrightholder"),
    }
