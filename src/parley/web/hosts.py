"""By which names the server is asked: no page elsewhere reads a ledger through a name that points to this machine."""

from __future__ import annotations

from fastapi import Request

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def names_of(host: str) -> frozenset[str] | None:
    """The names that may be asked for where the server listens on ``host``; None (any) where others may ask it."""
    return LOOPBACK if host in LOOPBACK or host.startswith("127.") else None


def is_meant(request: Request, names: frozenset[str] | None) -> bool:
    """Whether a request is for this server by one of its names."""
    try:
        return names is None or request.url.hostname in names
    except ValueError:  # a host that is none
        return False
