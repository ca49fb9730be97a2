"""All inputs of one run: each ends as taken, skipped or failed, and none ends the run."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import BinaryIO

from parley.errors import InputError, MissingError, UnreadableError
from parley.ingest import dates
from parley.ingest.duplicates import Seen
from parley.ingest.finish import Defaults, finish
from parley.ingest.folder import files_below
from parley.ingest.outcome import NO_ARTICLE, Failed, Outcome, Skipped, Taken
from parley.ingest.packed import bare, inside
from parley.ingest.raw import Raw
from parley.ingest.readers import Found, read_stream
from parley.ingest.sniff import IN_FOLDERS
from parley.ingest.stream import Stream
from parley.ingest.tables import Columns

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
    columns: Columns | None = None,
) -> Iterator[Outcome]:
    """What becomes of each article of ``inputs``, lazily and in order.

    An input is the path of a file or folder, a web address, or ``-`` for standard input (``stdin``).
    ``published`` (ISO) and ``outlet`` count where an article tells none itself; ``columns`` says which column of a
    table holds which field. Raises ``OptionError`` at once where ``published`` is no date; everything else becomes an
    outcome.
    """
    defaults = Defaults(dates.given(published) if published else None, (outlet or "").strip() or None)
    return _outcomes(inputs, defaults, stdin, columns or {})


def _outcomes(inputs: Sequence[str], defaults: Defaults, stdin: BinaryIO | None, columns: Columns) -> Iterator[Outcome]:
    seen = Seen()
    for one in inputs:
        for raw in _safely(one, _found(one, stdin, columns)):
            outcome = _finished(raw, defaults) if isinstance(raw, Raw) else raw
            if isinstance(raw, Raw) and isinstance(outcome, Taken):
                twin = seen.duplicate_of(outcome.document, raw.id)
                outcome = Skipped(raw.source, _repeats(twin, raw.source)) if twin else outcome
            yield outcome


def _finished(raw: Raw, defaults: Defaults) -> Outcome:
    try:
        return finish(raw, defaults)
    except Exception as error:  # one bad article never ends a run
        return Failed.unforeseen(raw.source, error)


def _repeats(twin: str, source: str) -> str:
    return "a duplicate: the same article came before under this name" if twin == source else f"a duplicate of {twin}"


def _safely(source: str, found: Found) -> Found:
    """The same, with a fault turned into an outcome."""
    try:
        yield from found
    except InputError as error:
        yield Failed.of(error.where or source, error)
    except OSError as error:
        yield Failed.of(source, _system(error))
    except Exception as error:  # one bad input never ends a run
        yield Failed.unforeseen(source, error)


def _found(source: str, stdin: BinaryIO | None, columns: Columns) -> Found:
    if source == STANDARD_INPUT:
        return _standard_input(stdin)
    if ADDRESS.match(source):
        return _page(source)
    return _folder(source, columns) if os.path.isdir(source) else _file(source, columns)


def _standard_input(given: BinaryIO | None) -> Found:
    if given is None and sys.stdin is None:
        raise UnreadableError("standard input is closed", hint="give a file, or pipe an article in")
    yield from read_stream(Stream(given or sys.stdin.buffer), STANDARD_INPUT)


def _file(path: str, columns: Columns) -> Found:
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
        archive = bare(path).lower().endswith(".warc")  # packed record by record, which its reader unpacks
        opened, name = (stream, bare(path)) if archive else inside(stream, path)
        yield from read_stream(Stream(opened), path, name, columns=columns)


def _folder(path: str, columns: Columns) -> Found:
    empty = True
    for file in files_below(path):
        empty = False
        if isinstance(file, str):
            yield from _safely(file, _file(file, columns))
        else:
            yield Failed.of(*file)
    if empty:
        yield Skipped(path, f"{NO_ARTICLE} (looked for {', '.join(IN_FOLDERS)} files)")


def _page(address: str) -> Found:
    import io

    from parley.ingest.fetch import fetch

    page = fetch(address)
    yield from read_stream(
        Stream(io.BytesIO(page.data)), address, "", page.content_type, url=page.url, charset=page.charset
    )


def _system(error: OSError) -> InputError:
    """A fault of the system in words."""
    if isinstance(error, PermissionError):
        return UnreadableError("cannot be opened: permission denied", hint="check who may read it")
    return UnreadableError(f"cannot be read ({error.strerror or error})", hint="check the path")
