"""The agenda: it opens around now, and leads from there to what is later and what is earlier."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from parley.keeping import Ledger
from parley.ledger import moments
from parley.views import listed
from parley.web.asked import PAGE, keeping, moment, wanted
from parley.web.pages import Book, answer

router = APIRouter(include_in_schema=False)
Rows = list[dict[str, Any]]
AHEAD, PAST, UNDATED = 30, 10, 10  # rows of each part of the first page
FIRST, LAST = "0" * 16, "f" * 16  # before and after every id of a day


def now_of(request: Request) -> str:
    """The day on which the now-line stands: that of the moment that is asked for, else today."""
    asked = moment(request)
    as_of, by = moments.given(asked.get("as_of")), moments.given(asked.get("recorded_by"), "--recorded-by")
    return (as_of or by or moments.now())[:10]


def parts(request: Request, book: Ledger) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The parts of the page, each with a name and rows; and the ways on, each with an address, a name and what it is.

    Without an order asked for, the first page: what comes next by day, what is over from the latest day back, what has
    no day. Else a page of one order.
    """
    asked = wanted(request)
    if "order" not in asked and "after" not in asked and "undated" not in asked:
        return _around(request, book, asked)
    rows = list(book.find(**asked))
    return [{"name": listed.ORDERS[asked.get("order", "news")], "rows": rows[:PAGE]}], _ways(request, rows)


def _around(request: Request, book: Ledger, asked: dict[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    today = date.fromisoformat(now_of(request))
    yesterday = f"{today - timedelta(days=1) if today > date.min else today}/{LAST}"
    ahead = list(book.find(**{**asked, "order": "day", "after": yesterday, "limit": AHEAD + 1}))
    past = list(book.find(**{**asked, "order": "back", "after": f"{today}/{FIRST}", "limit": PAST + 1}))
    past = [row for row in past if not row["cursor"].startswith("/")]
    open_ = list(book.find(**{**asked, "undated": True, "limit": UNDATED + 1}))
    found = [
        {"name": "To come", "rows": ahead[:AHEAD]},
        {"name": "Over", "rows": past[:PAST]},
        {"name": "No day told", "rows": open_[:UNDATED]},
    ]
    ways = []
    if len(ahead) > AHEAD:
        ways.append(_way(request, "Later", "next", order="day", after=ahead[AHEAD - 1]["cursor"]))
    if len(past) > PAST:
        ways.append(_way(request, "Earlier", "prev", order="back", after=past[PAST - 1]["cursor"]))
    if len(open_) > UNDATED:
        ways.append(_way(request, "All without a day", "", undated="1", order="news"))
    return [part for part in found if part["rows"]], ways


def _ways(request: Request, rows: Rows) -> list[dict[str, str]]:
    """From a page of one order: on, and back over the days; and to now."""
    order, more = request.query_params.get("order") or "news", len(rows) > PAGE
    ways = [_way(request, "Around now", "", order=None, after=None, undated=None)]
    if order == "news":
        return [*ways, *([_way(request, "More", "next", after=rows[PAGE - 1]["cursor"])] if more else [])]
    names = ("Later", "Earlier") if order == "day" else ("Earlier", "Later")
    other = "back" if order == "day" else "day"
    if rows and request.query_params.get("after"):
        ways.append(_way(request, names[1], "prev", order=other, after=rows[0]["cursor"]))
    return [*ways, *([_way(request, names[0], "next", after=rows[PAGE - 1]["cursor"])] if more else [])]


def _way(request: Request, name: str, rel: str, **changed: str | None) -> dict[str, str]:
    return {"name": name, "rel": rel, "href": f"/{keeping(request, **changed)}"}


@router.get("/")
def agenda(request: Request, book: Book) -> HTMLResponse:
    """What is planned, in doubt, off and held, around a now-line."""
    found, ways = parts(request, book)
    asked = request.query_params
    yesterday = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return answer(
        request,
        "agenda.html",
        parts=found,
        ways=ways,
        statuses=listed.STATUSES,
        kinds=listed.KINDS,
        orders=listed.ORDERS,
        chosen={"status": asked.getlist("status"), "kind": asked.getlist("kind")},
        since=yesterday,
    )


@router.get("/agenda.json")
def agenda_rows(request: Request, book: Book) -> JSONResponse:
    """The rows of the page, in its order."""
    return JSONResponse([row for part in parts(request, book)[0] for row in part["rows"]])
