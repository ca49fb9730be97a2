"""Encounters: the agenda, one case, its history; what contradicts; what changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from parley.ledger.moments import earlier
from parley.web.rest import answers as a
from parley.web.rest import values as v
from parley.web.rest.questions import ChangesAsked, EncountersAsked, Question
from parley.web.rest.telling import Book, answer, counted, following, marked

router = APIRouter(tags=["encounters"])


@router.get("/encounters", response_model=a.Encounters)
def encounters(request: Request, book: Book, asked: Annotated[EncountersAsked, Query()]) -> Response:
    """The agenda: each encounter as it stood, on whose word, how many independent sources, disputed or not."""
    return marked(request, "encounters", book.find(**asked.wanted), asked.limit, "cursor")


@router.get("/encounters/{id}", response_model=v.Case)
def encounter(id: str, book: Book, asked: Annotated[Question, Query()]) -> Response:
    """The whole case of one encounter, by any id that it has borne: claims, chains, rules, contradictions."""
    return answer(book.why(id, **asked.moment))


@router.get("/encounters/{id}/history", response_model=a.History)
def history(id: str, book: Book, asked: Annotated[Question, Query()]) -> Response:
    """Every change of its status, time and place, oldest first, with the rule, the words, and on whose word."""
    case = book.why(id, **asked.moment)
    return answer({"encounter": case["id"], "history": case["history"]})


@router.get("/contradictions", response_model=a.Contradictions)
def contradictions(request: Request, book: Book, asked: Annotated[EncountersAsked, Query()]) -> Response:
    """What cannot both be true, both sides with their words; the filters are those of encounters."""
    rows = list(book.contradictions(asked.q, **{k: x for k, x in asked.wanted.items() if k != "text"}))
    cursors = list(dict.fromkeys(r["cursor"] for r in rows))
    kept = set(cursors[: asked.limit])
    more = following(request, cursors[asked.limit - 1]) if len(cursors) > asked.limit else None
    return answer({"contradictions": [r for r in rows if r["cursor"] in kept], "next": more})


@router.get("/diff", response_model=a.Changes)
def diff(request: Request, book: Book, asked: Annotated[ChangesAsked, Query()]) -> Response:
    """What changed after `since` and by `until`, and which report changed it."""
    return counted(
        request, "changes", book.diff(asked.since, earlier(asked.until, asked.as_of)), asked.after, asked.limit
    )
