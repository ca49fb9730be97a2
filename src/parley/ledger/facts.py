"""What ``parley doctor`` tells of the ledger in force."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import LedgerError
from parley.ledger import cache as k
from parley.ledger import engines, setup
from parley.ledger import schema as s

REBUILD = "run: parley ledger rebuild"


def told(where: str | None = None) -> tuple[str, str]:
    """The ledger in words, and what to do where something is wrong with it."""
    place = where or engines.default_place()
    if not engines.is_url(place) and not Path(place).exists():
        return f"none yet; the first add makes {place}", ""
    try:
        return _examined(place)
    except LedgerError as error:
        return engines.shown(place), f"{error.fault}; {error.hint}"


def _examined(place: str) -> tuple[str, str]:
    engine = engines.engine_for(place, read_only=True)
    try:
        with engines.reading(engine, place) as c:
            version = setup.version_of(c, place)
            setup.check(version, place)
            ill = _ill(c)
            if ill.fatal:
                return engines.shown(place), f"{ill.fault}; {ill.hint}"
            counts = ", ".join(f"{_count(c, t)} {t.name}" for t in (s.reports, s.claims, s.judgements))
        size = engines.size_of(engine, place) / 1e6
    finally:
        engine.dispose()
    value = f"{counts}; schema {version}, {size:.1f} MB in {engines.shown(place)}"
    return value, f"{ill.fault}; {ill.hint}" if ill.fault else _unwritable(place)


@dataclass(frozen=True, slots=True)
class Ill:
    """What is wrong with a ledger, and what to do; ``fatal`` where nothing can be told of it any more."""

    fault: str = ""
    hint: str = ""
    fatal: bool = False


def _ill(c: Connection) -> Ill:
    if c.dialect.name == "sqlite" and c.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        return Ill("the file is damaged", setup.RESTORE, True)
    recorded, derived = setup.missing(c)
    if recorded:
        return Ill(f"tables are missing: {', '.join(recorded)}", setup.RESTORE, True)
    if derived:
        return Ill(f"missing: {', '.join(derived)}", REBUILD)
    if not setup.is_derived_here(c):
        return Ill("its projection is of another version of Parley", REBUILD)
    last = sa.select(sa.func.max(s.readings.c.n)).group_by(s.readings.c.report)
    told = c.execute(
        sa.select(sa.func.count()).select_from(s.appearances).where(s.appearances.c.reading.in_(last))
    ).scalar_one()
    if told != _count(c, k.members):
        return Ill(f"its projection knows {_count(c, k.members)} of {told} appearances", REBUILD)
    return Ill()


def _count(c: Connection, table: sa.Table) -> int:
    return int(c.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def _unwritable(place: str) -> str:
    """What to do where the ledger can be asked and not added to."""
    if engines.is_url(place) or all(os.access(p, os.W_OK) for p in (Path(place), Path(place).absolute().parent)):
        return ""
    return "it can be asked, but nothing can be added; check who may write the file and its folder"
