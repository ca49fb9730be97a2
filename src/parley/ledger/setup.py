"""A ledger's tables: made where there are none, and checked where there are."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import LedgerError
from parley.ledger import cache as k
from parley.ledger import core, words
from parley.ledger.engines import shown
from parley.ledger.schema import metadata

HEAD = "0001"  # the newest migration (parley.ledger.migrations)
RESTORE = "restore it from a backup: parley ledger restore FILE"
STAMP = sa.table("alembic_version", sa.column("version_num", sa.String(32)))


def version_of(c: Connection, where: str) -> str | None:
    """The version of the schema; None where there is none. Raises ``LedgerError`` where other tables are there."""
    names = set(sa.inspect(c).get_table_names())
    if "alembic_version" in names:
        found: str | None = c.execute(sa.select(STAMP.c.version_num)).scalar_one_or_none()
        if found is None:
            raise LedgerError("the ledger lacks its version", where=shown(where), hint=RESTORE)
        return found
    if names:
        fault = "holds other tables and no ledger"
        raise LedgerError(fault, where=shown(where), hint="give the path of a ledger, or of a new file")
    return None


def create(c: Connection) -> str:
    """Make all tables; the version of the schema."""
    metadata.create_all(c)
    words.create(c)
    c.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    c.execute(STAMP.insert(), {"version_num": HEAD})
    c.execute(k.facts.insert(), {"name": "core", "value": core.VERSION})
    return HEAD


def check(version: str | None, where: str) -> None:
    """Raise ``LedgerError`` where this Parley cannot work with a ledger of that version."""
    if version == HEAD:
        return
    if version is None:
        raise LedgerError("there is no ledger", where=shown(where), hint="make one: parley add INPUT --ledger PATH")
    if version > HEAD:
        hint = "install a newer parley-news"
        raise LedgerError(f"was made by a newer Parley (schema {version}, here {HEAD})", where=shown(where), hint=hint)
    hint = "run: parley ledger upgrade"
    raise LedgerError(f"was made by an older Parley (schema {version}, now {HEAD})", where=shown(where), hint=hint)


def is_derived_here(c: Connection) -> bool:
    """Whether the projection was made by the rules of this Parley."""
    return c.execute(sa.select(k.facts.c.value).where(k.facts.c.name == "core")).scalar() == core.VERSION


def missing(c: Connection) -> tuple[list[str], list[str]]:
    """The tables that hold what was recorded, and the parts of the projection and indexes, that are not there."""
    look = sa.inspect(c)
    there = set(look.get_table_names())
    cached = {t.name for t in k.CACHE}
    recorded = [t.name for t in metadata.sorted_tables if t.name not in there | cached]
    rest = [name for name in (*cached, *words.TABLES) if name not in there]
    for table in metadata.sorted_tables:
        if table.name in there:
            known = {i["name"] for i in look.get_indexes(table.name)}
            rest += [str(i.name) for i in table.indexes if i.name not in known]
    return sorted(recorded), sorted(rest)


def recreate(c: Connection) -> None:
    """Make the tables of the projection anew, empty, and the indexes that are missing."""
    words.remove(c)
    metadata.drop_all(c, tables=list(k.CACHE))
    metadata.create_all(c, tables=list(k.CACHE))
    words.create(c)
    for index in (i for t in metadata.sorted_tables for i in t.indexes):
        index.create(c, checkfirst=True)
