"""RSS and Atom feeds, and OPML lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin

from parley.errors import BrokenError, UnreadableError

KINDS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/xml", "application/rdf+xml", "application/octet-stream",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed tells of: its address, what this version of it is known by, when it was published."""

    url: str
    id: str
    published: str | None


def entries(data: bytes, address: str) -> list[Entry]:
    """The entries of a feed, newest last, each address once. Raises ``BrokenError`` where it is no feed."""
    try:
        import feedparser
    except ImportError:
        hint = 'pip install "parley-news[watch]"'
        raise UnreadableError("feeds need feedparser, which is missing", hint=hint) from None
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.version and not found.entries:
        raise BrokenError("no feed (neither RSS nor Atom)", where=address, hint="give the address of the feed itself")
    out: dict[str, Entry] = {}
    for one in reversed(found.entries):
        link = urljoin(address, one.get("link") or "")
        if link.startswith(("http://", "https://")):
            version = f"{one.get('id') or link} {one.get('updated') or one.get('published') or ''}"
            out[link] = Entry(link, version, _moment(one))
    return list(out.values())


def _moment(one: Any) -> str | None:
    told: struct_time | None = one.get("published_parsed") or one.get("updated_parsed")
    return datetime(*told[:6], tzinfo=UTC).isoformat() if told else None


def listed(opml: bytes, name: str) -> list[str]:
    """The addresses of the feeds in an OPML file. Raises ``BrokenError``."""
    from lxml import etree

    try:
        tree = etree.fromstring(opml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        told = " ".join(str(error).split())[:100]
        raise BrokenError(f"broken OPML ({told})", where=name, hint="export it again") from None
    return list(dict.fromkeys(e.get("xmlUrl") for e in tree.iter("outline") if e.get("xmlUrl")))
