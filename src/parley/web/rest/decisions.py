"""What people decide, by POST with a token; what they have decided, and what asks for a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from parley.keeping import Ledger
from parley.model.encounter import Status
from parley.model.ledger import Judgement
from parley.model.reading import plain
from parley.web.rest import answers as a
from parley.web.rest.questions import Nothing, ReviewAsked
from parley.web.rest.telling import Book, answer
from parley.web.rest.token import BEARER, permitted

router = APIRouter(tags=["judgements"])
writing = APIRouter(prefix="/judgements", tags=["judgements"], dependencies=[Depends(permitted), Depends(BEARER)])
NO_CONTROL = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
Id = Annotated[str, Field(min_length=1, max_length=300, pattern=NO_CONTROL)]
Ids = Annotated[list[Id], Field(min_length=1, max_length=200)]
Key = Annotated[str | None, Header(max_length=200, description="A word of yours: the same again decides nothing anew.")]


class Signed(BaseModel):
    """Every judgement is signed and has a reason."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[str, Field(min_length=1, max_length=200, pattern=NO_CONTROL)]
    because: Annotated[str, Field(min_length=1, max_length=2000, pattern=NO_CONTROL)]

    @property
    def signature(self) -> dict[str, str]:
        """Who decides, and why."""
        return {"by": self.by, "because": self.because}


class Merge(Signed):
    """Encounters that are one."""

    encounters: Ids


class Split(Signed):
    """Appearances (ids, or the sources of their reports) that are another encounter than the rest of it."""

    encounter: Id
    parts: Ids


class Override(Signed):
    """The status of an encounter, whatever the rules say."""

    encounter: Id
    status: Status


class Claims(Signed):
    """Claims as a case names them (`appearance:claim`)."""

    claims: Ids


class Undo(Signed):
    """A judgement that counts no more."""

    judgement: Id


def decided(
    request: Request, key: str | None, asked: Signed, how: Callable[[], Judgement | tuple[Judgement, ...]]
) -> Response:
    """Record a judgement; under a key that was used for the very same, tell what was recorded then."""

    def record() -> Any:
        made = how()
        return [plain(j) for j in (made if isinstance(made, tuple) else (made,))]

    again, made = request.app.state.keys.once(key, (request.url.path, asked.model_dump_json()), record)
    return answer({"judgements": made}, 200 if again else 201)


def of(book: Ledger, name: str, asked: Signed) -> Callable[[], Judgement | tuple[Judgement, ...]]:
    """The call of the ledger that records what is asked."""
    values = asked.model_dump()
    signature = {k: values.pop(k) for k in ("by", "because")}
    return lambda: getattr(book, name)(*values.values(), **signature)


DECIDED: dict[str, Any] = {"response_model": a.Judgements, "status_code": 201}


@writing.post("/merge", **DECIDED)
def merge(request: Request, book: Book, asked: Merge, idempotency_key: Key = None) -> Response:
    """Decide that two or more encounters are one."""
    return decided(request, idempotency_key, asked, of(book, "merge", asked))


@writing.post("/split", **DECIDED)
def split(request: Request, book: Book, asked: Split, idempotency_key: Key = None) -> Response:
    """Decide that these appearances of an encounter are another one than the rest."""
    return decided(request, idempotency_key, asked, of(book, "split", asked))


@writing.post("/override", **DECIDED)
def override(request: Request, book: Book, asked: Override, idempotency_key: Key = None) -> Response:
    """Decide on the status; what the rules say stays beside it as `machine_status`."""
    return decided(request, idempotency_key, asked, of(book, "override", asked))


@writing.post("/reject", **DECIDED)
def reject(request: Request, book: Book, asked: Claims, idempotency_key: Key = None) -> Response:
    """Decide that claims do not count; they stay visible."""
    return decided(request, idempotency_key, asked, of(book, "reject", asked))


@writing.post("/confirm", **DECIDED)
def confirm(request: Request, book: Book, asked: Claims, idempotency_key: Key = None) -> Response:
    """Stand by claims, or by one appearance being where it is (its id alone)."""
    return decided(request, idempotency_key, asked, of(book, "confirm", asked))


@writing.post("/undo", **DECIDED)
def undo(request: Request, book: Book, asked: Undo, idempotency_key: Key = None) -> Response:
    """Decide that a judgement counts no more; it stays on record."""
    return decided(request, idempotency_key, asked, of(book, "undo", asked))


@router.get("/judgements", response_model=a.Judgements)
def judgements(book: Book, _: Annotated[Nothing, Query()]) -> Response:
    """All that people have decided, in order, what was undone included."""
    return answer({"judgements": [plain(j) for j in book.judgements()]})


@router.get("/review", response_model=a.Links)
def review(book: Book, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """The links that the machine is unsure of and nobody has decided, the newest first."""
    return answer({"links": list(book.review(asked.limit))})
