"""Encounters as iCalendar events (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vText

from parley.export import facets
from parley.export.choice import Choice
from parley.export.rows import Row

CANNOT = (
    "iCalendar has no value for denied, on hold, postponed, held or under way, none for disagreement between sources, "
    "and no place for source chains. X-PARLEY-STATUS holds the status as the ledger has it; DESCRIPTION the account. "
    "Encounters of which no day is known are left out."
)
FIRM = frozenset({"scheduled", "under_way", "held"})
OFF = {"cancelled": "CANCELLED", "denied": "DENIED", "postponed": "POSTPONED", "on_hold": "ON HOLD"}


def ics(rows: Iterable[Row], choice: Choice) -> Iterator[str]:
    """One calendar; each encounter of which a day is known is an event."""
    calendar = Calendar()
    calendar.add("prodid", "-//Parley//Ledger of encounters//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText("Encounters"))
    calendar.add("x-wr-caldesc", vText(CANNOT))
    head, end, _ = calendar.to_ical().decode().partition("END:VCALENDAR")
    yield head
    for row in rows:
        if left_out(row, choice) is None:
            yield event(row, choice).to_ical().decode()
    yield end + "\r\n"


def left_out(row: Row, choice: Choice) -> str | None:
    """Why an encounter has no place in a calendar: no day is known, or it is denied and nobody asked for those."""
    if row["status"] == "denied" and not choice.denied:
        return "denied (--denied brings them)"
    return "of no known day" if facets.days(row) is None else None


def event(row: Row, choice: Choice) -> Event:
    """One event: its UID stays, its SEQUENCE rises with each change, its stamps are those of the last change."""
    known = facets.days(row)
    assert known is not None
    made, stamp = Event(), moment(facets.changed(row))
    made.add("uid", f"{row['id']}@parley")
    made.add("sequence", facets.sequence(row))
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    made.add("dtstart", known.first)
    made.add("dtend", known.last + timedelta(days=1))
    made.add("summary", summary(row, choice))
    made.add("description", facets.account(row))
    made.add("transp", "TRANSPARENT")
    made.add("categories", [row["kind"]])
    if (state := standing(row, choice)) is not None:
        made.add("status", state)
    if row["place"]:
        made.add("location", facets.line(row["place"]["name"]))
    if links := facets.links(row):
        made.add("url", links[-1])
    _extend(made, row)
    return made


def _extend(made: Event, row: Row) -> None:
    made.add("x-parley-id", vText(row["id"]))
    made.add("x-parley-status", vText(row["status"]))
    made.add("x-parley-disputed", vText("TRUE" if row["disputed"] else "FALSE"))
    made.add("x-parley-sources", vText(str(row["independent_sources"])))
    for alias in row["aliases"]:
        made.add("x-parley-alias", vText(alias))
    if note := facets.day_note(row):
        made.add("x-parley-day", vText(note))


def summary(row: Row, choice: Choice) -> str:
    """The name of the event, with what a reader of a calendar must not miss: that it is off, or has no day yet.

    Some calendars drop events of STATUS:CANCELLED, so by default the word stands here.
    """
    prefix = OFF.get(row["status"])
    if row["status"] == "cancelled" and choice.cancelled == "remove":
        prefix = None
    known = facets.days(row)
    only = f" (day not known, only the {known.only})" if known and known.only and "day" not in known.only else ""
    return (f"{prefix}: " if prefix else "") + facets.title(row) + only


def standing(row: Row, choice: Choice) -> str | None:
    """STATUS: CONFIRMED where a day was set, TENTATIVE where it is not or is in doubt, none where nothing is known.

    What was called off is CANCELLED with ``--cancelled remove`` only; kept, it is CONFIRMED where a day had been set.
    """
    if row["status"] == "cancelled":
        was_set = any(s["status"] in FIRM for s in row["history"])
        return "CANCELLED" if choice.cancelled == "remove" else "CONFIRMED" if was_set else "TENTATIVE"
    if row["status"] == "unknown":
        return None
    return "CONFIRMED" if row["status"] in FIRM else "TENTATIVE"


def moment(iso: str) -> datetime:
    """A moment of the ledger as UTC; a day counts from its beginning."""
    at = datetime.fromisoformat(iso)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
