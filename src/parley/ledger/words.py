"""Full text: FTS5 on SQLite, tsvector on PostgreSQL. An index only, made from what the other tables hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import OptionError
from parley.ledger.terms import folded

SQLITE = (
    "CREATE VIRTUAL TABLE cache_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE cache_pages USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')",
)
POSTGRES = (
    "CREATE TABLE cache_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX ix_cache_words ON cache_words USING gin (words)",
    "CREATE TABLE cache_pages (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX ix_cache_pages ON cache_pages USING gin (words)",
)
TABLES = ("cache_words", "cache_pages")
MOST = 50  # words asked for at once


def create(c: Connection) -> None:
    """Make the index."""
    for statement in SQLITE if _lite(c) else POSTGRES:
        c.exec_driver_sql(statement)


def remove(c: Connection) -> None:
    """Take the index away."""
    for table in TABLES:
        c.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def _lite(c: Connection) -> bool:
    return c.dialect.name == "sqlite"


def put(c: Connection, table: str, rows: Mapping[int, str]) -> None:
    """Index the words of these rows."""
    if not rows:
        return
    given = ":words" if _lite(c) else "to_tsvector('simple', :words)"
    statement = sa.text(f"INSERT INTO {table}(rowid, words) VALUES (:row, {given})")
    c.execute(statement, [{"row": n, "words": text} for n, text in rows.items()])


def drop(c: Connection, table: str, rows: Mapping[int, str]) -> None:
    """Take these rows out of the index; SQLite wants the words that were put in."""
    if _lite(c):
        statement = f"INSERT INTO {table}({table}, rowid, words) VALUES ('delete', :row, :words)"
        rest: Sequence[Mapping[str, object]] = [{"row": n, "words": text} for n, text in rows.items()]
    else:
        statement, rest = f"DELETE FROM {table} WHERE rowid = :row", [{"row": n} for n in rows]
    if rest:
        c.execute(sa.text(statement), rest)


def found(c: Connection, table: str, asked: str, limit: int = 1000) -> list[int]:
    """Row numbers of what holds all the words asked for; words in quotation marks stand together; newest first."""
    terms = phrases(asked)
    if not terms:
        return []
    if _lite(c):
        match = " ".join('"' + t.replace('"', " ") + '"' for t in terms)
        query = f"SELECT rowid FROM {table} WHERE {table} MATCH :match ORDER BY rowid DESC LIMIT :limit"
        return [int(n) for n in c.scalars(sa.text(query), {"match": match, "limit": limit})]
    match = " & ".join(f"phraseto_tsquery('simple', :t{i})" for i in range(len(terms))).replace(" & ", " && ")
    query = f"SELECT rowid FROM {table} WHERE words @@ ({match}) ORDER BY rowid DESC LIMIT :limit"
    values: dict[str, object] = {f"t{i}": t for i, t in enumerate(terms)}
    return [int(n) for n in c.scalars(sa.text(query), {**values, "limit": limit})]


def phrases(asked: str) -> list[str]:
    """The words asked for, folded; what stands in quotation marks stays together."""
    parts = asked.replace("“", '"').replace("”", '"').split('"')
    out: list[str] = []
    for i, part in enumerate(parts):
        out += [folded(part)] if i % 2 else folded(part).split()
    told = [t for t in out if any(map(str.isalnum, t))]
    if len(told) > MOST:
        raise OptionError(f"{len(told)} words are too many to look for", hint=f"give {MOST} at most")
    return told


def fill(c: Connection, table: str, rows: Iterable[tuple[int, str]], at_once: int = 500) -> None:
    """Index many rows."""
    some: dict[int, str] = {}
    for n, text in rows:
        some[n] = text
        if len(some) >= at_once:
            put(c, table, some)
            some = {}
    put(c, table, some)


def tidy(c: Connection) -> None:
    """Merge the index, so that nothing is left of what was taken out."""
    for table in TABLES if _lite(c) else ():
        c.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")
