"""Claims about one encounter: what each mention says, with the day that it gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.planning import still_on
from parley.extract.encounters.record import Mention
from parley.extract.encounters.screen import meets_as_body
from parley.extract.encounters.state import State
from parley.model.document import Document
from parley.model.encounter import Certainty, Claim, ClaimStatus, PlaceRef, When
from parley.model.mention import Actor, Place, Time

DAY_LEVEL = 21  # a visit "from 22 to 28 June" has its days set, "in June" has not


def when_of(time: Time | None) -> When | None:
    """A time expression as the time of an encounter or a claim."""
    return When(time.text, time.start, time.end, time.earliest, time.latest) if time else None


def place_ref(place: Place | None) -> PlaceRef | None:
    """A place of the text as the place of an encounter or a claim."""
    return PlaceRef(place.id, place.name, place.country) if place else None


def claims_of(identity: str, c: Cluster, document: Document, said: Mapping[str, str]) -> list[Claim]:
    """One claim for every mention that says how the encounter stands, in text order.

    ``said`` gives the day on which something was said by the id of its attribution.
    """
    out: list[Claim] = []
    for m in c.mentions:
        m = replace(m, state=one_of_many(m, c.parties))
        if m.state.status is None:
            continue
        status = with_day(m, document)
        out.append(
            Claim(
                id=f"{identity}.c{len(out) + 1}",
                stance=m.state.stance,
                status=status,
                evidence=m.evidence,
                attribution=m.attribution,
                hedged=m.state.hedged,
                certainty=certainty(status, m.state.hedged),
                when=when_of(m.when),
                place=place_ref(m.place),
                said=said.get(m.attribution or ""),
                headline=m.headline,
                earlier=m.state.earlier,
                weak=m.state.weak,
            )
        )
    return out


def one_of_many(m: Mention, parties: Sequence[Actor]) -> State:
    """Of a summit of many, one who stays away calls off nothing; of two, he does."""
    outer = next((o for o in reversed(m.ops) if o.clause is not None), None)
    many = len({p.country or p.id for p in parties}) > 2 or any(meets_as_body(p) for p in parties)
    away = outer is not None and outer.word.effect == "stays_away" and m.state.status == "cancelled"
    return still_on(outer, m.state) if away and many and outer is not None else m.state


def with_day(m: Mention, document: Document) -> ClaimStatus:
    """Announced with a day is scheduled, postponed to a day rescheduled; what "is held" on a coming day is to come."""
    status = m.state.status or "announced"
    days = _days(m.when)
    set_day = days is not None and names_day(m.when) and (days[1] - days[0]).days < DAY_LEVEL
    published = _date(document.published)
    if status == "announced" and (m.state.weak or _on_the_way(m)) and days and published and days[1] < published:
        return "held"
    if status == "announced" and (set_day or day_without_year(m.when)):
        return "scheduled"
    if status == "postponed" and m.moved and set_day:
        return "rescheduled"
    if status == "rescheduled" and m.moved and not set_day and not day_without_year(m.when):
        return "postponed"  # "moved to the spring"
    if status in {"held", "under_way"} and days and published and days[0] > published:
        return "scheduled" if set_day else "announced"
    return status


def _on_the_way(m: Mention) -> bool:
    """Whether it is what somebody went for ("flew to Lima to join the summit"), and nobody's plan."""
    outer = m.ops[-1].clause if m.ops else None
    return outer is not None and outer.infinitive and all(o.word.effect == "happens" for o in m.ops)


def names_day(when: Time | None) -> bool:
    """Whether a time names days, not a week, a month or "the coming days"."""
    value = when.value or "" if when else ""
    return re.search(r"\d{4}-\d\d-\d\d", value) is not None or bool(when and when.earliest == when.latest)


def day_without_year(when: Time | None) -> bool:
    """Whether a time names a day though the text does not tell the year ("on 6 September")."""
    return when is not None and not when.earliest and re.match(r"XXXX-\d\d-\d\d", when.value or "") is not None


def _days(when: Time | None) -> tuple[date, date] | None:
    if when is None or not when.earliest or not when.latest:
        return None
    first, last = _date(when.earliest), _date(when.latest)
    return (first, last) if first and last else None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def certainty(status: ClaimStatus, hedged: bool) -> Certainty | None:
    """IPTC occurrence status of a claim; it has no value for held, postponed, on hold or denied."""
    if status in {"cancelled", "not_held"}:
        return "eos6"
    values: dict[str, Certainty] = {"proposed": "eos3", "announced": "eos4", "scheduled": "eos5", "rescheduled": "eos5"}
    return "eos3" if hedged and status in values else values.get(status)
