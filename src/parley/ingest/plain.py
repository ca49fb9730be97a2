"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.errors import InputError
from parley.ingest.decode import decode
from parley.ingest.outcome import Failed, Skipped
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{1,4000}?)\n---[ \t]*\n", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_]{2,20})[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
NAMES = {"title": "title", "headline": "title", "date": "published", "published": "published", "outlet": "outlet"}
NAMES |= {"source": "outlet", "url": "url", "language": "language", "lang": "language"}


def read_text(stream: Stream, source: str, **_: str | None) -> Iterator[Raw | Skipped | Failed]:
    """The one article of a text file; fields between two lines of ``---`` at its top are its title, date and so on."""
    try:
        decoded = decode(stream.whole())
    except InputError as error:
        yield Failed.of(source, error)
        return
    text = decoded.text.replace("\r\n", "\n")
    fields, text = _front(text)
    text = HEADING.sub(r"\1", text)
    yield Raw(source, text, wrapped=True, warnings=decoded.warnings, **fields)


def _front(text: str) -> tuple[dict[str, str], str]:
    found = FRONT.match(text)
    if not found:
        return {}, text
    rows = ((k.lower(), v.strip("\"'")) for k, v in FIELD.findall(found[1]))
    return {NAMES[k]: v for k, v in rows if k in NAMES and v}, text[found.end() :]
