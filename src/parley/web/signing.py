"""Who may correct from the pages: whoever gave the server's token once, in this browser.

The cookie holds no token but a keyed hash of it; it is not sent along from other sites (``SameSite=Strict``), and a
form that comes from another origin is refused besides.
"""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest, digest
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from parley.errors import OptionError

router = APIRouter(include_in_schema=False)
COOKIE = "parley"
MOST = 64 * 1024  # bytes of a form


def pass_of(token: str) -> str:
    """What the cookie holds for a token."""
    return digest(token.encode(), b"parley pages", sha256).hex()


def signed_in(request: Request) -> bool:
    """Whether this browser may correct."""
    token: str | None = request.app.state.settings.token
    given = request.cookies.get(COOKIE, "")
    return bool(token) and compare_digest(given.encode(), pass_of(token or "").encode())


async def form(request: Request) -> dict[str, str]:
    """The fields of a form of these pages; raises ``OptionError`` for one from elsewhere or too large a one."""
    if _from_elsewhere(request):
        raise OptionError("this form comes from another site", hint="use the form of the page itself")
    body = await request.body()
    if len(body) > MOST:
        raise OptionError("this form is too large", hint="shorten the reason")
    return {k: v[-1].strip() for k, v in parse_qs(body.decode("utf-8", "replace")).items()}


def _from_elsewhere(request: Request) -> bool:
    """Whether a form was sent by a page that is none of these; browsers tell it in one header or the other."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def back(fields: dict[str, str]) -> str:
    """Where to go afterwards: a page of this server."""
    path = fields.get("back", "/")
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


@router.post("/sign-in", response_model=None)
async def sign_in(request: Request) -> Response:
    """Take the token once and remember it in this browser."""
    fields = await form(request)
    token: str | None = request.app.state.settings.token
    if not token or not compare_digest(fields.get("token", "").encode(), token.encode()):
        raise OptionError("this is not the token of this server", hint="it is what parley serve --token was given")
    answer = RedirectResponse(back(fields), status_code=303)
    answer.set_cookie(COOKIE, pass_of(token), httponly=True, samesite="strict")
    return answer
