"""The pages that people read."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

from parley.errors import ParleyError
from parley.keeping import Ledger
from parley.views import templates
from parley.web import asked

router = APIRouter(include_in_schema=False)
NAV = (("/", "Agenda"), ("/contradictions", "Contradictions"), ("/actors", "Actors"), ("/runs", "Runs"))


def ledger_of(request: Request) -> Ledger:
    """The ledger that is served."""
    ledger: Ledger = request.app.state.ledger
    return ledger


Book = Annotated[Ledger, Depends(ledger_of)]


def answer(request: Request, template: str, code: int = 200, **values: Any) -> HTMLResponse:
    """A page with its surroundings."""
    query = f"?{request.url.query}" if request.url.query else ""
    path, given = request.url.path, request.query_params
    around = {"asked": given, "query": query, "keep": asked.only_moment(request), "twin": f"{twin_of(path)}{query}"}
    page = templates.page(template, **{"nav": NAV, "here": path, "in_force": True, **around, **values})
    return HTMLResponse(page, status_code=code)


def twin_of(path: str) -> str:
    """Where a page stands as data."""
    return "/agenda.json" if path == "/" else f"{path}.json"


def failed(request: Request, error: ParleyError, code: int) -> HTMLResponse:
    """What went wrong, and what to try."""
    return answer(request, "error.html", code, fault=str(error), in_force=False, twin=None)


@router.get("/static/{name}")
def static(name: str) -> PlainTextResponse:
    """A file that ships with the pages."""
    kinds = {"style.css": "text/css", "account.css": "text/css"}
    if name not in kinds:
        return PlainTextResponse("not found", status_code=404)
    return PlainTextResponse(templates.static(name), media_type=kinds[name])
