"""The projection: a cache of what follows from the ledger, which ``parley ledger rebuild`` makes anew.

Nothing in these tables is a truth of its own: every row is a pure function of the tables of
:mod:`parley.ledger.schema`, and a test holds the two equal.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, String, Table, Text

from parley.ledger.schema import NUMBER, metadata

facts = Table("cache_facts", metadata, Column("name", String(40), primary_key=True), Column("value", Text))

members = Table(
    "cache_members",
    metadata,
    Column("appearance", String(16), primary_key=True),
    Column("encounter", String(16), nullable=False),
    Column("report", String(16), nullable=False, index=True),
    Column("at", String(20), nullable=False),
    Column("row", NUMBER, nullable=False),
    Column("start", NUMBER, nullable=False),
    Column("score", Float, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("join", Text, nullable=False),
    Index("ix_cache_members_encounter", "encounter", "at"),
    Index("ix_cache_members_row", "row"),
    Index("ix_cache_members_unsure", "unsure", "at"),
)

keys = Table(
    "cache_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("at", String(20), primary_key=True),
    Column("appearance", String(16), primary_key=True),
    Column("report", String(16), nullable=False),
    Column("start", NUMBER, nullable=False),
    Column("row", NUMBER, nullable=False),
    Index("ix_cache_keys_appearance", "appearance"),
)

days = Table(
    "cache_days",
    metadata,
    Column("key", Text, primary_key=True),
    Column("last", NUMBER, primary_key=True, autoincrement=False),
    Column("first", NUMBER, primary_key=True, autoincrement=False),
    Column("appearance", String(16), primary_key=True),
    Index("ix_cache_days_appearance", "appearance"),
)

states = Table(
    "cache_states",
    metadata,
    Column("encounter", String(16), primary_key=True),
    Column("at", String(20), primary_key=True),
    Column("until", String(20), nullable=False),
    Column("status", String(12), nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("day", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_cache_states_at", "at", "encounter"),
    Index("ix_cache_states_status", "status", "at", "encounter"),
    Index("ix_cache_states_day", "day", "encounter", "at"),
    Index("ix_cache_states_last", "last", "encounter", "at"),
    Index("ix_cache_states_disputed", "disputed", "at", "encounter"),
)

terms = Table(
    "cache_terms",
    metadata,
    Column("term", Text, primary_key=True),
    Column("at", String(20), primary_key=True),
    Column("encounter", String(16), primary_key=True),
    Index("ix_cache_terms_encounter", "encounter"),
)

positions = Table(
    "cache_positions",
    metadata,
    Column("n", NUMBER, primary_key=True, autoincrement=True),
    Column("report", String(16), nullable=False, index=True),
    Column("at", String(20), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_cache_positions_at", "at", "n"),
)

stands = Table(
    "cache_stands",
    metadata,
    Column("term", Text, primary_key=True),
    Column("at", String(20), primary_key=True),
    Column("position", NUMBER, primary_key=True, autoincrement=False),
    Index("ix_cache_stands_position", "position"),
)

bands = Table(
    "cache_bands",
    metadata,
    Column("band", NUMBER, primary_key=True, autoincrement=False),
    Column("report", String(16), primary_key=True),
    Index("ix_cache_bands_report", "report"),
)

copies = Table(
    "cache_copies",
    metadata,
    Column("report", String(16), primary_key=True),
    Column("first", String(16), nullable=False, index=True),
)

CACHE = (facts, members, keys, days, states, terms, positions, stands, bands, copies)
