"""Encounters as event rows in the terms of PLOVER, with what it never got: occurrence status, factuality, sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from parley.export import facets
from parley.export.choice import Choice
from parley.export.rows import Row
from parley.export.tables import cell
from parley.lexicon.world import plover_code

CANNOT = "PLOVER has no event for on hold, postponed or not known: event_type is empty there; parley_status is whole."
TYPES = {
    "proposed": "REQUEST",
    "announced": "AGREE",
    "scheduled": "AGREE",
    "under_way": "CONSULT",
    "held": "CONSULT",
    "cancelled": "REJECT",
    "denied": "REJECT",
}
FACTUALITY = {
    "held": "CT+",
    "under_way": "CT+",
    "scheduled": "PR+",
    "announced": "PR+",
    "proposed": "PS+",
    "on_hold": "PS+",
    "postponed": "PS+",
    "cancelled": "CT-",
    "denied": "PR-",
}
COLUMNS = (  # noqa: SIM905
    "event_id event_date event_type event_mode contexts actor actor_code actor_country recipient recipient_code "
    "recipient_country location location_country occurrence_status parley_status factuality certainty hedged "
    "is_current disputed reported_at due_first due_last origin source_chain outlet url words start end encounter rule"
).split()
MANY = 3


def plover(rows: Iterable[Row], choice: Choice) -> Iterator[str]:
    """CSV with a header: one event for each change of an encounter's status, the oldest first."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        for event in events(row):
            writer.writerow({name: cell(value) for name, value in event.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def events(row: Row) -> Iterator[Row]:
    """One event for each change of status: to agree, to call off and to meet are different events to PLOVER."""
    steps = [s for s in row["history"] if s["of"] == "status"]
    said = {claim["id"]: (appearance, claim) for appearance, claim in facets.told(row)}
    for n, step in enumerate(steps):
        grounds = [said[i] for i in step["claims"] if i in said]
        yield {**_event(row, step, n == len(steps) - 1), "event_id": f"{row['id']}.{n}", **_sources(grounds)}


def _event(row: Row, step: Row, current: bool) -> Row:
    kind = TYPES.get(step["status"], "")
    actors, recipients = sides(row)
    place, when = row["place"] or {}, row["when"] or {}
    return {
        "event_date": event_date(row, step),
        "event_type": kind,
        "event_mode": mode(row, kind),
        "contexts": "diplomatic",
        **_side("actor", actors, row["level"]),
        **_side("recipient", recipients, row["level"]),
        "location": place.get("name"),
        "location_country": place.get("country"),
        "occurrence_status": step["status"],
        "parley_status": row["status"],
        "factuality": FACTUALITY.get(step["status"], "Uu"),
        "is_current": current,
        "disputed": row["disputed"],
        "reported_at": step["at"],
        "due_first": when.get("earliest"),
        "due_last": when.get("latest"),
        "encounter": row["id"],
        "rule": step["rule"],
    }


def _side(name: str, parties: list[Row], level: str | None) -> Row:
    return {
        name: [facets.line(p["name"]) for p in parties],
        f"{name}_code": [plover_code(p["country"], level) or "" for p in parties],
        f"{name}_country": [p["country"] or "" for p in parties],
    }


def _sources(grounds: list[tuple[Row, Row]]) -> Row:
    if not grounds:
        return {}
    appearance, claim = grounds[-1]
    return {
        "certainty": claim["certainty"],
        "hedged": claim["hedged"],
        "origin": list(dict.fromkeys(c["origin"] for _, c in grounds)),
        "source_chain": list(dict.fromkeys(chain(a, c) for a, c in grounds)),
        "outlet": appearance["outlet"],
        "url": appearance["url"],
        "words": claim["evidence"]["text"],
        "start": claim["evidence"]["start"],
        "end": claim["evidence"]["end"],
    }


def chain(appearance: Row, claim: Row) -> str:
    """Who says so, through whom: the source nearest the words first, the outlet last ("an official ← the Post")."""
    links = [*claim["chain"], appearance["outlet"] or appearance["document"]]
    return " ← ".join(dict.fromkeys(links))


def event_date(row: Row, step: Row) -> str:
    """The day of the event: of a meeting that day on which it began, of word about it the day of the report."""
    known = facets.days(row)
    met = TYPES.get(step["status"]) == "CONSULT" and known and known.only is None
    return str(known.first) if met and known else str(step["at"][:10])


def mode(row: Row, kind: str) -> str:
    """PLOVER's mode: "meet" of words about a meeting; of the meeting itself phone, visit, multilateral or third-party.

    A meeting is at a third party's where its place is in no state of those who take part.
    """
    if kind != "CONSULT":
        return "meet" if kind else ""
    if row["kind"] in ("call", "visit"):
        return "phone" if row["kind"] == "call" else "visit"
    if len({p["country"] or p["name"] for p in row["parties"]}) >= MANY:
        return "multilateral"
    there = (row["place"] or {}).get("country")
    known = [p["country"] for p in row["parties"] if p["country"]]
    return "third-party" if there and len(known) > 1 and there not in known else ""


def sides(row: Row) -> tuple[list[Row], list[Row]]:
    """Actors and recipients: of a visit the guest and the host, where its place tells who is the host; else all act."""
    parties = [p for p in row["parties"] if p.get("attends") is not False]
    there = (row["place"] or {}).get("country")
    hosts = [p for p in parties if row["kind"] == "visit" and there and p["country"] == there]
    guests = [p for p in parties if p not in hosts]
    return (guests, hosts) if hosts and guests else (parties, [])
