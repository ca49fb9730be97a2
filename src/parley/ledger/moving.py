"""A ledger somewhere else: backups, restoring, another engine."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import LedgerError
from parley.ledger import schema as s

TABLES = (s.reports, s.texts, s.readings, s.appearances, s.claims, s.judgements, s.purges, s.runs, s.outcomes)
AT_ONCE = 1000  # rows
Progress = Callable[[str, int], None]


def copy(source: Connection, target: Connection, progress: Progress | None = None) -> dict[str, int]:
    """Copy all that was recorded into a new ledger; how many rows of each table. Raises ``LedgerError``.

    The projection is not copied: it is to be made anew.
    """
    counts: dict[str, int] = {}
    for table in TABLES:
        counts[table.name] = _copy_table(source, target, table, progress)
    if target.dialect.name == "postgresql":
        for table in TABLES:
            if "n" in table.c:
                name = table.name
                last = f"(SELECT COALESCE(MAX(n), 1) FROM {name})"
                target.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'n'), {last})")
    for table in TABLES:
        held = target.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        if held != counts[table.name]:
            raise LedgerError(f"{table.name}: {counts[table.name]} rows were copied and {held} arrived")
    return counts


def _copy_table(source: Connection, target: Connection, table: sa.Table, progress: Progress | None) -> int:
    key = next(iter(table.primary_key.columns))
    last, count = None, 0
    while True:
        query = sa.select(table).order_by(key).limit(AT_ONCE)
        rows = source.execute(query if last is None else query.where(key > last)).all()
        if not rows:
            return count
        target.execute(table.insert(), [dict(row._mapping) for row in rows])
        last, count = rows[-1]._mapping[key.name], count + len(rows)
        if progress:
            progress(table.name, count)


def is_empty(c: Connection) -> bool:
    """Whether nothing has been recorded."""
    tables = (s.reports, s.judgements, s.runs)
    return not any(c.execute(sa.select(t.c.n).limit(1)).first() for t in tables)


def into_file(c: Connection, path: Path) -> None:
    """A whole copy of a SQLite ledger in one new file, which appears only when it is whole. Raises ``LedgerError``."""
    if path.exists():
        raise LedgerError("is there already", where=str(path), hint="give the name of a new file")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        c.exec_driver_sql("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as whole:
            os.fsync(whole.fileno())
        os.link(part, path)  # never over a file that has appeared meanwhile
    except FileExistsError:
        raise LedgerError("is there already", where=str(path), hint="give the name of a new file") from None
    except OSError as error:
        fault = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise LedgerError(fault, where=str(path), hint="check the path, or give another") from None
    finally:
        part.unlink(missing_ok=True)
