"""Moments: what counts at one."""

from __future__ import annotations

SECONDS = len("2031-05-20T00:00:00")


def moment(text: str) -> str:
    """A moment as it can be compared with others: a day alone means its end.

    >>> moment("2031-05-20")
    '2031-05-20T23:59:59'
    """
    return f"{text}T23:59:59" if len(text) == 10 else text[:SECONDS]


def counts(at: str, until: str | None) -> bool:
    """Whether what is of ``at`` counts at ``until`` (None: always)."""
    return until is None or at[:SECONDS] <= moment(until)
