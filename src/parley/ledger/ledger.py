"""The ledger: many articles, one account; nothing that was recorded is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import LedgerError, UnknownError
from parley.export.rows import Row, Shelf, encounter_row
from parley.ledger import cache as k
from parley.ledger import core, engines, intake, moments, project, setup, store, words
from parley.ledger import schema as s
from parley.ledger.terms import folded
from parley.model.document import Document
from parley.model.ledger import Appearance, Case
from parley.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one reading: ``new``, ``version`` (another text of a known article), ``reread`` or ``known``."""

    what: Literal["new", "version", "reread", "known"]
    report: str
    source: str
    encounters: int = 0


class Ledger:
    """One ledger, open. Safe to use from several threads; several processes may have it open at once."""

    def __init__(self, where: str | Path, *, create: bool = True, read_only: bool = False) -> None:
        self.where = str(where)
        if not engines.is_url(self.where):
            self._look_at_the_path(create and not read_only)
        self.engine = engines.engine_for(self.where, read_only=read_only)
        self._read_only = read_only
        self._open(create and not read_only)

    def _look_at_the_path(self, create: bool) -> None:
        path = Path(self.where)
        if path.exists():
            return
        if not create:
            raise LedgerError("there is no ledger", where=self.where, hint="make one: parley add INPUT --ledger PATH")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fault = f"its folder cannot be made ({error.strerror})"
            raise LedgerError(fault, where=self.where, hint="give another path with --ledger") from None

    def _open(self, create: bool) -> None:
        with self._reading() as c:
            version = setup.version_of(c)
        if version is None and create:
            with self._writing() as c:
                version = setup.version_of(c)
                if version is None:
                    setup.create(c)
                    version = setup.HEAD
        setup.check(version, self.where)

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

    def record(self, reading: Reading, *, engine: str = "", lexicon: str = "", again: bool = False) -> Added:
        """Record a reading in one transaction: all of it or nothing.

        The same text of the same article changes nothing, unless ``again`` says that a newer reading is to take
        the place of the last one.
        """
        document = reading.document
        with self._writing() as c:
            report = intake.report_of(document, moments.now())
            held = store.reports(c, [report.id]).get(report.id)
            if held and not again:
                return Added("known", report.id, document.source)
            old: dict[str, Appearance] = {}
            if held:
                report = held
                old = store.appearances_in(c, store.last_readings(c, [report.id]).values())
                what: Literal["new", "version", "reread"] = "reread"
            else:
                what = "version" if store.versions(c, [report.key]) else "new"
                number = store.add_report(c, report, document.text)
                words.put(c, "cache_pages", {number: folded(f"{document.title or ''} {document.text}")})
            found = intake.appearances_of(reading, report, tuple(old.values()))
            rows = store.add_reading(c, report.id, reading, found, engine, lexicon, moments.now())
            words.put(c, "cache_words", {rows[a.id]: words.words_of(a, report) for a in found})
            project.extend(c, report, found, rows, tuple(old))
        return Added(what, report.id, document.source, len(found))

    # telling

    def cases(self, *, as_of: str | None = None) -> Iterator[tuple[Case, Shelf]]:
        """Every encounter with what its account stands on, oldest first."""
        until = moments.given(as_of)
        with self._reading() as c:
            judgements = store.judgements(c)
            t = k.members.c
            query = sa.select(t.encounter, sa.func.min(t.at)).group_by(t.encounter)
            order = sorted((at, e) for e, at in c.execute(query) if until is None or at <= until)
            for _, encounter in order:
                book, cluster = project.book_of(c, encounter, judgements)
                case = core.case(cluster, book, until) if cluster else None
                if case is not None:
                    yield case, self._shelf(c, book)

    def _shelf(self, c: Connection, book: core.Book) -> Shelf:
        return Shelf(book.reports, book.appearances, _groups(c, book), _purged(c, book.reports))

    def resolve(self, c: Connection, encounter: str) -> str:
        """The id that an encounter bears now; raises ``UnknownError``."""
        found = c.execute(sa.select(k.members.c.encounter).where(k.members.c.appearance == encounter)).scalar()
        if found is None:
            raise UnknownError(f"there is no encounter {encounter!r}", hint="parley status lists their ids")
        return str(found)

    def case(self, encounter: str, *, as_of: str | None = None) -> tuple[Case, Shelf]:
        """The account of one encounter with what it stands on; raises ``UnknownError``."""
        until = moments.given(as_of)
        with self._reading() as c:
            book, cluster = project.book_of(c, self.resolve(c, encounter), store.judgements(c))
            case = core.case(cluster, book, until) if cluster else None
            if case is None:
                raise UnknownError(f"no report by {until} tells of {encounter!r}", hint="give a later --as-of")
            return case, self._shelf(c, book)

    def why(self, encounter: str, *, as_of: str | None = None) -> Row:
        """The whole case of one encounter: every claim with its words and source chain, rule, contradictions."""
        return encounter_row(*self.case(encounter, as_of=as_of))

    def reading(self, report: str) -> Row:
        """The last reading of a report as ``parley read`` prints it; its text is empty where it was purged."""
        with self._reading() as c:
            found = store.reading_of(c, report)
        if found is None:
            raise UnknownError(f"there is no report {report!r}", hint="parley export documents lists them")
        return found

    def export(self, kind: str, *, as_of: str | None = None) -> Iterator[Row]:
        """The rows of ``kind`` (``encounters``)."""
        for case, shelf in self.cases(as_of=as_of):
            yield encounter_row(case, shelf)

    def status(self, *, as_of: str | None = None) -> Iterator[Row]:
        """The agenda."""
        from parley.ledger import query

        with self._reading() as c:
            yield from query.agenda(c, query.Wanted(as_of=moments.given(as_of) or moments.now()))


def _groups(c: Connection, book: core.Book) -> dict[str, int]:
    """The number of each report's text, copies alike: that of the first report of its group."""
    firsts = {r: book.copies.get(r, r) for r in book.reports}
    numbers: dict[str, int] = {}
    for some in store.batches(firsts.values()):
        query = sa.select(s.reports.c.id, s.reports.c.n).where(s.reports.c.id.in_(some))
        numbers.update(store.pairs(c, query))
    return {r: numbers[first] for r, first in firsts.items()}


def _purged(c: Connection, reports: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in store.batches(reports):
        query = sa.select(s.purges.c.report, s.purges.c.because).where(s.purges.c.report.in_(some))
        found.update(store.pairs(c, query))
    return found
