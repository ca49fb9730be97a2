"""The ledger of the library: what is kept (``parley.ledger``) and what reads for it (``parley.pipeline``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from parley import ingest, versions
from parley.errors import ParleyError
from parley.ingest import Failed, Skipped
from parley.ledger.ledger import Ledger as Kept
from parley.ledger.recording import Added
from parley.model.document import Document
from parley.model.reading import Reading

Outcome = Added | Skipped | Failed
Read = Callable[[Document], Reading]
AT_ONCE = 200  # notes that are put on record together
MOST_NAMED = 1000  # inputs of a run that are named in it


class Run:
    """A run on record: what became of each input. What was recorded is noted with it, the rest now and then."""

    def __init__(self, ledger: Kept, options: dict[str, Any]) -> None:
        self.id = ledger.begin_run("add", versions.engine(), options)
        self._ledger = ledger
        self._noted: list[tuple[str, str, str | None, str | None]] = []

    def saw(self, outcome: Outcome) -> None:
        """One input has come to its end."""
        match outcome:
            case Added(what="known"):
                self._noted.append(("known", outcome.source, None, outcome.report))
            case Skipped(source=source, why=why):
                self._noted.append(("skipped", source, why, None))
            case Failed(source=source, why=why):
                self._noted.append(("failed", source, why, None))
        if len(self._noted) >= AT_ONCE:
            self.close()

    def close(self) -> None:
        """Put the rest on record."""
        if self._noted:
            self._ledger.note(self.id, self._noted)
        self._noted = []


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
        given = [inputs] if isinstance(inputs, str) else inputs
        named = [one if isinstance(one, str) else one.document.source for one in given[:MOST_NAMED]]
        options = {"inputs": named, "published": published, "outlet": outlet, "again": again}
        run = Run(self, {**options, "engine": versions.engine(), "lexicon": versions.lexicon()})
        try:
            for one in given:
                for outcome in self._outcomes(one, run, published, outlet, again, stdin):
                    run.saw(outcome)
                    yield outcome
        finally:
            run.close()

    def _outcomes(
        self,
        one: str | Reading,
        run: Run,
        published: str | None,
        outlet: str | None,
        again: bool,
        stdin: BinaryIO | None,
    ) -> Iterator[Outcome]:
        if isinstance(one, Reading):
            yield self._record(one, run, again)
            return
        for taken in ingest.open_inputs([one], published=published, outlet=outlet, stdin=stdin):
            yield self._take(taken.document, run, again) if isinstance(taken, ingest.Taken) else taken

    def _take(self, document: Document, run: Run, again: bool) -> Outcome:
        if not again and (held := self.held(document)):
            return held
        try:
            reading = self._read_document(document)
        except FileNotFoundError:
            raise
        except Exception as error:  # one bad record never ends a run
            return Failed.unforeseen(document.source, error)
        return self._record(reading, run, again)

    def _record(self, reading: Reading, run: Run, again: bool) -> Outcome:
        made_by = {"engine": versions.engine(), "lexicon": versions.lexicon()}
        try:
            return self.record(reading, **made_by, again=again, run=run.id)
        except ParleyError:
            raise
        except Exception as error:  # nothing of it was recorded
            return Failed.unforeseen(reading.document.source, error)
