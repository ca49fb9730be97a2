"""Who may correct from the pages: whoever gave the server's token in this browser, for some hours.

The cookie holds no token but a session signed with a key made from it; it is not sent along from other sites
(``SameSite=Strict``), no script reads it, and a form that comes from another origin is refused besides.
"""

from __future__ import annotations

import time
from hmac import compare_digest
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from parley.errors import OptionError
from parley.web import sessions
from parley.web.refusals import Elsewhere, WrongToken, from_elsewhere

router = APIRouter(include_in_schema=False)
COOKIE = "parley"
MOST = 64 * 1024  # bytes of a form


def session(request: Request) -> sessions.Session | None:
    """Who is signed in from this browser; None where nobody is."""
    token: str | None = request.app.state.settings.token
    return sessions.read(token, request.cookies.get(COOKIE, ""), time.time()) if token else None


def signed_in(request: Request) -> bool:
    """Whether this browser may correct."""
    return session(request) is not None


async def form(request: Request) -> dict[str, str]:
    """The fields of a form of these pages; raises ``Elsewhere``, and ``OptionError`` for too large a one."""
    if from_elsewhere(request):
        raise Elsewhere("this form comes from another site", hint="use the form of the page itself")
    body = await request.body()
    if len(body) > MOST:
        raise OptionError("this form is too large", hint="shorten the reason")
    return {k: v[-1].strip() for k, v in parse_qs(body.decode("utf-8", "replace")).items()}


def back(fields: dict[str, str]) -> str:
    """Where to go afterwards: a page of this server."""
    path = fields.get("back", "/")
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


@router.post("/sign-in", response_model=None)
async def sign_in(request: Request) -> Response:
    """Take the token, and a name for the corrections to come; the browser is remembered for some hours."""
    fields = await form(request)
    token: str | None = request.app.state.settings.token
    if not token or not compare_digest(fields.get("token", "").encode(), token.encode()):
        raise WrongToken("this is not the token of this server", hint="it is what parley serve --token was given")
    answer = RedirectResponse(back(fields), status_code=303)
    value = sessions.begun(token, fields.get("by", ""), time.time())
    answer.set_cookie(COOKIE, value, int(sessions.LASTS.total_seconds()), httponly=True, samesite="strict")
    return answer


@router.post("/sign-out", response_model=None)
async def sign_out(request: Request) -> Response:
    """The browser forgets that anybody signed in."""
    fields = await form(request)
    answer = RedirectResponse(back(fields), status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer
