"""The ledger of the library: what is kept (``parley.ledger``) and what reads for it (``parley.pipeline``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from parley import ingest, versions
from parley.ingest import Failed, Skipped
from parley.ledger.ledger import Ledger as Kept
from parley.ledger.recording import Added
from parley.model.document import Document
from parley.model.reading import Reading

Outcome = Added | Skipped | Failed
Read = Callable[[Document], Reading]


class Ledger(Kept):
    """A ledger that reads what it is given."""

    def __init__(self, where: str | Path, read: Read, **options: Any) -> None:
        super().__init__(where, **options)
        self._read_document = read

    def add(self, inputs: str | Sequence[str | Reading], **options: Any) -> tuple[Outcome, ...]:
        """What became of each article of ``inputs``; options and errors as those of ``adding``."""
        return tuple(self.adding(inputs, **options))

    def adding(
        self,
        inputs: str | Sequence[str | Reading],
        *,
        published: str | None = None,
        outlet: str | None = None,
        again: bool = False,
        stdin: BinaryIO | None = None,
    ) -> Iterator[Outcome]:
        """The same, one at a time, as the iterator is drawn: for long runs.

        ``inputs`` are files, folders, URLs, article lines or ``-``, as ``parley.read_many`` takes them, or readings. An
        article that is held already with the same text is not read again, unless ``again`` says so. Each article
        is recorded whole before the next is begun, so that a run that was broken off can be run again. Raises
        ``parley.errors.LedgerError`` where the ledger cannot be written.
        """
        for one in [inputs] if isinstance(inputs, str) else inputs:
            if isinstance(one, Reading):
                yield self._record(one, again)
                continue
            for taken in ingest.open_inputs([one], published=published, outlet=outlet, stdin=stdin):
                yield self._take(taken.document, again) if isinstance(taken, ingest.Taken) else taken

    def _take(self, document: Document, again: bool) -> Outcome:
        if not again and (held := self.held(document)):
            return held
        try:
            reading = self._read_document(document)
        except FileNotFoundError:
            raise
        except Exception as error:  # one bad record never ends a run
            return Failed.unforeseen(document.source, error)
        return self._record(reading, again)

    def _record(self, reading: Reading, again: bool) -> Added:
        return self.record(reading, engine=versions.engine(), lexicon=versions.lexicon(), again=again)
