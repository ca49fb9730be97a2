"""Articles: text and facts side by side, versions and copies, and the way to each encounter of the ledger."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse

from parley.explain import rule_in_words
from parley.keeping import Ledger
from parley.views.account import account
from parley.web.pages import Book, answer

router = APIRouter(include_in_schema=False)


@router.get("/articles/{report}.json")
def as_json(report: str, book: Book) -> JSONResponse:
    """The reading as it was printed, with its report and what stands around that."""
    return JSONResponse({"report": book.document(report), **book.kin(report), "reading": book.reading(report)})


@router.get("/articles/{report}.css")
def style(report: str, book: Book) -> PlainTextResponse:
    """The rules that light up words and facts together: they are of this article alone."""
    return PlainTextResponse(_shown(book, report)["css"], media_type="text/css")


@router.get("/articles/{report}")
def article(request: Request, report: str, book: Book) -> HTMLResponse:
    """Text and facts of one report."""
    kin, row = book.kin(report), book.document(report)
    return answer(request, "article.html", a=_shown(book, report, kin), report=row, kin=kin)


def _shown(book: Ledger, report: str, kin: dict[str, Any] | None = None) -> dict[str, Any]:
    homes = {own: f"/encounters/{there}" for own, there in (kin or {}).get("encounters", {}).items()}
    return account(book.reading(report), rule_in_words, homes=homes)
