"""The library: what the command line and the web pages stand on.

``read`` takes one article, ``read_many`` any number of inputs and never stops at a bad one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from parley import pipeline
from parley.model.document import Document
from parley.model.reading import Reading

if TYPE_CHECKING:
    from parley.analysis.engine import Engine
    from parley.keeping import Ledger


@dataclass(frozen=True, slots=True)
class Read:
    """An input that was read."""

    source: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is no article to read: a duplicate, not English, no article in it; ``why`` says which."""

    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read; ``why`` says what is wrong and what to try."""

    source: str
    why: str


Outcome = Read | Skipped | Failed


@cache
def engine() -> Engine:
    """The engine that ships with the package, loaded once."""
    from parley.analysis.engine import load

    return load()


def read(
    text_or_path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Reading:
    """The reading of one article, given as its text, or as the path or URL of a file that holds it.

    A ``Path``, a URL and a one-line string that names an existing file are opened; any other string is
    the text itself. ``published`` (ISO date or date-time), ``outlet`` and ``title`` count where the
    article tells none. Raises ``parley.errors.ParleyError`` where there is nothing to read.
    """
    from parley.errors import InputError

    if isinstance(text_or_path, str) and not _names_input(text_or_path):
        return read_line({"text": text_or_path, "title": title, "published": published, "outlet": outlet})
    outcome = next(read_many([str(text_or_path)], published=published, outlet=outlet), None)
    if isinstance(outcome, Read):
        return outcome.reading
    raise InputError(f"{text_or_path}: {outcome.why if outcome else 'nothing to read'}")


def _names_input(text: str) -> bool:
    if text.startswith(("http://", "https://")) and len(text.split()) == 1:
        return True
    try:
        return "\n" not in text and len(text) < 1024 and Path(text).exists()
    except OSError:  # too long for the name of a file, so it is a text
        return False


def read_line(line: Mapping[str, str | None]) -> Reading:
    """The reading of one article line (``text``; ``id``, ``url``, ``title``, ``published``, ``outlet`` if known)."""
    from parley.ingest import document_of_line

    return read_document(document_of_line(line))


def read_document(document: Document) -> Reading:
    """The reading of a document that has been taken in."""
    return pipeline.read_document(document, engine().analyse)


def read_many(
    inputs: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Outcome]:
    """What became of each article of ``inputs`` (files, folders, URLs, article lines, ``-``), in order.

    ``columns`` says which column of a table holds which field ("text", "title" …), where its name does not tell.
    """
    from parley import ingest

    for taken in ingest.open_inputs(inputs, published=published, outlet=outlet, stdin=stdin, columns=columns):
        match taken:
            case ingest.Taken(document=document):
                yield _read(document)
            case ingest.Skipped(source=source, why=why):
                yield Skipped(source, why)
            case ingest.Failed(source=source, why=why):
                yield Failed(source, why)


def _read(document: Document) -> Read | Failed:
    try:
        return Read(document.source, read_document(document))
    except FileNotFoundError:
        raise
    except Exception as error:  # one bad record never ends a run
        return Failed(
            document.source, f"could not be read ({type(error).__name__}: {error}); please report the article"
        )


def open_ledger(
    where: str | Path | None = None, *, create: bool = True, read_only: bool = False, outdated: bool = False
) -> Ledger:
    """The ledger at a path or PostgreSQL URL, made there if there is none and ``create`` says so.

    Without ``where``: ``PARLEY_LEDGER``, else ``parley.db`` in the user's data folder. ``outdated`` opens one whose
    projection another Parley made, to copy it or to ``rebuild`` it. Raises ``parley.errors.LedgerError``.
    """
    from parley.keeping import Ledger
    from parley.ledger.engines import default_place

    return Ledger(where or default_place(), read_document, create=create, read_only=read_only, outdated=outdated)


def upgrade_ledger(where: str | Path | None = None) -> tuple[str, str]:
    """Bring a ledger that an older Parley made up to date; the versions of its schema before and after."""
    from parley.ledger.engines import default_place
    from parley.ledger.upgrading import upgrade

    return upgrade(str(where or default_place()))
