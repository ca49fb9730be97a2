"""The two engines: SQLite in a file, PostgreSQL at a URL; each with what a ledger needs of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from parley.errors import LedgerError
from parley.ledger.faults import told

PATIENCE = 120  # seconds that a writer waits for another
LOCK = 0x7061726C  # "parl": the advisory lock of PostgreSQL that writers take
POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_url(where: str) -> bool:
    """Whether ``where`` is the URL of a server and no path."""
    return where.startswith(POSTGRES)


def engine_for(where: str, *, read_only: bool = False) -> Engine:
    """An engine for a path or a URL; raises ``LedgerError`` where it can be neither."""
    if is_url(where):
        return _postgres(where)
    if "://" in where:
        raise LedgerError("not a ledger", where=where, hint="give the path of a file, or a postgresql:// URL")
    return _sqlite(Path(where), read_only)


def _postgres(url: str) -> Engine:
    bare = url.split("://", 1)[1]
    try:
        import psycopg  # noqa: F401
    except ImportError:
        hint = 'pip install "parley-news[postgres]"'
        raise LedgerError("PostgreSQL needs psycopg, which is missing", where=shown(url), hint=hint) from None
    return sa.create_engine(f"postgresql+psycopg://{bare}", pool_pre_ping=True)


def _sqlite(path: Path, read_only: bool) -> Engine:
    if path.is_dir():
        raise LedgerError("is a folder", where=str(path), hint="give the name of a file, such as parley.db")

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rwc"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-65536")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")  # an article that was reported as added survives a power cut
        return connection

    return sa.create_engine("sqlite+pysqlite://", creator=connect, poolclass=sa.pool.QueuePool)


def shown(where: str) -> str:
    """A path or URL as it may be shown: without its password."""
    return sa.make_url(where).render_as_string(hide_password=True) if is_url(where) else where


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that reads one state of the ledger throughout."""
    with told(where), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        try:
            yield connection
        finally:
            connection.rollback()


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction of the only writer: all of it stays, or nothing; others wait for their turn."""
    with told(where), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        try:
            yield connection
            connection.commit()
        except BaseException:
            connection.info.clear()  # what was kept at hand may speak of rows that are no more
            connection.rollback()
            raise


def default_place() -> str:
    """Where the ledger is when nobody says: ``PARLEY_LEDGER``, else ``parley.db`` in the user's data folder."""
    given = os.environ.get("PARLEY_LEDGER")
    return given or str(data_folder() / "parley.db")


def data_folder() -> Path:
    """The user's data folder by the custom of the system."""
    import sys

    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "parley"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "parley"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "parley"


def size_of(engine: Engine, where: str) -> int:
    """Bytes that the ledger takes."""
    if engine.dialect.name == "sqlite":
        return sum(p.stat().st_size for s in ("", "-wal") if (p := Path(where + s)).exists())
    with engine.connect() as connection:
        size: Any = connection.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one()
        return int(size)
