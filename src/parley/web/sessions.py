"""Who is signed in: a signed value in the browser, good for some hours, that nobody without the token can make."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from hmac import compare_digest, digest

LASTS = timedelta(hours=12)
LONGEST_NAME = 200
FOR = b"parley pages, session 1"  # what the key is for: another use of the token has another key


@dataclass(frozen=True, slots=True)
class Session:
    """Who signed in (empty where no name was given), and from when to when that counts, in seconds of the epoch."""

    by: str
    issued: int
    ends: int


def begun(token: str, by: str, now: float) -> str:
    """The value that a browser keeps after signing in."""
    held = json.dumps([by[:LONGEST_NAME], int(now), int(now + LASTS.total_seconds())])
    body = urlsafe_b64encode(held.encode()).decode()
    return f"{body}.{_seal(token, body)}"


def read(token: str, value: str, now: float) -> Session | None:
    """The session that a value stands for; None where it is none of this token's, was changed, or has ended."""
    body, _, seal = value.partition(".")
    if not compare_digest(seal.encode("utf-8", "replace"), _seal(token, body).encode()):
        return None
    by, issued, ends = json.loads(urlsafe_b64decode(body))
    return Session(by, issued, ends) if issued <= now < ends else None


def _seal(token: str, body: str) -> str:
    key = digest(token.encode(), FOR, sha256)
    return digest(key, body.encode("utf-8", "replace"), sha256).hex()
