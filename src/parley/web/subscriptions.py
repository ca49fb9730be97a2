"""What programs fetch again and again: the agenda as CSV and JSON lines, by the filters of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import ValidationError

from parley.errors import OptionError
from parley.export.kinds import encounters
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
    request: Request, book: Ledger, media: str, name: str, write: Callable[[Ledger, dict[str, Any]], Written]
) -> Response:
    """The answer in pieces, or 304; whatever is wrong with the question is told before the first piece."""
    wanted, now = asked(request).wanted, freshness.marks(request, book)
    if same := freshness.unchanged(request, now):
        return same
    pieces: Iterator[str | bytes] = iter(write(book, wanted))
    first = next(pieces, "")
    headers = {**now, "Content-Disposition": f'inline; filename="{name}"'}
    return StreamingResponse(chain([first], pieces), media_type=media, headers=headers)


def _rows(book: Ledger, wanted: dict[str, Any]) -> Iterator[Any]:
    for case, shelf in book.accounts(**wanted):
        yield from encounters(case, shelf)


@router.get("/agenda.csv")
def table(request: Request, book: Book) -> Response:
    """Flat columns, as ``parley export encounters --format csv`` writes them."""
    return told(request, book, "text/csv", "agenda.csv", lambda b, w: as_csv("encounters", _rows(b, w)))


@router.get("/agenda.jsonl")
def lines(request: Request, book: Book) -> Response:
    """The whole account of each encounter a line, as ``parley export encounters --format jsonl`` writes it."""
    return told(request, book, "application/jsonl", "agenda.jsonl", lambda b, w: jsonl("encounters", _rows(b, w)))
