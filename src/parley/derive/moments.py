"""Moments: what counts at one."""

from __future__ import annotations

SECONDS = len("2031-05-20T00:00:00")


def moment(text: str) -> str:
    """A moment as it can be compared with others: a day or a minute alone means its end.

    >>> moment("2031-05-20")
    '2031-05-20T23:59:59'
    >>> moment("2031-05-20T11:40")
    '2031-05-20T11:40:59'
    """
    plain = text.removesuffix("Z")[:SECONDS]
    return plain + "T23:59:59"[len(plain) - SECONDS :] if len(plain) < SECONDS else plain


def counts(at: str, until: str | None) -> bool:
    """Whether what is of ``at`` counts at ``until`` (None: always)."""
    return until is None or at[:SECONDS] <= moment(until)
