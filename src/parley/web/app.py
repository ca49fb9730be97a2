"""The application: routes, what every answer carries, and errors in one shape."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from parley.errors import OptionError, ParleyError, UnknownError
from parley.keeping import Ledger
from parley.web import agenda, articles, corrections, encounters, hosts, lists, pages, rest, signing, subscriptions
from parley.web.refusals import Refusal
from parley.web.rest import faults

Opened = Callable[[], Ledger]
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
DATA = (".csv", ".ics", ".json", ".jsonl", ".jsonld")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages are served.

    ``token`` is asked of whoever writes, None where nobody may; ``names`` are those by which the server may be asked,
    None where any will do.
    """

    token: str | None = None
    names: frozenset[str] | None = None


def create_app(ledger: Ledger, settings: Settings | None = None) -> FastAPI:
    """The application over one ledger."""
    app = FastAPI(title="Parley", docs_url=None, redoc_url=None)
    app.state.ledger = ledger
    app.state.settings = settings or Settings()
    app.include_router(pages.router)
    for room in (agenda, articles, encounters, lists, corrections, signing):
        app.include_router(room.router)
    app.include_router(subscriptions.router)
    app.mount("/api/v1", rest.create(ledger, app.state.settings.token))

    @app.middleware("http")
    async def guarded(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        meant = hosts.is_meant(request, app.state.settings.names)
        answer = await go_on(request) if meant else PlainTextResponse("not by this name\n", status_code=421)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    @app.exception_handler(ParleyError)
    async def told(request: Request, error: ParleyError) -> Response:
        if request.url.path.endswith(DATA):
            return faults.of_ledger(error)
        return pages.failed(request, error, _status(error))

    @app.exception_handler(HTTPException)
    async def nowhere(request: Request, error: HTTPException) -> Response:
        if request.url.path.startswith("/api/") or request.url.path.endswith(DATA):
            return faults.of_path(error)
        return pages.failed(request, ParleyError("there is no such page"), error.status_code)

    return app


def _status(error: ParleyError) -> int:
    """The status of a page that tells a fault: what is asked wrongly is 400, what the ledger cannot do just now 503."""
    if isinstance(error, Refusal):
        return error.status
    if isinstance(error, UnknownError):
        return 404
    return 400 if isinstance(error, OptionError) else 503
