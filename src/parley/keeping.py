"""The ledger of the library: what is kept (``parley.ledger``) and what reads for it (``parley.pipeline``)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from parley import batch, ingest, versions
from parley.errors import ParleyError
from parley.ingest import Failed, Skipped
from parley.ledger.ledger import Ledger as Kept
from parley.ledger.recording import Added
from parley.model.document import Document
from parley.model.reading import Reading

Outcome = Added | Skipped | Failed
Read = Callable[[Document], Reading]
AT_ONCE = 200  # notes that are put on record together
TOGETHER = 64  # readings that are recorded in one transaction, so that later reports are linked anew once for all
SECONDS = 10.0  # after which what was read is recorded with the next input
SHARE = 4  # times as long as recording took, what comes next is piled up: a slow feed never waits for company
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


class Pile:
    """What came of inputs, in their order, held back until ``record`` has taken the readings among it together."""

    def __init__(self, record: Callable[[Sequence[Reading]], list[Outcome]]) -> None:
        self._record = record
        self._held: list[Outcome | Reading] = []
        self._until = 0.0  # when the pile is recorded at the latest, on the monotonic clock

    def put(self, one: Outcome | Reading) -> list[Outcome]:
        """Lay one on the pile; what has come to its end with it."""
        self._held.append(one)
        return self.away() if len(self._held) >= TOGETHER or time.monotonic() >= self._until else []

    def away(self) -> list[Outcome]:
        """Record what lies there; what became of all of it."""
        began = time.monotonic()
        try:
            return self._recorded()
        finally:
            ended = time.monotonic()
            self._until = ended + min(SECONDS, SHARE * (ended - began))

    def _recorded(self) -> list[Outcome]:
        held, self._held = self._held, []
        readings = [one for one in held if isinstance(one, Reading)]
        recorded = iter(self._record(readings) if readings else ())
        return [next(recorded) if isinstance(one, Reading) else one for one in held]


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
        columns: Mapping[str, str] | None = None,
    ) -> Iterator[Outcome]:
        """The same, one at a time, as the iterator is drawn: for long runs.

        ``inputs`` are files, folders, URLs, article lines or ``-``, as ``parley.read_many`` takes them, the folder of
        a batch, or readings. An
        article that is held already with the same text is not read again, unless ``again`` says so. Some readings are
        recorded together, each whole or not at all, and a run that was broken off can be run again. Raises
        ``parley.errors.LedgerError`` where the ledger cannot be written.
        """
        given = [inputs] if isinstance(inputs, str) else inputs
        named = [one if isinstance(one, str) else one.document.source for one in given[:MOST_NAMED]]
        options = {"inputs": named, "published": published, "outlet": outlet, "again": again}
        run = Run(self, {**options, "engine": versions.engine(), "lexicon": versions.lexicon()})
        pile = Pile(lambda readings: self._record(readings, run, again))
        try:
            for one in given:
                for outcome in self._outcomes(one, published, outlet, again, stdin, columns):
                    yield from self._seen(run, pile.put(outcome))
            yield from self._seen(run, pile.away())
        finally:
            for outcome in pile.away():  # an interruption: what was read is kept
                run.saw(outcome)
            run.close()

    def _seen(self, run: Run, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            run.saw(outcome)
            yield outcome

    def _outcomes(
        self,
        one: str | Reading,
        published: str | None,
        outlet: str | None,
        again: bool,
        stdin: BinaryIO | None,
        columns: Mapping[str, str] | None,
    ) -> Iterator[Outcome | Reading]:
        if isinstance(one, Reading):
            yield one
            return
        if batch.is_batch(Path(one)):
            yield from batch.readings(Path(one))
            return
        for taken in ingest.open_inputs([one], published=published, outlet=outlet, stdin=stdin, columns=columns):
            yield self._take(taken.document, again) if isinstance(taken, ingest.Taken) else taken

    def _take(self, document: Document, again: bool) -> Outcome | Reading:
        if not again and (held := self.held(document)):
            return held
        try:
            return self._read_document(document)
        except FileNotFoundError:
            raise
        except Exception as error:  # one bad record never ends a run
            return Failed.unforeseen(document.source, error)

    def _record(self, readings: Sequence[Reading], run: Run, again: bool) -> list[Outcome]:
        made_by = {"engine": versions.engine(), "lexicon": versions.lexicon()}
        try:
            return list(self.record_all(readings, **made_by, again=again, run=run.id))
        except ParleyError:
            raise
        except Exception as error:  # nothing of them was recorded
            if len(readings) == 1:
                return [Failed.unforeseen(readings[0].document.source, error)]
            return [outcome for one in readings for outcome in self._record([one], run, again)]
