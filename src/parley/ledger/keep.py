"""Keeping a ledger: backup, restore, moving to another engine, purging a text."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy.engine import Connection, Engine

from parley.errors import LedgerError
from parley.export.rows import Row
from parley.ledger import engines, moving, project, setup
from parley.ledger.faults import told
from parley.ledger.purge import purge


class Kept:
    """What keeps a ledger; nothing here changes what it says, but for ``purge``, which takes words away."""

    where: str
    engine: Engine

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def backup(self, file: str | Path, progress: moving.Progress | None = None) -> Path:
        """A whole copy in one new SQLite file, from either engine, while others go on writing."""
        path = Path(file)
        if self.engine.dialect.name == "sqlite":
            with self._reading() as c:
                c.rollback()  # VACUUM INTO begins a transaction of its own
                moving.into_file(c, path)
        else:
            self.move(str(path), progress)
        return path

    def restore(self, file: str | Path, progress: moving.Progress | None = None) -> dict[str, int]:
        """Fill this ledger, which must be empty, from a backup; how many rows of each table."""
        path = str(file)
        if not Path(path).is_file():
            raise LedgerError("there is no backup", where=path, hint="check the path")
        source = engines.engine_for(path, read_only=True)
        try:
            with engines.reading(source, path) as old, self._writing() as new:
                setup.check(setup.version_of(old, path), path)
                return _fill(old, new, self.where, progress)
        finally:
            source.dispose()

    def move(self, where: str, progress: moving.Progress | None = None) -> dict[str, int]:
        """Copy everything to a new ledger at a path or URL; this one stays as it is. How many rows of each table."""
        from parley.ledger.ledger import Ledger

        with Ledger(where) as other, self._reading() as old, other._writing() as new:
            return _fill(old, new, where, progress)

    def purge(self, document: str, *, by: str, because: str) -> list[Row]:
        """Take the words of a document out of the ledger; a tombstone with the reason stays, and so do its claims.

        ``document`` is the id of a report, or the source or address of an article: then all its versions.
        """
        with self._writing() as c:
            found = purge(c, document, by, because)
        if self.engine.dialect.name == "sqlite":
            with told(self.where), self.engine.connect() as c:
                c.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return [{"report": r.id, "document": r.source, "outlet": r.outlet} for r in found]

    def size(self) -> int:
        """Bytes that the ledger takes."""
        return engines.size_of(self.engine, self.where)


def _fill(old: Connection, new: Connection, where: str, progress: moving.Progress | None) -> dict[str, int]:
    if not moving.is_empty(new):
        raise LedgerError("is not empty", where=engines.shown(where), hint="give the place of a new ledger")
    counts = moving.copy(old, new, progress)
    project.rebuild(new, progress)
    return counts
