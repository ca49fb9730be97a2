"""Articles: text and facts side by side, versions and copies, and the way to each encounter of the ledger."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse

from parley.explain import rule_in_words
from parley.keeping import Ledger
from parley.views.account import account
from parley.web.asked import moment, only_moment
from parley.web.pages import Book, answer

router = APIRouter(include_in_schema=False)


@router.get("/articles/{report}.json")
def as_json(request: Request, report: str, book: Book) -> JSONResponse:
    """The reading as it was printed, with its report and what stands around that."""
    row, kin, at = _around(request, report, book)
    reading = book.reading(report, recorded_by=at.get("recorded_by"))
    return JSONResponse({"report": row, **kin, "reading": reading})


@router.get("/articles/{report}.css")
def style(report: str, book: Book) -> PlainTextResponse:
    """The rules that light up words and facts together: they are of this article alone."""
    return PlainTextResponse(_shown(book, report, {}, {})["css"], media_type="text/css")


@router.get("/articles/{report}")
def article(request: Request, report: str, book: Book) -> HTMLResponse:
    """Text and facts of one report."""
    row, kin, at = _around(request, report, book)
    return answer(request, "article.html", a=_shown(book, report, kin, at, only_moment(request)), report=row, kin=kin)


def _around(request: Request, report: str, book: Ledger) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The report with its kin as they stood at the moment that is asked for, and that moment.

    Raises ``UnknownError`` where the report was not there by then.
    """
    at = moment(request)
    row = book.document(report, **at)
    return row, book.kin(report, **at), at


def _shown(book: Ledger, report: str, kin: dict[str, Any], at: dict[str, Any], keep: str = "") -> dict[str, Any]:
    homes = {own: f"/encounters/{there}{keep}" for own, there in kin.get("encounters", {}).items()}
    return account(book.reading(report, recorded_by=at.get("recorded_by")), rule_in_words, homes=homes)
