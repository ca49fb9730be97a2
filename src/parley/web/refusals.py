"""What the pages refuse before the ledger is asked: each with the status that says why."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request

from parley.errors import ParleyError


class Refusal(ParleyError):
    """A request that is not granted; ``status`` is that of HTTP, ``code`` the one of the REST interface."""

    status, code = 403, "wrong_token"


class NotSignedIn(Refusal):
    """Nobody has signed in from this browser, or it was too long ago."""

    status, code = 401, "no_token"


class WrongToken(Refusal):
    """What was given is not the token."""


class Elsewhere(Refusal):
    """The request was sent by a page that is none of this server's."""

    code = "origin"


def from_elsewhere(request: Request) -> bool:
    """Whether a request was sent by a page that is none of these; browsers tell it in one header or the other."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
