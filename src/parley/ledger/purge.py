"""A text that must go: its words leave every table, a tombstone with the reason stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.errors import OptionError, UnknownError
from parley.export.rows import words_of
from parley.ledger import cache as k
from parley.ledger import core, moments, project, stands, store, words
from parley.ledger import schema as s
from parley.ledger.codec import pack, unpack
from parley.ledger.terms import folded
from parley.model.ledger import Report

SPAN = {"start", "end", "text"}


def wordless(value: Any) -> Any:
    """Plain JSON without the words of the article: every span keeps its place and loses its text.

    What the account rests on stays, so that a purge moves no link and no status: the names of actors, places and
    named sources; that two unnamed sources are two; and the one word that sets an encounter apart ("second").
    """
    if isinstance(value, list):
        return [wordless(v) for v in value]
    if not isinstance(value, dict):
        return value
    bare = {key: v if key in {"actors", "places"} else wordless(v) for key, v in value.items()}
    if set(value) >= SPAN and not value.get("named"):
        bare["text"] = " ".join(core.rank_words(value["text"]))
    if "issue" in bare:
        bare["issue"] = ""
    if "attributions" in bare:
        _number_unnamed(value["attributions"], bare["attributions"])
    return bare


def _number_unnamed(before: list[Any], after: list[Any]) -> None:
    """Sources without a name are told apart by numbers instead of by their words."""
    numbers: dict[str, int] = {}
    for old, new in zip(before, after, strict=True):
        for was, link in zip(old["chain"], new["chain"], strict=True):
            if not was["named"]:
                link["text"] = f"unnamed {numbers.setdefault(was['text'].casefold(), len(numbers) + 1)}"


def find(c: Connection, document: str) -> list[Report]:
    """The reports that ``document`` names: a report's id, else every version of the article of that source or address.

    Raises ``UnknownError`` where there is none, ``OptionError`` where it names different articles.
    """
    r = s.reports.c
    for which in (r.id == document, sa.or_(r.source == document, r.url == document)):
        found = [store.report_of_row(row) for row in c.execute(sa.select(s.reports).where(which))]
        if len({f.key for f in found}) > 1:
            told = ", ".join(f"{f.id} ({f.outlet})" for f in found)
            raise OptionError(f"{document!r} names several articles", hint=f"give the id of one: {told}")
        if found:
            return found
    raise UnknownError(f"there is no document {document!r}", hint="parley export documents lists them")


def purge(c: Connection, document: str, by: str, because: str) -> list[Report]:
    """Take the words of a document out of the ledger; the reports that lost theirs."""
    if not by.strip() or not because.strip():
        fault = "a purge is signed and has a reason"
        raise OptionError(fault, hint="give --by NAME and --because WORDS")
    if c.dialect.name == "sqlite":
        c.exec_driver_sql("PRAGMA secure_delete=ON")
    found = [r for r in find(c, document) if not store.is_purged(c, r.id)]
    for report in found:
        _blank(c, report)
        _index_names(c, report)
        tomb = {"report": report.id, "by": by.strip(), "because": because.strip(), "at": moments.now()}
        c.execute(s.purges.insert(), tomb)
        stands.put(c, report)
    touched = sa.select(k.members.c.encounter).where(k.members.c.report.in_([r.id for r in found]))
    project.refresh(c, dict.fromkeys(c.scalars(touched), ""))
    words.tidy(c)
    return found


def _blank(c: Connection, report: Report) -> None:
    _unindex(c, report)
    c.execute(s.texts.delete().where(s.texts.c.report == report.id))
    c.execute(s.reports.update().where(s.reports.c.id == report.id).values(title=None))
    readings = c.scalars(sa.select(s.readings.c.n).where(s.readings.c.report == report.id)).all()
    for table, column in ((s.readings, s.readings.c.n), (s.appearances, s.appearances.c.reading)):
        _rewrite(c, table, column, readings)
    _rewrite(c, s.claims, s.claims.c.reading, readings)


def _rewrite(c: Connection, table: sa.Table, column: sa.ColumnElement[int], readings: Sequence[int]) -> None:
    for row in c.execute(sa.select(table.c.n, table.c.body).where(column.in_(readings))).all():
        body = wordless(unpack(row.body))
        if "document" in body:
            body["document"] = {**body["document"], "title": None, "warnings": []}
        c.execute(table.update().where(table.c.n == row.n).values(body=pack(body)))


def _unindex(c: Connection, report: Report) -> None:
    """Out of the full text; SQLite wants the very words that were put in."""
    number = c.execute(sa.select(s.reports.c.n).where(s.reports.c.id == report.id)).scalar_one()
    page = folded(f"{report.title or ''} {store.text_of(c, report.id) or ''}")
    words.drop(c, "cache_pages", {number: page})
    a = s.appearances.c
    for row in c.execute(sa.select(a.n).where(a.report == report.id)).all():
        for appearance in store.appearances_at(c, [row.n]).values():
            words.drop(c, "cache_words", {row.n: folded(words_of(appearance, report))})


def _index_names(c: Connection, report: Report) -> None:
    """The names that stay are still found."""
    bare = replace(report, title=None)
    a = s.appearances.c
    for row in c.execute(sa.select(a.n).where(a.report == report.id)).all():
        for appearance in store.appearances_at(c, [row.n]).values():
            words.put(c, "cache_words", {row.n: folded(words_of(appearance, bare))})
