"""The agenda and the other lists: contradictions, actors, runs, what changed, search. Each has a twin of plain rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from parley.keeping import Ledger
from parley.views import listed
from parley.web.asked import PAGE, keeping, moment, only_moment, wanted
from parley.web.pages import Book, answer

router = APIRouter(include_in_schema=False)
Rows = list[dict[str, Any]]
MOST_MOVES = 500


@router.get("/")
def agenda(request: Request, book: Book) -> HTMLResponse:
    """What is planned, in doubt, off and held, around a now-line."""
    rows = list(islice(book.find(**wanted(request)), PAGE + 1))
    more = keeping(request, after=rows[PAGE - 1]["cursor"]) if len(rows) > PAGE else None
    at = (moment(request).get("as_of") or datetime.now(UTC).isoformat())[:10]
    parts = listed.around_now(rows[:PAGE], at, request.query_params.get("order") == "day")
    asked = request.query_params
    yesterday = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return answer(
        request,
        "agenda.html",
        parts=parts,
        more=more,
        first=keeping(request, after=None) if asked.get("after") else None,
        statuses=listed.STATUSES,
        kinds=listed.KINDS,
        chosen={"status": asked.getlist("status"), "kind": asked.getlist("kind")},
        since=yesterday,
    )


@router.get("/agenda.json")
def agenda_rows(request: Request, book: Book) -> JSONResponse:
    """The rows of the agenda under the same filters."""
    return JSONResponse(list(islice(book.find(**wanted(request)), PAGE)))


def _contradictions(request: Request, book: Ledger) -> Rows:
    asked = {**wanted(request), "limit": PAGE + 1}
    return list(book.contradictions(**asked))


@router.get("/contradictions")
def contradictions(request: Request, book: Book) -> HTMLResponse:
    """What cannot both be true: one column a side."""
    rows = _contradictions(request, book)
    groups = [list(g) for _, g in groupby(rows, key=lambda r: r["encounter"])]
    more = keeping(request, after=groups[PAGE - 1][0]["cursor"]) if len(groups) > PAGE else None
    return answer(request, "contradictions.html", groups=[listed.differing(g) for g in groups[:PAGE]], more=more)


@router.get("/contradictions.json")
def contradiction_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(_contradictions(request, book))


@router.get("/actors")
def actors(request: Request, book: Book) -> HTMLResponse:
    """Who is party to encounters, those of most encounters first."""
    name = request.query_params.get("name") or None
    rows = list(islice(book.actors(name, **moment(request)), 200))
    return answer(request, "actors.html", rows=rows, name=name or "")


@router.get("/actors/{name}.json")
def actor_rows(request: Request, name: str, book: Book) -> JSONResponse:
    """Encounters and positions of one of them."""
    return JSONResponse(_actor(request, name, book))


@router.get("/actors/{name}")
def actor(request: Request, name: str, book: Book) -> HTMLResponse:
    """Whom they meet, and what they demand, offer or refuse, issue by issue with the moves."""
    found = _actor(request, name, book)
    return answer(
        request,
        "actor.html",
        name=name,
        encounters_of=found["encounters"],
        lines=listed.lines(found["positions"]),
    )


def _actor(request: Request, name: str, book: Ledger) -> dict[str, Rows]:
    at = moment(request)
    return {
        "encounters": list(islice(book.find(actor=name, limit=100, **at), 100)),
        "positions": list(islice(book.positions(actor=name, limit=MOST_MOVES, **at), MOST_MOVES)),
    }


@router.get("/runs")
def runs(request: Request, book: Book) -> HTMLResponse:
    """What was read, skipped and failed, and why."""
    return answer(request, "runs.html", rows=list(book.runs(PAGE)))


@router.get("/runs.json")
def run_rows(book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(list(book.runs(PAGE)))


@router.get("/changes")
def changes(request: Request, book: Book) -> HTMLResponse:
    """What changed since a moment, newest first."""
    since = request.query_params.get("since") or (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d")
    rows = list(islice(book.diff(since, request.query_params.get("until") or None), MOST_MOVES))
    return answer(request, "changes.html", rows=rows[::-1], since=since, until=request.query_params.get("until", ""))


@router.get("/search")
def search(request: Request, book: Book) -> HTMLResponse:
    """Encounters and articles in which these words stand."""
    q = request.query_params.get("q", "").strip()
    at = moment(request)
    found = list(islice(book.find(q, limit=PAGE, **at), PAGE)) if q else []
    articles = list(book.search(q, limit=PAGE, **at)) if q else []
    return answer(request, "search.html", q=q, rows=found, articles=articles, keep=only_moment(request))
