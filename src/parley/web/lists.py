"""The other lists: contradictions, actors, runs, what changed, search. Each has a twin of plain rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from parley.keeping import Ledger
from parley.ledger.moments import earlier
from parley.views import listed, timeline
from parley.web.asked import counted, keeping, moment, only_moment, seen, wanted
from parley.web.pages import Book, answer

router = APIRouter(include_in_schema=False)
Rows = list[dict[str, Any]]
PAGE, WITH_SIDES, RUNS, LEFT = 50, 20, 25, 10  # rows of a page; encounters with both sides; runs; inputs named of each
MOST_SAID = 100  # positions of one actor, the latest
ENCOUNTERS_OF = 50


def _page(request: Request, rows: Iterable[dict[str, Any]], size: int = PAGE) -> tuple[Rows, str | None]:
    """A page of rows that are counted through, and the query of the next."""
    begin = seen(request)
    found = list(islice(rows, begin, begin + size + 1))
    return found[:size], counted(request, begin + size) if len(found) > size else None


def _contradictions(request: Request, book: Ledger) -> tuple[list[Rows], str | None]:
    asked = {**wanted(request), "limit": WITH_SIDES + 1}
    groups = [list(g) for _, g in groupby(book.contradictions(**asked), key=lambda r: r["encounter"])]
    more = keeping(request, after=groups[WITH_SIDES - 1][0]["cursor"]) if len(groups) > WITH_SIDES else None
    return groups[:WITH_SIDES], more


@router.get("/contradictions")
def contradictions(request: Request, book: Book) -> HTMLResponse:
    """What cannot both be true: one column a side."""
    groups, more = _contradictions(request, book)
    return answer(request, "contradictions.html", groups=[listed.differing(g) for g in groups], more=more)


@router.get("/contradictions.json")
def contradiction_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse([row for group in _contradictions(request, book)[0] for row in group])


def _actors(request: Request, book: Ledger) -> tuple[Rows, str | None]:
    return _page(request, book.actors(request.query_params.get("name") or None, **moment(request)))


@router.get("/actors")
def actors(request: Request, book: Book) -> HTMLResponse:
    """Who is party to encounters, those of most encounters first."""
    rows, more = _actors(request, book)
    return answer(request, "actors.html", rows=rows, more=more, name=request.query_params.get("name", ""))


@router.get("/actors.json")
def actors_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(_actors(request, book)[0])


@router.get("/actors/{name}.json")
def actor_rows(request: Request, name: str, book: Book) -> JSONResponse:
    """Encounters and positions of one of them."""
    return JSONResponse(_actor(request, name, book))


@router.get("/actors/{name}")
def actor(request: Request, name: str, book: Book) -> HTMLResponse:
    """Whom they meet, and what they demand, offer or refuse, issue by issue with the moves."""
    found = _actor(request, name, book)
    lines, met = listed.lines(found["positions"]), sorted(found["encounters"], key=timeline.day_of)
    return answer(
        request,
        "actor.html",
        name=name,
        encounters_of=met,
        strip=timeline.strip_of(met, only_moment(request)),
        lines=lines,
        many=len(met) == ENCOUNTERS_OF,
    )


def _actor(request: Request, name: str, book: Ledger) -> dict[str, Rows]:
    at = moment(request)
    return {
        "encounters": list(book.find(actor=name, limit=ENCOUNTERS_OF, **at)),
        "positions": list(deque(book.positions(actor=name, **at), MOST_SAID)),
    }


def _runs(request: Request, book: Ledger) -> tuple[Rows, str | None]:
    by = request.query_params.get("recorded_by") or None
    return _page(request, book.runs(seen(request) + RUNS + 1, recorded_by=by, left=LEFT), RUNS)


@router.get("/runs")
def runs(request: Request, book: Book) -> HTMLResponse:
    """What was read, skipped and failed, and why; when articles were published makes no difference to it."""
    rows, more = _runs(request, book)
    return answer(request, "runs.html", rows=rows, more=more, in_force=False)


@router.get("/runs.json")
def run_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(_runs(request, book)[0])


def _changes(request: Request, book: Ledger) -> tuple[str, Rows, str | None]:
    asked = request.query_params
    since = asked.get("since") or (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d")
    rows = book.diff(since, earlier(asked.get("until"), asked.get("as_of")), newest=True)
    return since, *_page(request, rows)


@router.get("/changes")
def changes(request: Request, book: Book) -> HTMLResponse:
    """What changed since a moment, newest first."""
    since, rows, more = _changes(request, book)
    until = request.query_params.get("until", "")
    return answer(request, "changes.html", rows=rows, since=since, until=until, more=more)


@router.get("/changes.json")
def change_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(_changes(request, book)[1])


def _search(request: Request, book: Ledger) -> dict[str, Any]:
    q, at = request.query_params.get("q", "").strip(), moment(request)
    return {
        "encounters": list(book.find(q, limit=PAGE, **at)) if q else [],
        "documents": list(book.search(q, limit=PAGE, **at)) if q else [],
    }


@router.get("/search")
def search(request: Request, book: Book) -> HTMLResponse:
    """Encounters and articles in which these words stand."""
    found, q = _search(request, book), request.query_params.get("q", "").strip()
    return answer(request, "search.html", q=q, rows=found["encounters"], articles=found["documents"])


@router.get("/search.json")
def search_rows(request: Request, book: Book) -> JSONResponse:
    """The same as rows."""
    return JSONResponse(_search(request, book))
