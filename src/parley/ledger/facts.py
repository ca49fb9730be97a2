"""What ``parley doctor`` tells of the ledger in force."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from parley.errors import LedgerError
from parley.ledger import cache as k
from parley.ledger import core, engines, setup
from parley.ledger import schema as s


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
            counts = ", ".join(
                f"{c.execute(sa.select(sa.func.count()).select_from(t)).scalar_one()} {t.name}"
                for t in (s.reports, s.claims, s.judgements)
            )
            made_by = c.execute(sa.select(k.facts.c.value).where(k.facts.c.name == "core")).scalar()
            if engine.dialect.name == "sqlite" and c.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                return place, "the file is damaged; restore it from a backup: parley ledger restore FILE"
        size = engines.size_of(engine, place) / 1e6
    finally:
        engine.dispose()
    stale = "its projection is of another version; run: parley ledger rebuild" if made_by != core.VERSION else ""
    return f"{counts}; schema {version}, {size:.1f} MB in {engines.shown(place)}", stale
