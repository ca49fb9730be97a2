"""Rows out: JSON of any words, and the path of the next page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request, Response

from parley.keeping import Ledger


def ledger_of(request: Request) -> Ledger:
    """The ledger that is served."""
    ledger: Ledger = request.app.state.ledger
    return ledger


Book = Annotated[Ledger, Depends(ledger_of)]


def answer(content: Mapping[str, Any], status: int = 200) -> Response:
    """JSON in UTF-8; halves of surrogate pairs, which UTF-8 does not have, are escaped."""
    try:
        body = json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        body = json.dumps(content).encode()
    return Response(body, status, media_type="application/json")


def following(request: Request, after: object) -> str:
    """The path of this question, going on after a row."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*kept, ('after', str(after))])}"


def counted(request: Request, name: str, rows: Iterable[Any], after: int, limit: int) -> Response:
    """A page of rows that are counted through."""
    found = list(islice(rows, after, after + limit + 1))
    more = following(request, after + limit) if len(found) > limit else None
    return answer({name: found[:limit], "next": more})


def marked(request: Request, name: str, rows: Iterable[Any], limit: int, mark: str) -> Response:
    """A page of rows each of which holds (under ``mark``) where the next page begins."""
    found = list(islice(rows, limit + 1))
    more = following(request, found[limit - 1][mark]) if len(found) > limit else None
    return answer({name: found[:limit], "next": more})
