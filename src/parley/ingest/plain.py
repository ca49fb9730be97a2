"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.errors import InputError
from parley.ingest.decode import decode
from parley.ingest.markup import is_html, of_html, of_markdown
from parley.ingest.outcome import Failed, Skipped
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{1,4000}?)\n---[ \t]*\n", re.DOTALL)
MAIL = re.compile(r"\A\ufeff?((?:(?:From|To|Cc|Sent|Date|Subject|Message-ID|Reply-To): [^\n]{1,300}\n){2,8})\s*\n")
FIELD = re.compile(r"^([A-Za-z_]{2,20})[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
NAMES = {"title": "title", "headline": "title", "date": "published", "published": "published", "outlet": "outlet"}
NAMES |= {
    "subject": "title",
    "sent": "published",
    "source": "outlet",
    "url": "url",
    "language": "language",
    "lang": "language",
}


def read_text(stream: Stream, source: str, **_: object) -> Iterator[Raw | Skipped | Failed]:
    """The one article of a text file; fields at its top (between two lines of ``---``, or as in mail) tell of it."""
    try:
        decoded = decode(stream.whole())
    except InputError as error:
        yield Failed.of(source, error)
        return
    text = decoded.text.replace("\r\n", "\n")
    fields, text = _front(text)
    text = of_html(text) if is_html(text) else of_markdown(text)
    yield Raw(source, text, wrapped=True, warnings=decoded.warnings, **fields)


def _front(text: str) -> tuple[dict[str, str], str]:
    found = FRONT.match(text) or MAIL.match(text)
    if not found:
        return {}, text
    rows = ((k.lower(), v.strip("\"'")) for k, v in FIELD.findall(found[1]))
    return {NAMES[k]: v for k, v in rows if k in NAMES and v}, text[found.end() :]
