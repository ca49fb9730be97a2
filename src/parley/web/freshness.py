"""Whether what was fetched before still holds: ETag, Last-Modified and 304, for those who ask again and again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from fastapi import Request, Response

from parley.ids import hashed
from parley.keeping import Ledger


def marks(request: Request, book: Ledger) -> dict[str, str]:
    """The headers by which an answer is known again.

    It changes with what the ledger holds, with the question, and with the day, since a day may pass without word.
    """
    edition, last = book.edition()
    midnight = f"{datetime.now(UTC).date().isoformat()}T00:00:00Z"
    since = datetime.fromisoformat(max(last, midnight))
    mark = hashed(edition, midnight, request.url.path, request.url.query)
    return {
        "ETag": f'W/"{mark}"',
        "Last-Modified": format_datetime(since, usegmt=True),
        "Cache-Control": "private, no-cache",
    }


def unchanged(request: Request, now: dict[str, str]) -> Response | None:
    """304 where the asker has the answer already; None where it must be told."""
    held = request.headers.get("if-none-match")
    if held is not None:
        names = {name.strip().removeprefix("W/") for name in held.split(",")}
        same = "*" in names or now["ETag"].removeprefix("W/") in names
    else:
        same = _not_since(request.headers.get("if-modified-since"), now["Last-Modified"])
    return Response(status_code=304, headers=now) if same else None


def _not_since(asked: str | None, last: str) -> bool:
    try:
        return asked is not None and parsedate_to_datetime(last) <= parsedate_to_datetime(asked)
    except (TypeError, ValueError, OverflowError):  # no date, or one without a zone: ask again
        return False
