"""Corrections from the page of an encounter: judgements, each with name and reason; and their undoing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from parley.errors import OptionError
from parley.keeping import Ledger
from parley.web.pages import ledger_of
from parley.web.refusals import NotSignedIn
from parley.web.signing import back, form, signed_in

router = APIRouter(include_in_schema=False)
KINDS = ("override", "merge", "split", "reject", "confirm")


@router.post("/judgements/decide", response_model=None)
async def decide(request: Request) -> Response:
    """Record what the form says; back to the encounter as it stands then."""
    fields = await _permitted(request)
    book, encounter = ledger_of(request), fields.get("encounter", "")
    await run_in_threadpool(_record, book, encounter, fields)
    return RedirectResponse(f"/encounters/{encounter}#corrections", status_code=303)


def _record(book: Ledger, encounter: str, fields: dict[str, str]) -> None:
    kind, values = fields.get("kind", ""), _chosen(fields)
    signature = _signature(fields)
    if kind not in KINDS or not values:
        raise OptionError("what is to be done?", hint=f"choose one of: {', '.join(KINDS)}, and say to what")
    if kind == "override":
        book.override(encounter, "_".join(values), **signature)
    elif kind == "merge":
        book.merge([encounter, *(v.rsplit("/", 1)[-1] for v in values)], **signature)
    elif kind == "split":
        book.split(encounter, values, **signature)
    elif kind == "reject":
        book.reject(values, **signature)
    else:
        book.confirm(values, **signature)


def _chosen(fields: dict[str, str]) -> list[str]:
    """What was typed and what was chosen: ``value`` holds words, ``value-1`` and so on one choice each."""
    return [v for key, value in fields.items() if key == "value" or key.startswith("value-") for v in value.split()]


@router.post("/judgements/undo", response_model=None)
async def undo(request: Request) -> Response:
    """A judgement counts no more."""
    fields = await _permitted(request)
    book = ledger_of(request)
    await run_in_threadpool(lambda: book.undo(fields.get("judgement", ""), **_signature(fields)))
    return RedirectResponse(f"{back(fields)}#corrections", status_code=303)


async def _permitted(request: Request) -> dict[str, str]:
    fields = await form(request)
    if not signed_in(request):
        raise NotSignedIn("only those with the token may correct", hint="sign in on the page of the encounter")
    return fields


def _signature(fields: dict[str, str]) -> dict[str, str]:
    if not fields.get("by") or not fields.get("because"):
        raise OptionError("a correction is signed and has a reason", hint="give your name and why")
    return {"by": fields["by"], "because": fields["because"]}
