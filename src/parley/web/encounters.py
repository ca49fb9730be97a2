"""The page of one encounter, and its row as data."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from parley.errors import UnknownError
from parley.keeping import Ledger
from parley.model.ledger import Judgement
from parley.views import case, told
from parley.web.asked import moment, only_moment
from parley.web.pages import Book, answer
from parley.web.signing import session

router = APIRouter(include_in_schema=False)


@router.get("/encounters/{id}.json")
def as_json(request: Request, id: str, book: Book) -> JSONResponse:
    """The row of ``Ledger.why``."""
    return JSONResponse(book.why(id, **moment(request)))


@router.get("/encounters/{id}", response_model=None)
def encounter(request: Request, id: str, book: Book) -> Response:
    """The whole case; an older id leads to the one that it bears now."""
    row = book.why(id, **moment(request))
    if row["id"] != id:
        return RedirectResponse(f"/encounters/{row['id']}{only_moment(request)}", status_code=307)
    return _page(request, row, book)


def _page(request: Request, row: dict[str, Any], book: Ledger) -> HTMLResponse:
    token, who = request.app.state.settings.token, session(request)
    copies = Counter(a["source_group"] for a in row["appearances"])
    return answer(
        request,
        "encounter.html",
        c=case.shown(row),
        keep=only_moment(request),
        related=_titles(book, [*row["prepares"], *row["led_to"]], moment(request)),
        copies=copies,
        judgements=judged(book, row),
        may_write=who is not None,
        by=who.by if who else "",
        can_sign_in=bool(token),
    )


def _titles(book: Ledger, ids: list[str], at: dict[str, Any]) -> dict[str, str]:
    """What related encounters are called; one that is not told at the moment keeps its id."""
    out = {}
    for id in ids:
        try:
            out[id] = told.title(book.why(id, **at))
        except UnknownError:
            continue
    return out


def judged(book: Ledger, row: dict[str, Any]) -> list[dict[str, Any]]:
    """What people decided on this encounter, oldest first, undone or not."""
    mine = {row["id"], *row["aliases"], *(a["id"] for a in row["appearances"])}
    mine |= {c["id"] for a in row["appearances"] for c in a["claims"]}
    decided = book.judgements()
    undone = {t for j in decided if j.kind == "undo" for t in j.targets}
    return [_told(j, j.id in undone) for j in decided if j.kind != "undo" and mine & set(j.targets)]


def _told(j: Judgement, undone: bool) -> dict[str, Any]:
    return {
        "id": j.id,
        "kind": j.kind,
        "value": j.value,
        "by": j.by,
        "because": j.because,
        "at": j.at,
        "undone": undone,
    }
