"""Moments as the ledger writes them: ISO, UTC, seconds, so that their order is that of their letters."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from parley.errors import OptionError

END = "9999-12-31T23:59:59Z"


def now() -> str:
    """This moment."""
    return written(datetime.now(UTC))


def written(moment: datetime) -> str:
    """A moment in the ledger's form; without a zone it is UTC. Raises ``ValueError`` where UTC has no such year."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return f"{zoned.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except OverflowError as error:
        raise ValueError(str(error)) from None


def begins(iso: str) -> str:
    """The first moment of an ISO date or date-time; raises ``ValueError``."""
    return written(_parsed(iso, time.min))


def given(told: str | date | None, option: str = "--as-of") -> str | None:
    """The moment that a user gives: a bare date means that day's end. Raises ``OptionError``."""
    if told is None:
        return None
    if isinstance(told, datetime):
        return written(told)
    try:
        return written(_parsed(str(told).strip(), time(23, 59, 59)))
    except ValueError:
        fault = f"{told!r} is no date or date-time"
        raise OptionError(fault, where=option, hint="write it as 2026-03-17 or 2026-03-17T09:30Z") from None


def earlier(until: str | None, as_of: str | None) -> str | None:
    """The earlier of two moments that users give, either of which may be missing. Raises ``OptionError``."""
    found = [x for x in (given(until or None, "--until"), given(as_of or None)) if x]
    return min(found, default=None)


def _parsed(iso: str, bare: time) -> datetime:
    if len(iso) == 10:
        return datetime.combine(date.fromisoformat(iso), bare)
    return datetime.fromisoformat(iso)
