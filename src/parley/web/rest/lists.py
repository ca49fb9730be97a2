"""Positions, actors, documents, readings, runs, search."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from parley.web.rest import answers as a
from parley.web.rest.questions import ActorsAsked, DocumentsAsked, PositionsAsked, Question, RunsAsked, SearchAsked
from parley.web.rest.telling import Book, answer, counted, marked

router = APIRouter(tags=["lists"])


@router.get("/positions", response_model=a.Positions)
def positions(request: Request, book: Book, asked: Annotated[PositionsAsked, Query()]) -> Response:
    """What each side demands, offers or refuses, the oldest word first, with the moves that it makes."""
    rows = book.positions(actor=asked.actor, issue=asked.issue, **asked.moment)
    return counted(request, "positions", rows, asked.after, asked.limit)


@router.get("/actors", response_model=a.Actors)
def actors(request: Request, book: Book, asked: Annotated[ActorsAsked, Query()]) -> Response:
    """Who is party to encounters, those of most encounters first."""
    return counted(request, "actors", book.actors(asked.name, **asked.moment), asked.after, asked.limit)


@router.get("/documents", response_model=a.Documents)
def documents(request: Request, book: Book, asked: Annotated[DocumentsAsked, Query()]) -> Response:
    """The articles that the ledger holds, each version, in the order of arrival."""
    rows = book.documents(limit=asked.limit + 1, after=asked.after, **asked.moment)
    return marked(request, "documents", rows, asked.limit, "id")


@router.get("/documents/{id}", response_model=a.Document)
def document(id: str, book: Book, asked: Annotated[Question, Query()]) -> Response:
    """One version of one article."""
    return answer(book.document(id, **asked.moment))


@router.get("/documents/{id}/reading", response_model=a.Reading)
def reading(id: str, book: Book, asked: Annotated[Question, Query()]) -> Response:
    """Its last reading, with the text that every offset refers to (empty where it was purged)."""
    book.document(id, **asked.moment)
    return answer(book.reading(id, recorded_by=asked.recorded_by))


@router.get("/runs", response_model=a.Runs)
def runs(request: Request, book: Book, asked: Annotated[RunsAsked, Query()]) -> Response:
    """What was read, skipped and failed, by run, the last first."""
    rows = book.runs(asked.after + asked.limit + 1, recorded_by=asked.recorded_by)
    return counted(request, "runs", rows, asked.after, asked.limit)


@router.get("/search", response_model=a.Search)
def search(book: Book, asked: Annotated[SearchAsked, Query()]) -> Response:
    """The encounters and the documents of which these words tell, the newest first."""
    encounters = list(islice(book.find(asked.q, limit=asked.limit, **asked.moment), asked.limit))
    documents = list(book.search(asked.q, limit=asked.limit, **asked.moment))
    return answer({"encounters": encounters, "documents": documents})
