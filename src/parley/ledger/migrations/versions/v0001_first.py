"""The first schema."""

import sqlalchemy as sa
from alembic import op

from parley.ledger import words

revision = "0001"
down_revision = None
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "appearances",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("reading", "id", name="uq_appearances_reading_id"),
    )
    op.create_index(op.f("ix_appearances_id"), "appearances", ["id"], unique=False)
    op.create_index(op.f("ix_appearances_report"), "appearances", ["report"], unique=False)
    op.create_table(
        "cache_bands",
        sa.Column("band", NUMBER, autoincrement=False, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("band", "report"),
    )
    op.create_index("ix_cache_bands_report", "cache_bands", ["report"], unique=False)
    op.create_table(
        "cache_copies",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("first", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_cache_copies_first"), "cache_copies", ["first"], unique=False)
    op.create_table(
        "cache_days",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("last", NUMBER, autoincrement=False, nullable=False),
        sa.Column("first", NUMBER, autoincrement=False, nullable=False),
        sa.Column("appearance", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("key", "last", "first", "appearance"),
    )
    op.create_index("ix_cache_days_appearance", "cache_days", ["appearance"], unique=False)
    op.create_table(
        "cache_facts",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "cache_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("appearance", sa.String(length=16), nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("row", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("key", "at", "appearance"),
    )
    op.create_index("ix_cache_keys_appearance", "cache_keys", ["appearance"], unique=False)
    op.create_table(
        "cache_members",
        sa.Column("appearance", sa.String(length=16), nullable=False),
        sa.Column("encounter", sa.String(length=16), nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("row", NUMBER, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("join", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("appearance"),
    )
    op.create_index("ix_cache_members_encounter", "cache_members", ["encounter", "at"], unique=False)
    op.create_index(op.f("ix_cache_members_report"), "cache_members", ["report"], unique=False)
    op.create_index("ix_cache_members_row", "cache_members", ["row"], unique=False)
    op.create_index("ix_cache_members_unsure", "cache_members", ["unsure", "at"], unique=False)
    op.create_table(
        "cache_positions",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_cache_positions_at", "cache_positions", ["at", "n"], unique=False)
    op.create_index(op.f("ix_cache_positions_report"), "cache_positions", ["report"], unique=False)
    op.create_table(
        "cache_stands",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("term", "at", "position"),
    )
    op.create_index("ix_cache_stands_position", "cache_stands", ["position"], unique=False)
    op.create_table(
        "cache_states",
        sa.Column("encounter", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("until", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("encounter", "at"),
    )
    op.create_index("ix_cache_states_at", "cache_states", ["at", "encounter"], unique=False)
    op.create_index("ix_cache_states_day", "cache_states", ["day", "encounter", "at"], unique=False)
    op.create_index("ix_cache_states_disputed", "cache_states", ["disputed", "at", "encounter"], unique=False)
    op.create_index("ix_cache_states_last", "cache_states", ["last", "encounter", "at"], unique=False)
    op.create_index("ix_cache_states_status", "cache_states", ["status", "at", "encounter"], unique=False)
    op.create_table(
        "cache_terms",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("encounter", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("term", "at", "encounter"),
    )
    op.create_index("ix_cache_terms_encounter", "cache_terms", ["encounter"], unique=False)
    op.create_table(
        "claims",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("appearance", sa.String(length=16), nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("stance", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("said", sa.String(length=32), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_claims_appearance", "claims", ["appearance", "reading"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_judgements_at"), "judgements", ["at"], unique=False)
    op.create_table(
        "outcomes",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("run", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("report", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index(op.f("ix_outcomes_run"), "outcomes", ["run"], unique=False)
    op.create_table(
        "purges",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "readings",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("lexicon", sa.Text(), nullable=False),
        sa.Column("recorded", sa.String(length=20), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index(op.f("ix_readings_recorded"), "readings", ["recorded"], unique=False)
    op.create_index(op.f("ix_readings_report"), "readings", ["report"], unique=False)
    op.create_table(
        "reports",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("recorded", sa.String(length=20), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_reports_at"), "reports", ["at"], unique=False)
    op.create_index(op.f("ix_reports_hash"), "reports", ["hash"], unique=False)
    op.create_index(op.f("ix_reports_key"), "reports", ["key"], unique=False)
    op.create_index(op.f("ix_reports_recorded"), "reports", ["recorded"], unique=False)
    op.create_index(op.f("ix_reports_source"), "reports", ["source"], unique=False)
    op.create_table(
        "runs",
        sa.Column("n", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "texts",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    words.create(op.get_bind())
