"""Web archives (WARC, as CC-NEWS has them): the pages that servers answered with, one article each."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from io import BytesIO
from typing import Any

from parley.errors import InputError, UnreadableError
from parley.ingest.outcome import Failed, Skipped
from parley.ingest.page import read_page
from parley.ingest.raw import Raw
from parley.ingest.stream import MOST, Stream

Found = Iterator[Raw | Skipped | Failed]
PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: Stream, source: str, **_: Any) -> Found:
    """The articles of an archive; what is no page is passed over, and a damaged record fails alone.

    Pages without a date of their own get none: the day on which a page was fetched is not that of the article. Raises
    ``UnreadableError`` where fastwarc is missing.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        hint = 'pip install "parley-news[archives]"'
        raise UnreadableError("a web archive, and fastwarc is missing", hint=hint) from None
    records = iter(ArchiveIterator(stream.file(), record_types=WarcRecordType.response, parse_http=False))
    seen = set[tuple[str, str]]()
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except Exception as error:  # the archive is damaged from here on
            told = " ".join(f"{type(error).__name__}: {error}".split())[:120]
            yield Failed(source, f"the archive is damaged ({told}); what came before is read")
            return
        yield from _page(record, source, seen)


def _page(record: Any, source: str, seen: set[tuple[str, str]]) -> Found:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    here = address or f"{source}#{record.headers.get('WARC-Record-ID') or record.stream_pos}"
    try:
        record.parse_http()
        kind, charset = _content_type(record)
        status = record.http_headers.status_code if record.http_headers is not None else None
        if status != 200 or kind not in PAGES:
            return
        key = (here, record.headers.get("WARC-Payload-Digest") or "")
        if key[1] and key in seen:
            yield Skipped(here, "a duplicate: the same page stands in the archive before")
            return
        seen.add(key)
        data = record.reader.read(MOST + 1)
        yield from read_page(Stream(BytesIO(data)), here, url=address or None, charset=charset)
    except InputError as error:
        yield Failed.of(here, error)
    except Exception as error:  # the other records are still read
        yield Failed.unforeseen(here, error)


def _content_type(record: Any) -> tuple[str, str | None]:
    """What the server said of the page: its type and charset."""
    headers = record.http_headers
    said = Message()
    said["content-type"] = (headers.get("Content-Type") if headers is not None else None) or "application/octet-stream"
    return said.get_content_type(), said.get_content_charset()
