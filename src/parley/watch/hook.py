"""Webhooks: each note is delivered once, signed, and tried again with growing pauses until it is."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable

from parley.watch.state import Note, State

FIRST_PAUSE, LONGEST_PAUSE, MOST_TRIES = 5.0, 3600.0, 20
Post = Callable[[str, bytes, dict[str, str]], int]


def signature(secret: str, body: bytes) -> str:
    """What the header ``X-Parley-Signature`` holds: HMAC-SHA256 of the body, as others write it."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def deliver(
    state: State, url: str, secret: str, post: Post, now: float | None = None, keep: Callable[[], None] = lambda: None
) -> list[str]:
    """Try what is due; what was delivered leaves the outbox, and ``keep`` is called at once. Faults, one line each."""
    moment, faults = time.time() if now is None else now, list[str]()
    for note in [n for n in state.outbox if n.due <= moment]:
        fault = _tried(note, url, secret, post)
        if fault is not None:
            note.tries += 1
            note.due = moment + min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (note.tries - 1))
            faults.append(f"webhook {fault}; {'given up' if note.tries >= MOST_TRIES else 'tried again later'}")
        if fault is None or note.tries >= MOST_TRIES:
            state.outbox.remove(note)
        keep()
    return faults


def _tried(note: Note, url: str, secret: str, post: Post) -> str | None:
    """Why a note was not taken, None where it was."""
    body = json.dumps({"id": note.id, **note.body}, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json", "X-Parley-Id": note.id}
    if secret:
        headers["X-Parley-Signature"] = signature(secret, body)
    try:
        status = post(url, body, headers)
    except Exception as error:  # whatever the network does, the note is kept
        return " ".join(str(error).split())[:100] or type(error).__name__
    return None if 200 <= status < 300 else f"answered {status}"
