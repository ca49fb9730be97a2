"""Whether anything has changed: for those who ask again and again, such as calendars."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.ids import hashed
from parley.ledger import cache as k
from parley.ledger import schema as s

SOURCES = (
    (sa.func.max(s.readings.c.n), sa.func.max(s.readings.c.recorded)),
    (sa.func.max(s.judgements.c.n), sa.func.max(s.judgements.c.at)),
    (sa.func.count(s.purges.c.report), sa.func.max(s.purges.c.at)),
)
BEGINNING = "1970-01-01T00:00:00Z"


def edition(c: Connection) -> tuple[str, str]:
    """A mark of all that was recorded and of how it is derived, and the moment (ISO, UTC) of the last record."""
    found = [c.execute(sa.select(number, at)).one() for number, at in SOURCES]
    derived = c.scalars(sa.select(k.facts.c.value).order_by(k.facts.c.name)).all()
    last = max((f"{at[:19]}Z" for _, at in found if at), default=BEGINNING)
    return hashed(*(str(number) for number, _ in found), *derived), last
