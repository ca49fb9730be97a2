"""A ledger that an older Parley made, brought up to date step by step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection

from parley.errors import LedgerError
from parley.ledger import engines, project, setup

STEPS = Path(__file__).with_name("migrations")


def config(c: Connection) -> Config:
    """What alembic needs to know."""
    made = Config()
    made.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = c
    return made


def migrate(c: Connection, target: str = "head") -> None:
    """Take all steps up to ``target``."""
    command.upgrade(config(c), target)


def upgrade(where: str) -> tuple[str, str]:
    """Bring the ledger at ``where`` up to date, in one transaction; the versions before and after.

    Raises ``LedgerError`` where there is no ledger, or one that a newer Parley made.
    """
    if not engines.is_url(where) and not Path(where).is_file():
        raise LedgerError("there is no ledger", where=where, hint="check the path")
    engine = engines.engine_for(where)
    try:
        with engines.writing(engine, where) as c:
            before = setup.version_of(c, where)
            if before is None or before > setup.HEAD:
                setup.check(before, where)
            if before != setup.HEAD:
                migrate(c)
            if before != setup.HEAD or not setup.is_derived_here(c):
                project.rebuild(c)
        return str(before), setup.HEAD
    finally:
        engine.dispose()
