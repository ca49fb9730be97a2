"""The page of one encounter, and its row as data."""

from __future__ import annotations

from itertools import islice
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from parley.errors import UnknownError
from parley.keeping import Ledger
from parley.model.ledger import Judgement
from parley.views import case, choices, standing, told
from parley.web.asked import keeping, moment, only_moment
from parley.web.pages import Book, answer
from parley.web.signing import session

router = APIRouter(include_in_schema=False)
MOST = 20  # candidates that a correction offers


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
    shown = case.shown(row)
    whole = request.query_params.get("reports") == "all"
    most = len(row["appearances"]) if whole else standing.MOST
    return answer(
        request,
        "encounter.html",
        c=shown,
        keep=only_moment(request),
        related=_titles(book, [*row["prepares"], *row["led_to"]], moment(request)),
        most=most,
        whole=whole,
        left=any(len(part) > most for part in shown["stood"].values()),
        all_reports=keeping(request, reports="all"),
        known=_known(request, row, book),
        choices=choices.offered(row, _others(row, book) if who else []),
        judgements=judged(book, row),
        may_write=who is not None,
        by=who.by if who else "",
        can_sign_in=bool(token),
    )


def _known(request: Request, row: dict[str, Any], book: Ledger) -> dict[str, Any]:
    """The moments when it changed, and which of them come before and after the one that is looked at."""
    at = moment(request)
    full = book.why(row["id"], recorded_by=at.get("recorded_by")) if "as_of" in at else row
    steps = list(dict.fromkeys(s["at"] for s in full["history"]))
    held = {s["at"] for s in row["history"]}
    passed = [s for s in steps if s in held] if "as_of" in at else steps
    here = passed[-1] if passed else None
    after = steps[len(passed)] if len(passed) < len(steps) else None
    return {"steps": steps, "here": here, "before": passed[-2] if len(passed) > 1 else None, "after": after}


def _others(row: dict[str, Any], book: Ledger) -> list[dict[str, Any]]:
    """Encounters of the same parties, the newest first: those that it may be the same as."""
    found: dict[str, dict[str, Any]] = {}
    for p in row["parties"][:3]:
        for r in islice(book.find(actor=p["name"], limit=MOST), MOST):
            found.setdefault(r["id"], r)
    found.pop(row["id"], None)
    return sorted(found.values(), key=lambda r: str(r["since"]), reverse=True)[:MOST]


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
