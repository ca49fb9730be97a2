"""Every form that is read: a reader for each, chosen by name, type and first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from parley.ingest.outcome import NO_ARTICLE, Failed, Skipped
from parley.ingest.plain import read_text
from parley.ingest.raw import Raw
from parley.ingest.sniff import reader_for
from parley.ingest.stream import Stream

Found = Iterator[Raw | Skipped | Failed]
Reader = Callable[..., Found]


def read_stream(stream: Stream, source: str, name: str = "", content_type: str | None = None, **known: Any) -> Found:
    """The articles of a stream; ``name`` and ``content_type`` say what it is where they are known."""
    reader = READERS[reader_for(name, stream.head(), content_type)]
    yield from reader(stream, source, **known)


def _lines(stream: Stream, source: str, **_: Any) -> Found:
    from parley.ingest.lines import read_lines

    return read_lines(stream, source)


def _json(stream: Stream, source: str, **_: Any) -> Found:
    from parley.ingest.lines import read_json

    return read_json(stream, source)


def _html(stream: Stream, source: str, *, url: str | None = None, charset: str | None = None, **_: Any) -> Found:
    from parley.ingest.page import read_page

    return read_page(stream, source, url=url, charset=charset)


def _table(stream: Stream, source: str, **known: Any) -> Found:
    from parley.ingest.tables import read_csv

    return read_csv(stream, source, **known)


def _parquet(stream: Stream, source: str, **known: Any) -> Found:
    from parley.ingest.tables import read_parquet

    return read_parquet(stream, source, **known)


def _warc(stream: Stream, source: str, **_: Any) -> Found:
    from parley.ingest.warc import read_warc

    return read_warc(stream, source)


def _newsml(stream: Stream, source: str, **_: Any) -> Found:
    from parley.ingest.newsml import read_newsml

    return read_newsml(stream, source)


def _feed(stream: Stream, source: str, **_: Any) -> Found:
    yield Skipped(source, f"{NO_ARTICLE}: a feed or a map of a site; give the addresses of its articles")


# Every form that is read, by the name that ``sniff.reader_for`` gives it; each imports what it needs when it is used.
READERS: dict[str, Reader] = {
    "text": read_text,
    "page": _html,
    "lines": _lines,
    "json": _json,
    "table": _table,
    "parquet": _parquet,
    "warc": _warc,
    "newsml": _newsml,
    "feed": _feed,
}
