"""From files, folders, web addresses, article lines and standard input to documents.

``open_inputs`` takes any number of inputs; ``document_of_line`` one article that is at hand. The readers
stand in ``readers.READERS``; each yields what it found (``raw.Raw``), and ``finish`` makes the document of it:
clean text, title, date, clutter, language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parley.errors import BrokenError, InputError
from parley.ingest.clutter import without_clutter
from parley.ingest.finish import finish
from parley.ingest.outcome import Failed, Outcome, Skipped, Taken
from parley.ingest.readers import READERS
from parley.ingest.run import open_inputs
from parley.model.document import Document

if TYPE_CHECKING:
    from parley.ingest.fetch import Page

__all__ = [
    "READERS",
    "Failed",
    "Outcome",
    "Skipped",
    "Taken",
    "article_on",
    "document_of_line",
    "open_inputs",
    "without_clutter",
]
UNNAMED = "text"


def article_on(page: Page, *, published: str | None = None) -> Outcome:
    """What becomes of a page that was fetched; ``published`` (ISO) counts where it tells no date itself."""
    import io

    from parley.ingest.finish import Defaults
    from parley.ingest.raw import Raw
    from parley.ingest.readers import read_stream
    from parley.ingest.stream import Stream

    stream = Stream(io.BytesIO(page.data))
    found = next(read_stream(stream, page.url, "", page.content_type, url=page.url, charset=page.charset), None)
    if found is None:
        return Skipped(page.url, "no article in it")
    return finish(found, Defaults(published, None)) if isinstance(found, Raw) else found


def document_of_line(line: Mapping[str, object]) -> Document:
    """The document of one article line; raises ``InputError`` where there is no English article in it."""
    from parley.ingest.lines import raw_of

    outcome = finish(raw_of(line, UNNAMED))
    if isinstance(outcome, Taken):
        return outcome.document
    kind = InputError if isinstance(outcome, Skipped) else BrokenError
    raise kind(outcome.why, where=outcome.source)
