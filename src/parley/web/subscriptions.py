"""What programs fetch again and again: the agenda as a calendar, a table, JSON lines, by the filters of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import ValidationError

from parley.errors import OptionError
from parley.export.choice import Choice
from parley.export.field import FIELD
from parley.export.kinds import encounters
from parley.export.rows import Row
from parley.export.tables import as_csv, jsonl
from parley.keeping import Ledger
from parley.web import freshness
from parley.web.pages import Book
from parley.web.rest.questions import Twin

router = APIRouter(include_in_schema=False)
SEVERAL = ("status", "kind")
Written = Iterable[str | bytes]


def asked(request: Request) -> Twin:
    """The filters of a URL; what a form leaves empty is not asked for. Raises ``OptionError``."""
    given: dict[str, Any] = {k: v for k, v in request.query_params.multi_items() if v}
    given |= {k: [v for v in request.query_params.getlist(k) if v] for k in SEVERAL if k in given}
    try:
        return Twin.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        where, known = ".".join(map(str, first["loc"])), ", ".join(f.alias or n for n, f in Twin.model_fields.items())
        fault = "there is no filter of this name" if first["type"] == "extra_forbidden" else first["msg"]
        raise OptionError(fault, where=f"--{where}", hint=f"filters are: {known}") from None


def told(
    request: Request, book: Ledger, media: str, name: str, write: Callable[[Iterator[Row], Choice], Written]
) -> Response:
    """The answer in pieces, or 304; whatever is wrong with the question is told before the first piece."""
    twin, now = asked(request), freshness.marks(request, book)
    if same := freshness.unchanged(request, now):
        return same
    rows: Iterator[Row] = _rows(book, twin.wanted)
    rows = chain(list(islice(rows, 1)), rows)  # a question that is none is refused here
    pieces = write(rows, Choice(twin.cancelled, twin.denied))
    headers = {**now, "Content-Disposition": f'inline; filename="{name}"'}
    return StreamingResponse(pieces, media_type=media, headers=headers)


def _rows(book: Ledger, wanted: dict[str, Any]) -> Iterator[Row]:
    for case, shelf in book.accounts(**wanted):
        yield from encounters(case, shelf)


def field(request: Request, book: Ledger, form: str, name: str) -> Response:
    """The agenda in a format of the field (``parley.export.field``), which says for itself what it cannot carry."""
    known = FIELD[form]
    return told(request, book, known.media, name, known.write)


@router.get("/calendar.ics")
def calendar(request: Request, book: Book) -> Response:
    """The agenda to subscribe to: stable UIDs, SEQUENCE rising with each change; what was called off stays and says so.

    ``cancelled=remove`` marks it for removal instead; ``denied=true`` shows what was denied too.
    """
    return field(request, book, "ics", "calendar.ics")


@router.get("/agenda.jsonld")
def linked(request: Request, book: Book) -> Response:
    """Events of schema.org, with the lossless status beside them."""
    return field(request, book, "jsonld", "agenda.jsonld")


@router.get("/agenda.csv")
def table(request: Request, book: Book) -> Response:
    """Flat columns, as ``parley export encounters --format csv`` writes them."""
    return told(request, book, "text/csv", "agenda.csv", lambda rows, _: as_csv("encounters", rows))


@router.get("/agenda.jsonl")
def lines(request: Request, book: Book) -> Response:
    """The whole account of each encounter a line, as ``parley export encounters --format jsonl`` writes it."""
    return told(request, book, "application/jsonl", "agenda.jsonl", lambda rows, _: jsonl("encounters", rows))
