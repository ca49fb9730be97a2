"""What people decide, by POST with a token; what they have decided, and what asks for a decision."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from parley.model.encounter import Status
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


KINDS: dict[str, tuple[type[Signed], str]] = {
    "merge": (Merge, "Decide that two or more encounters are one."),
    "split": (Split, "Decide that these appearances of an encounter are another one than the rest."),
    "override": (Override, "Decide on the status; what the rules say stays beside it as `machine_status`."),
    "reject": (Claims, "Decide that claims do not count; they stay visible."),
    "confirm": (Claims, "Stand by claims, or by one appearance being where it is (its id alone)."),
    "undo": (Undo, "Decide that a judgement counts no more; it stays on record."),
}


def offer(kind: str, fields: type[Signed], about: str) -> None:
    """Answer ``POST /judgements/KIND``: what the fields say is recorded by the call of the ledger of that name.

    Under a key that was used for the very same, what was recorded then is told.
    """

    def decide(request: Request, book: Book, asked: Signed, idempotency_key: Key = None) -> Response:
        values = asked.model_dump()
        signature = {k: values.pop(k) for k in ("by", "because")}

        def record() -> Any:
            made = getattr(book, kind)(*values.values(), **signature)
            return [plain(j) for j in (made if isinstance(made, tuple) else (made,))]

        question = (request.url.path, asked.model_dump_json())
        again, made = request.app.state.keys.once(idempotency_key, question, record)
        return answer({"judgements": made}, 200 if again else 201)

    decide.__name__, decide.__annotations__["asked"] = kind, fields
    writing.post(f"/{kind}", description=about, response_model=a.Judgements, status_code=201)(decide)


for _kind, _given in KINDS.items():
    offer(_kind, *_given)


@router.get("/judgements", response_model=a.Judgements)
def judgements(book: Book, _: Annotated[Nothing, Query()]) -> Response:
    """All that people have decided, in order, what was undone included."""
    return answer({"judgements": [plain(j) for j in book.judgements()]})


@router.get("/review", response_model=a.Links)
def review(book: Book, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """The links that the machine is unsure of and nobody has decided, the newest first."""
    return answer({"links": list(book.review(asked.limit))})
