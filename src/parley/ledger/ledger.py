"""The ledger: many articles, one account; nothing that was recorded is overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Self

from sqlalchemy.engine import Connection

from parley.errors import LedgerError, OptionError, UnknownError
from parley.export.kinds import FROM_CASES, KINDS
from parley.export.rows import Row, Shelf, encounter_row
from parley.ledger import changes, core, engines, intake, keep, project, query, setup, stands, store, telling
from parley.ledger import moments as m
from parley.ledger.asked import Wanted, limited, writable
from parley.ledger.judged import Judged
from parley.ledger.listed import Listed
from parley.ledger.recording import Added, add_outcomes, begin_run, record
from parley.ledger.telling import Moment
from parley.model.document import Document
from parley.model.ledger import Case
from parley.model.reading import Reading

Time = str | date | None
OUTDATED = "make it anew: parley ledger rebuild"
NONE_THERE = "make one: parley add INPUT --ledger PATH"


class Ledger(Judged, Listed, keep.Kept):
    """One ledger, open. Several processes may have it open at once: writers wait for each other, readers for nobody.

    Times are ISO strings, dates or date-times: ``as_of`` tells what was published by then, ``recorded_by`` what
    this ledger held by then. Raises ``parley.errors.LedgerError`` where the ledger cannot be opened, read or written.
    """

    def __init__(
        self, where: str | Path, *, create: bool = True, read_only: bool = False, outdated: bool = False
    ) -> None:
        """``outdated``: open it too where its projection is of another Parley, to copy it or to make that anew."""
        self.where = str(where)
        if not engines.is_url(self.where) and "://" not in self.where:
            self._look_at_the_path(create and not read_only)
        self.engine = engines.engine_for(self.where, read_only=read_only)
        self._open(create and not read_only, outdated)

    def _look_at_the_path(self, create: bool) -> None:
        path = Path(self.where)
        if path.exists():
            return
        if not create:
            raise LedgerError("there is no ledger", where=self.where, hint=NONE_THERE)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fault = f"its folder cannot be made ({error.strerror})"
            raise LedgerError(fault, where=self.where, hint="give another path with --ledger") from None

    def _open(self, create: bool, outdated: bool) -> None:
        with self._reading() as c:
            version = setup.version_of(c, self.where)
        if version is None and create:
            with self._writing() as c:
                version = setup.version_of(c, self.where) or setup.create(c)
        setup.check(version, self.where)
        with self._reading() as c:
            if not outdated and not setup.is_derived_here(c):
                fault = "its account was derived by another version of Parley"
                raise LedgerError(fault, where=engines.shown(self.where), hint=OUTDATED)

    def close(self) -> None:
        """Let go of the file or server."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with engines.reading(self.engine, self.where) as c:
            yield c

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with engines.writing(self.engine, self.where) as c:
            yield c

    # adding

    def held(self, document: Document) -> Added | None:
        """What is held of this very text of this article; None where the ledger does not hold it."""
        report = intake.report_id(document)
        with self._reading() as c:
            return Added("known", report, document.source) if store.has_report(c, report) else None

    def record(
        self, reading: Reading, *, engine: str = "", lexicon: str = "", again: bool = False, run: str | None = None
    ) -> Added:
        """Record a reading in one transaction: all of it or nothing.

        The same text of the same article changes nothing, unless ``again`` says that a newer reading takes the place
        of the last one.
        """
        return self.record_all([reading], engine=engine, lexicon=lexicon, again=again, run=run)[0]

    def record_all(
        self,
        readings: Sequence[Reading],
        *,
        engine: str = "",
        lexicon: str = "",
        again: bool = False,
        run: str | None = None,
    ) -> list[Added]:
        """The same for many in one transaction: what was told later than they is linked anew once, not for each."""
        with self._writing() as c:
            added = record(c, readings, engine, lexicon, again)
            told = [(a.what, a.source, None, a.report) for a in added if a.what != "known"]
            if run:
                add_outcomes(c, run, told)
            return added

    def begin_run(self, command: str, version: str, options: dict[str, Any]) -> str:
        """Record that a run has begun; its id."""
        with self._writing() as c:
            return begin_run(c, command, version, options)

    def note(self, run: str, outcomes: Sequence[tuple[str, str, str | None, str | None]]) -> None:
        """Record what became of inputs of a run: what, source, why, report."""
        with self._writing() as c:
            add_outcomes(c, run, outcomes)

    # telling

    def cases(self, *, as_of: Time = None, recorded_by: Time = None) -> Iterator[tuple[Case, Shelf]]:
        """Every encounter as a value, with what its account stands on, the earliest first."""
        moment = Moment.given(as_of, recorded_by)
        with self._reading() as c:
            yield from telling.accounts(c, moment)

    def case(self, encounter: str, *, as_of: Time = None, recorded_by: Time = None) -> tuple[Case, Shelf]:
        """One encounter as a value, by any id that it has borne; raises ``UnknownError``."""
        with self._reading() as c:
            return telling.account(c, encounter, Moment.given(as_of, recorded_by))

    def why(self, encounter: str, *, as_of: Time = None, recorded_by: Time = None) -> Row:
        """The whole case of one encounter: every claim with its words and source chain, rules, contradictions.

        Beside the name of each rule and reason stands its ``explanation``.
        """
        return core.explained(encounter_row(*self.case(encounter, as_of=as_of, recorded_by=recorded_by)))

    def status(self, *, as_of: Time = None, recorded_by: Time = None, **wanted: Any) -> Iterator[Row]:
        """The agenda: each encounter as it stood, the newest word first; ``wanted`` as for ``find``."""
        yield from self.find(None, as_of=as_of, recorded_by=recorded_by, **wanted)

    def find(
        self, text: str | None = None, *, as_of: Time = None, recorded_by: Time = None, **wanted: Any
    ) -> Iterator[Row]:
        """The encounters of which reports tell in these words, with these parties, there and then.

        ``wanted``: ``actor``, ``place``, ``first`` and ``last`` (days), ``statuses``, ``kinds``, ``disputed``,
        ``unconfirmed``, ``undated``, ``order`` ("news", "day" or "back": by day from the latest), ``limit``, ``after``
        (the ``cursor`` of the last row of a page).
        """
        moment, asked = Moment.given(as_of, recorded_by), Wanted(text=text, **wanted)
        with self._reading() as c:
            yield from query.agenda(c, moment, asked)

    def diff(self, since: Time, until: Time = None, *, newest: bool = False) -> Iterator[Row]:
        """What changed after ``since`` and by ``until`` (now), and which report changed it.

        ``newest``: the last change first.
        """
        first, last = m.given(since, "--since"), m.given(until, "--until")
        if first is None:
            raise OptionError("from when on?", where="--since", hint="write it as 2026-03-17")
        with self._reading() as c:
            yield from changes.changes(c, first, last or m.now(), newest)

    def positions(
        self,
        *,
        actor: str | None = None,
        issue: str | None = None,
        as_of: Time = None,
        recorded_by: Time = None,
        limit: int | None = None,
    ) -> Iterator[Row]:
        """Who wanted, offered or refused what, oldest first, with movement."""
        moment = Moment.given(as_of, recorded_by)
        with self._reading() as c:
            yield from stands.positions(c, moment, actor=writable(actor), issue=writable(issue), limit=limited(limit))

    def export(self, kind: str, *, as_of: Time = None, recorded_by: Time = None) -> Iterator[Row]:
        """The rows of ``kind``: ``encounters``, ``claims``, ``positions``, ``contradictions`` or ``documents``."""
        if kind == "documents":
            yield from self.documents(as_of=as_of, recorded_by=recorded_by)
        elif kind == "positions":
            yield from self.positions(as_of=as_of, recorded_by=recorded_by)
        elif kind in FROM_CASES:
            for case, shelf in self.cases(as_of=as_of, recorded_by=recorded_by):
                yield from FROM_CASES[kind](case, shelf)
        else:
            raise OptionError(f"{kind!r} is nothing to export", hint=f"one of: {', '.join(KINDS)}")

    def reading(self, report: str, *, recorded_by: Time = None) -> Row:
        """The last reading of a report as ``parley read`` prints it; its text is empty where it was purged."""
        with self._reading() as c:
            found = store.reading_of(c, report, m.given(recorded_by, "--recorded-by"))
        if found is None:
            raise UnknownError(f"there is no report {report!r}", hint="parley export documents lists them")
        return found

    def runs(self, limit: int | None = None, *, recorded_by: Time = None, left: int | None = None) -> Iterator[Row]:
        """What was read, skipped and failed, by run, the last first; ``left``: at most so many are named of each."""
        with self._reading() as c:
            yield from changes.runs(c, limited(limit), m.given(recorded_by, "--recorded-by"), left)

    def rebuild(self, progress: project.Progress | None = None) -> None:
        """Make the projection anew from what was recorded."""
        with self._writing() as c:
            project.rebuild(c, progress)
