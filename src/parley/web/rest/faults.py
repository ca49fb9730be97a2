"""Every error in one shape: ``{"error": {"code", "fault", "hint", "where"}}``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from parley.errors import OptionError, ParleyError, UnknownError

Code = Literal["invalid", "unknown", "no_token", "wrong_token", "origin", "read_only", "method", "conflict", "ledger"]
SPECIFICATION = "/api/v1/openapi.json lists what can be asked"
# What the command line names, and where the same is found here; the longer first.
PATHS = (
    ("parley export documents lists", "/api/v1/documents lists"),
    ("parley status lists", "/api/v1/encounters lists"),
    ("parley why ENCOUNTER names", "/api/v1/encounters/ID names"),
    ("parley review --all lists", "/api/v1/judgements lists"),
)
FAULTS: Mapping[int, tuple[Code, str]] = {
    404: ("unknown", "there is nothing at this path"),
    405: ("method", "this path is not asked in that way"),
}


class Fault(BaseModel):
    """What is wrong, where it stands, and what to try next; ``code`` stays the same in every later version."""

    code: Code
    fault: str
    hint: str | None
    where: str | None


class Failure(BaseModel):
    """The answer to what cannot be answered."""

    error: Fault


class Refused(Exception):
    """A request that is refused before the ledger is asked."""

    def __init__(
        self, status: int, code: Code, fault: str, hint: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(fault)
        self.status, self.code, self.fault, self.hint, self.headers = status, code, fault, hint, headers


def told(
    status: int,
    code: Code,
    fault: str,
    hint: str | None,
    where: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer that tells a fault."""
    error = Fault(code=code, fault=fault, hint=hint, where=where).model_dump()
    return JSONResponse({"error": error}, status_code=status, headers=dict(headers or {}))


def of_ledger(error: ParleyError) -> JSONResponse:
    """What the ledger refuses is the asker's (400, 404); what the database cannot do is not (503)."""
    where = error.where.lstrip("-").replace("-", "_") if error.where and error.where.startswith("--") else None
    hint = error.hint
    for command, path in PATHS:
        hint = hint and hint.replace(command, path)
    if isinstance(error, UnknownError):
        return told(404, "unknown", error.fault, hint, where)
    if isinstance(error, OptionError):
        return told(400, "invalid", error.fault, hint, where)
    return told(503, "ledger", error.fault, hint, where)


def of_validation(errors: Sequence[Any], known: Sequence[str]) -> JSONResponse:
    """What the models refuse: the first fault, where it stands, and what may stand there."""
    first = errors[0]
    source, *inside = (str(part) for part in first["loc"])
    if source == "body" and (first["type"] == "json_invalid" or not inside):
        hint = f"send one JSON object, as application/json; {SPECIFICATION}"
        return told(400, "invalid", "the body is no JSON object", hint, "body")
    where, fault = ".".join(inside), str(first["msg"])
    if first["type"] == "extra_forbidden":
        hint = f"one of: {', '.join(known)}" if known else "leave it out"
        return told(400, "invalid", "there is nothing of this name to give", hint, where)
    return told(400, "invalid", fault[:1].lower() + fault[1:], SPECIFICATION, where)


def of_path(error: HTTPException) -> JSONResponse:
    """What is asked where nothing is, or in another way than it can be."""
    code, fault = FAULTS.get(error.status_code, ("invalid", str(error.detail)))
    return told(error.status_code, code, fault, SPECIFICATION, None, error.headers)


def _known(request: Request) -> list[str]:
    """The names that this path takes."""
    route = request.scope.get("route")
    found = request.app.openapi()["paths"].get(getattr(route, "path", ""), {}).get(request.method.lower(), {})
    names = [p["name"] for p in found.get("parameters", ()) if p["in"] == "query"]
    for content in found.get("requestBody", {}).get("content", {}).values():
        name = content["schema"].get("$ref", "").rpartition("/")[2]
        names += request.app.openapi()["components"]["schemas"].get(name, {}).get("properties", ())
    return names


def handle(app: FastAPI) -> None:
    """Teach the application to tell every fault in this shape."""

    @app.exception_handler(ParleyError)
    def parley(_: Request, error: ParleyError) -> JSONResponse:
        return of_ledger(error)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return of_validation(error.errors(), _known(request))

    @app.exception_handler(Refused)
    def refused(_: Request, error: Refused) -> JSONResponse:
        return told(error.status, error.code, error.fault, error.hint, None, error.headers)

    @app.exception_handler(HTTPException)
    def http(_: Request, error: HTTPException) -> JSONResponse:
        return of_path(error)
