"""The texts that hold some words, each with the place where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import documents, store, words
from parley.ledger import schema as s
from parley.ledger.asked import writable
from parley.ledger.telling import Moment
from parley.model.reading import plain
from parley.model.span import Span

AROUND = 120  # characters shown on either side
WORD = re.compile(r"\S+")


def documents_with(c: Connection, asked: str, moment: Moment, limit: int | None = None) -> Iterator[Row]:
    """The reports that hold all these words (in quotation marks: together), the newest first."""
    asked = writable(asked) or ""
    numbers, r = words.found(c, "cache_pages", asked), s.reports.c
    query = sa.select(r.id).where(r.n.in_(numbers), *documents.by_then(r, moment)).order_by(r.at.desc(), r.n.desc())
    ids = c.scalars(query.limit(limit)).all()
    terms = words.phrases(asked)
    for row in documents.rows(c, ids, moment):
        text = store.text_of(c, row["id"]) or ""
        yield {**row, "excerpt": plain(excerpt(text, terms))}


def excerpt(text: str, terms: list[str]) -> Span | None:
    """The words of a text around the first of ``terms`` (folded) that stands in it; None where none does.

    >>> excerpt("They met in Évora.", ["evora"]).text
    'They met in Évora.'
    """
    bare, places = _bare(text)
    found = sorted(at for term in terms if (at := bare.find(term)) >= 0)
    if not found:
        return None
    first = places[found[0]]
    start, end = max(0, first - AROUND), min(len(text), first + AROUND)
    words = [m.span() for m in WORD.finditer(text, start, end)]
    whole = [(a, b) for a, b in words if (a > start or start == 0) and (b < end or end == len(text))]
    if any(a <= first < b for a, b in whole):
        start, end = whole[0][0], whole[-1][1]
    return Span.of(text, start, end)


def _bare(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, and for each letter where it stands in the text."""
    out: list[str] = []
    places: list[int] = []
    for n, letter in enumerate(text):
        for c in unicodedata.normalize("NFKD", letter).casefold():
            c = " " if c.isspace() else c
            if unicodedata.combining(c) or (c == " " and out[-1:] == [" "]):
                continue
            out.append(c)
            places.append(n)
    return "".join(out), places
