"""Every form that is read: a reader for each, chosen by name, type and first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parley.ingest.outcome import NO_ARTICLE, Failed, Skipped
from parley.ingest.plain import read_text
from parley.ingest.raw import Raw
from parley.ingest.sniff import reader_for
from parley.ingest.stream import Stream

Found = Iterator[Raw | Skipped | Failed]
Reader = Callable[..., Found]


def read_stream(
    stream: Stream, source: str, name: str = "", content_type: str | None = None, **known: str | None
) -> Found:
    """The articles of a stream; ``name`` and ``content_type`` say what it is where they are known."""
    reader = READERS[reader_for(name, stream.head(), content_type)]
    yield from reader(stream, source, **known)


def _lines(stream: Stream, source: str, **_: str | None) -> Found:
    from parley.ingest.lines import read_lines

    return read_lines(stream, source)


def _json(stream: Stream, source: str, **_: str | None) -> Found:
    from parley.ingest.lines import read_json

    return read_json(stream, source)


def _html(stream: Stream, source: str, **known: str | None) -> Found:
    from parley.ingest.page import read_page

    return read_page(stream, source, **known)


def _feed(stream: Stream, source: str, **_: str | None) -> Found:
    yield Skipped(source, f"{NO_ARTICLE}: a feed or a map of a site; give the addresses of its articles")


# Every form that is read, by the name that ``sniff.reader_for`` gives it; each imports what it needs when it is used.
READERS: dict[str, Reader] = {"text": read_text, "page": _html, "lines": _lines, "json": _json, "feed": _feed}
