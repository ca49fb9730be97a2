"""All inputs of one run: each ends as taken, skipped or failed, and none ends the run."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import BinaryIO

from parley.errors import InputError, MissingError, UnreadableError
from parley.ingest import dates
from parley.ingest.duplicates import Seen
from parley.ingest.finish import Defaults, finish
from parley.ingest.folder import files_below
from parley.ingest.outcome import NO_ARTICLE, Failed, Outcome, Skipped, Taken
from parley.ingest.plain import read_text
from parley.ingest.raw import Raw
from parley.ingest.sniff import IN_FOLDERS, reader_for
from parley.ingest.stream import Stream

Found = Iterator[Raw | Skipped | Failed]
Reader = Callable[..., Found]
STANDARD_INPUT = "-"
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
BARE_ADDRESS = re.compile(r"(?:www\.|[a-z0-9-]+\.(?:com|org|net|int|gov|eu|news|co\.[a-z]{2})/)", re.IGNORECASE)


def open_inputs(
    inputs: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """What becomes of each article of ``inputs``, lazily and in order.

    An input is the path of a file or folder, a web address, or ``-`` for standard input (``stdin``).
    ``published`` (ISO) and ``outlet`` count where an article tells none itself. Raises ``OptionError``
    at once where ``published`` is no date; everything else becomes an outcome.
    """
    defaults = Defaults(dates.given(published) if published else None, (outlet or "").strip() or None)
    return _outcomes(inputs, defaults, stdin)


def _outcomes(inputs: Sequence[str], defaults: Defaults, stdin: BinaryIO | None) -> Iterator[Outcome]:
    seen = Seen()
    for one in inputs:
        for raw in _safely(one, _found(one, stdin)):
            outcome = finish(raw, defaults) if isinstance(raw, Raw) else raw
            if isinstance(raw, Raw) and isinstance(outcome, Taken):
                twin = seen.duplicate_of(outcome.document, raw.id)
                outcome = Skipped(raw.source, f"a duplicate of {twin}") if twin else outcome
            yield outcome


def _safely(source: str, found: Found) -> Found:
    """The same, with a fault turned into an outcome."""
    try:
        yield from found
    except InputError as error:
        yield Failed.of(error.where or source, error)
    except OSError as error:
        yield Failed.of(source, _system(error))
    except (ValueError, RecursionError, MemoryError) as error:
        yield Failed(source, f"cannot be read ({type(error).__name__}: {error}); please report it")


def _found(source: str, stdin: BinaryIO | None) -> Found:
    if source == STANDARD_INPUT:
        return _read(Stream(stdin or sys.stdin.buffer), source, "")
    if ADDRESS.match(source):
        return _page(source)
    return _folder(source) if os.path.isdir(source) else _file(source)


def _file(path: str) -> Found:
    if SCHEME.match(path):
        scheme = path.split(":")[0]
        hint = "give the path itself" if scheme == "file" else "give a file or an http or https address"
        raise MissingError(f"{scheme} addresses are not read", hint=hint)
    try:
        stream = open(path, "rb", buffering=65536)  # noqa: SIM115 (closed below)
    except FileNotFoundError:
        web = BARE_ADDRESS.match(path) is not None
        hint = f"for a web page write https://{path}" if web else "check the path"
        raise MissingError("no such file", hint=hint) from None
    with closing(stream):
        yield from _read(Stream(stream), path, path)


def _folder(path: str) -> Found:
    empty = True
    for file in files_below(path):
        empty = False
        if isinstance(file, str):
            yield from _safely(file, _file(file))
        else:
            yield Failed.of(*file)
    if empty:
        yield Skipped(path, f"{NO_ARTICLE} (looked for {', '.join(IN_FOLDERS)} files)")


def _page(address: str) -> Found:
    import io

    from parley.ingest.fetch import fetch

    page = fetch(address)
    yield from _read(Stream(io.BytesIO(page.data)), address, "", page.content_type, url=page.url, charset=page.charset)


def _read(stream: Stream, source: str, name: str, content_type: str | None = None, **known: str | None) -> Found:
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


def _system(error: OSError) -> InputError:
    """A fault of the system in words."""
    if isinstance(error, PermissionError):
        return UnreadableError("cannot be opened: permission denied", hint="check who may read it")
    return UnreadableError(f"cannot be read ({error.strerror or error})", hint="check the path")
