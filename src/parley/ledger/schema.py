"""The tables that are only ever added to: what everything else is derived from.

One schema for SQLite and PostgreSQL. ``n`` is the order of arrival. Words of articles stand in ``texts``,
``readings``, ``appearances`` and ``claims`` only, so that ``purge`` knows where they are.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows in INTEGER keys only
metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("source", Text, nullable=False, index=True),
    Column("hash", String(16), nullable=False, index=True),
    Column("at", String(20), nullable=False, index=True),
    Column("recorded", String(20), nullable=False, index=True),
    Column("published", Text),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("language", Text),
    Column("sketch", LargeBinary, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("report", String(16), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("report", String(16), nullable=False, index=True),
    Column("engine", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("recorded", String(20), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

appearances = Table(
    "appearances",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("reading", NUMBER, nullable=False),
    Column("id", String(16), nullable=False, index=True),
    Column("report", String(16), nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("reading", "id", name="uq_appearances_reading_id"),
)

claims = Table(
    "claims",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("appearance", String(16), nullable=False),
    Column("reading", NUMBER, nullable=False),
    Column("id", String(40), nullable=False),
    Column("stance", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("said", String(32)),
    Column("body", LargeBinary, nullable=False),
    Index("ix_claims_appearance", "appearance", "reading"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("kind", String(10), nullable=False),
    Column("targets", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("at", String(27), nullable=False, index=True),
    Column("value", Text),
)

purges = Table(
    "purges",
    metadata,
    Column("report", String(16), primary_key=True),
    Column("by", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("at", String(20), nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("at", String(20), nullable=False),
    Column("command", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("options", Text, nullable=False),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("run", String(16), nullable=False, index=True),
    Column("at", String(20), nullable=False),
    Column("what", String(10), nullable=False),
    Column("source", Text, nullable=False),
    Column("why", Text),
    Column("report", String(16)),
)
