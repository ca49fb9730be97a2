"""Encounters as events of Superdesk Planning, in its own JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from parley.export import facets
from parley.export.choice import Choice
from parley.export.rows import Row
from parley.lexicon.world import country_name

CANNOT = (
    "Superdesk has no value for denied, on hold or disputed, and IPTC's occurrence status none for held, postponed, on "
    "hold or denied: the field parley holds the status as the ledger has it, and ednote says it in words, for "
    "Superdesk's reader gives every event its own state. No hour is known; days are whole in UTC."
)
OCCURS = {
    "eos1": "Planned, occurrence planned only",
    "eos2": "Planned, occurrence highly uncertain",
    "eos3": "Planned, may occur",
    "eos4": "Planned, occurrence highly likely",
    "eos5": "Planned, occurs certainly",
    "eos6": "Planned, then cancelled",
}
CERTAINTY = {
    "proposed": "eos1",
    "announced": "eos4",
    "scheduled": "eos5",
    "under_way": "eos5",
    "held": "eos5",
    "on_hold": "eos2",
    "postponed": "eos2",
    "cancelled": "eos6",
    "denied": "eos2",
}
STATES = {"on_hold": "postponed", "postponed": "postponed", "cancelled": "cancelled"}
DRAFTS = frozenset({"proposed", "denied", "unknown"})


def superdesk(rows: Iterable[Row], choice: Choice) -> Iterator[str]:
    """One event a line: Superdesk's reader takes one event a file."""
    for row in rows:
        if left_out(row, choice) is None:
            yield json.dumps(event(row), ensure_ascii=False) + "\n"


def left_out(row: Row, choice: Choice) -> str | None:
    """Why Superdesk cannot hold an encounter: its events need a day."""
    return "of no known day" if facets.days(row) is None else None


def event(row: Row) -> dict[str, Any]:
    """One event, with the field names of Superdesk; what it has no field for stands in ``parley``."""
    links = facets.links(row)
    made = {
        "guid": facets.uri("encounter", row["id"]),
        "type": "event",
        "version": str(facets.sequence(row)),
        "versioncreated": stamp(facets.changed(row)),
        "firstcreated": stamp(row["history"][0]["at"] if row["history"] else row["since"]),
        "language": "en",
        "name": facets.title(row),
        "slugline": row["kind"],
        "definition_short": f"{facets.title(row)}. {facets.account(row).splitlines()[0]}.",
        "definition_long": facets.account(row),
        "dates": dates(row),
        "_time_to_be_confirmed": True,
        "state": state(row),
        "pubstatus": "usable",
        "completed": row["status"] == "held",
        "participant": [{"qcode": p["country"] or p["name"], "name": facets.line(p["name"])} for p in row["parties"]],
        "links": links,
        "ednote": ednote(row),
        "parley": {**facets.lossless(row), "cannot_carry": CANNOT},
    }
    if status := occur_status(row):
        made["occur_status"] = status
    if made["state"] in ("postponed", "cancelled"):
        made["state_reason"] = reason(row)
    if row["place"]:
        made["location"] = [location(row["place"])]
    return made


def occur_status(row: Row) -> dict[str, str] | None:
    """IPTC's event occurrence status; none where the status is not known. What was held is told by ``completed``."""
    value = CERTAINTY.get(row["status"])
    return {"qcode": f"eocstat:{value}", "name": OCCURS[value], "label": OCCURS[value]} if value else None


def state(row: Row) -> str:
    """The state in Superdesk's workflow: draft where nobody has agreed, else scheduled, postponed or cancelled."""
    return "draft" if row["status"] in DRAFTS else STATES.get(row["status"], "scheduled")


def reason(row: Row) -> str:
    """Why it is postponed or cancelled: the exact words of whoever says so."""
    last = next((s for s in reversed(row["history"]) if s["of"] == "status"), None)
    words = " / ".join(f"“{facets.line(w)}”" for w in last["words"] if w) if last else ""
    return f"{facets.word(row['status'])}: {words}" if words else facets.word(row["status"])


def ednote(row: Row) -> str:
    """For the desk: what the fields do not tell of this encounter."""
    notes = [f"Parley status: {facets.word(row['status'])}."]
    notes += ["Not planned, or refused, says somebody entitled to know."] if row["status"] == "denied" else []
    notes += [f"Why: {reason(row)}."] if state(row) in STATES.values() else []
    notes += ["Date to be confirmed."] if row["status"] == "announced" else []
    notes += ["Sources disagree."] if row["disputed"] else []
    note = facets.day_note(row)
    return " ".join([*notes, *([f"{note}."] if note else [])])


def dates(row: Row) -> dict[str, Any]:
    """Whole days in UTC: no report's hour is in the ledger."""
    known = facets.days(row)
    assert known is not None
    return {
        "start": f"{known.first}T00:00:00+0000",
        "end": f"{known.last}T23:59:59+0000",
        "tz": "UTC",
        "all_day": True,
        "no_end_time": False,
    }


def location(place: Row) -> dict[str, Any]:
    """The place by its name and the name of its state."""
    country = country_name(place["country"]) if place.get("country") else None
    made: dict[str, Any] = {"name": facets.line(place["name"]), "qcode": facets.uri("place", place["name"])}
    return {**made, "address": {"country": country}} if country else made


def stamp(iso: str) -> str:
    """A moment as Superdesk writes it."""
    return f"{iso[:19] if len(iso) > 10 else iso + 'T00:00:00'}+0000"
