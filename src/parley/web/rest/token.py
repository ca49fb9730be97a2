"""Who may decide: whoever bears the token that the server was started with; where there is none, nobody."""

from __future__ import annotations

from hmac import compare_digest

from fastapi import Request
from fastapi.security import HTTPBearer

from parley.web.refusals import from_elsewhere
from parley.web.rest.faults import Refused

BEARER = HTTPBearer(auto_error=False, description="The token that `parley serve` was given.")
TURN_ON = "start it with parley serve --token TEXT, or set PARLEY_TOKEN"
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="parley"'}


def permitted(request: Request) -> None:
    """Refuse whoever may not decide; raises ``Refused``."""
    if from_elsewhere(request):
        raise Refused(403, "origin", "this comes from a page of another site", "ask from a program, or a page of here")
    token: str | None = request.app.state.token
    if not token:
        raise Refused(403, "read_only", "this server is read-only", TURN_ON)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not given.strip():
        raise Refused(401, "no_token", "a decision needs the token", "send Authorization: Bearer TOKEN", CHALLENGE)
    if not compare_digest(given.strip().encode("latin-1", "replace"), token.encode()):
        raise Refused(403, "wrong_token", "this is not the token", "use the one that parley serve was given")
