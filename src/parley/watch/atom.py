"""An Atom feed of what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from parley.watch.news import News, title

MOST = 200
SPACE = "http://www.w3.org/2005/Atom"


def write(path: Path, news: Sequence[News], now: datetime | None = None) -> None:
    """Put news before those that the file holds already, newest first; at most ``MOST`` stay."""
    from lxml import etree

    moment = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    feed = etree.Element(f"{{{SPACE}}}feed", nsmap={None: SPACE})
    for name, text in (("id", "urn:parley:changes"), ("title", "Parley: what changed"), ("updated", moment)):
        etree.SubElement(feed, f"{{{SPACE}}}{name}").text = text
    for one in reversed(news):
        entry = etree.SubElement(feed, f"{{{SPACE}}}entry")
        for name, text in (
            ("id", f"urn:parley:change:{one.id}"),
            ("title", title(one.encounter)),
            ("updated", moment),
            ("summary", one.what),
        ):
            etree.SubElement(entry, f"{{{SPACE}}}{name}").text = _printable(text)
    if path.exists():
        old = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        feed.extend(old.findall(f"{{{SPACE}}}entry")[: max(0, MOST - len(news))])
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))
    part.replace(path)


def _printable(text: str) -> str:
    """XML has no place for control characters."""
    return "".join(c if c >= " " or c in "\t\n" else " " for c in text)
