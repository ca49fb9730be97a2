"""What linking looks at of one appearance, and of the appearances put together so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.lexicon.encounters import family
from parley.lexicon.fold import form_key
from parley.lexicon.places import place as place_fact
from parley.lexicon.store import table
from parley.link.days import Days, day, days
from parley.link.sides import MAY_BE, Side, agree, matched, sides
from parley.model.ledger import Appearance, Report

PLANNED = frozenset({"proposed", "announced", "scheduled"})
STOPPED = frozenset({"on_hold", "postponed", "cancelled"})
OPEN_DAYS = 45  # a longer interval ("this spring") fixes no day
RANK_WORDS = 12  # a longer mention is a sentence, and its words are not the encounter's


@dataclass(frozen=True, slots=True)
class View:
    """One appearance: ``at`` the day of its report, ``past`` whether it is told as over, ``ahead`` as still to come."""

    id: str
    report: str
    at: int
    kind: str
    family: str
    level: str | None
    sides: tuple[Side, ...]
    place: str | None
    place_country: str | None
    days: Days | None
    status: str
    past: bool
    ahead: bool
    ranks: frozenset[str]
    asides: frozenset[Days]
    """Other days that its claims give."""
    recalled: frozenset[str]
    """What its claims say that it was before."""

    @property
    def firm(self) -> Days | None:
        """The days, where they are few enough to tell one encounter from another."""
        return self.days if self.days and self.days.length <= OPEN_DAYS else None


def view(appearance: Appearance, report: Report) -> View:
    """What linking looks at of an appearance."""
    e = appearance.encounter
    found = sides(appearance, report.at[:10])
    level = e.level or ("leaders" if e.kind == "summit" else _level(found))
    name, country = _place(appearance)
    when = days(e.when)
    at = day(report.at)
    return View(
        id=appearance.id,
        report=report.id,
        at=at,
        kind=e.kind,
        family=family(e.kind),
        level=level,
        sides=found,
        place=name,
        place_country=country,
        days=when,
        status=e.status,
        past=e.status == "held" or (when is not None and when.last < at),
        ahead=e.status in PLANNED and (when is None or when.last >= at),
        ranks=ranks(appearance),
        asides=frozenset(d for c in e.claims if (d := days(c.when)) is not None and d != when),
        recalled=frozenset(c.status for c in e.claims if c.earlier),
    )


def _level(found: tuple[Side, ...]) -> str | None:
    levels = {s.level for s in found if s.level}
    return levels.pop() if len(levels) == 1 else None


def _place(appearance: Appearance) -> tuple[str | None, str | None]:
    place = appearance.encounter.place
    if place is None:
        return None, None
    fact = place_fact(place.name)
    return form_key(fact.name if fact else place.name), place.country or (fact.country if fact else None)


def ranks(appearance: Appearance) -> frozenset[str]:
    """The words by which a report sets the encounter apart from others of its kind ("second", "next", "separate")."""
    known: dict[str, str] = table("languages/en/status")["ranks"]
    return frozenset(known[w] for m in appearance.encounter.mentions for w in rank_words(m.text))


def rank_words(mention: str) -> list[str]:
    """The words of a mention, if it is short, that set an encounter apart from others."""
    known: dict[str, str] = table("languages/en/status")["ranks"]
    words = mention.split()
    return [w for word in words if (w := word.strip(".,").lower()) in known] if len(words) <= RANK_WORDS else []


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a cluster from its members so far; ``held`` are the days on which it took place.

    ``over`` is the day by which it was told as having taken place, None while it is not; ``first`` and ``last`` are the
    days of its earliest and latest report, ``ahead`` the day of the first report that told it as still to come.
    """

    id: str
    members: tuple[str, ...]
    reports: frozenset[str]
    sides: tuple[Side, ...]
    kinds: frozenset[str]
    families: tuple[str, ...]
    levels: frozenset[str]
    places: tuple[tuple[str | None, str | None], ...]
    planned: tuple[Days, ...]
    held: tuple[Days, ...]
    over: int | None
    moved: bool
    first: int
    last: int
    ahead: int | None
    ranks: frozenset[str]
    width: int
    """The most sides that a report has named."""
    statuses: frozenset[str]


def begun(v: View) -> Profile:
    """The cluster that an appearance begins."""
    empty = Profile(
        v.id,
        (),
        frozenset(),
        (),
        frozenset(),
        (),
        frozenset(),
        (),
        (),
        (),
        None,
        False,
        v.at,
        v.at,
        None,
        frozenset(),
        0,
        frozenset(),
    )
    return joined(empty, v)


def joined(p: Profile, v: View) -> Profile:
    """The cluster with one more member, which stands later in the canonical order than all so far."""
    place = (v.place, v.place_country)
    firm = (v.firm,) if v.firm else ()
    over = v.days.last if v.past and v.days and v.days.last <= v.at else v.at
    return replace(
        p,
        members=(*p.members, v.id),
        reports=p.reports | {v.report},
        sides=_sides(p.sides, v.sides),
        kinds=p.kinds | {v.kind},
        families=(*p.families, v.family),
        levels=p.levels | ({v.level} if v.level else set()),
        places=p.places if place in p.places or place == (None, None) else (*p.places, place),
        planned=p.planned if v.past else (*p.planned, *firm, *sorted(v.asides)),
        held=(*p.held, *firm) if v.status == "held" else p.held,
        over=min(p.over or over, over) if v.status == "held" else p.over,
        moved=v.status in STOPPED or (p.moved and v.status != "scheduled"),
        last=v.at,
        ahead=p.ahead if p.ahead is not None or not v.ahead else v.at,
        ranks=p.ranks | v.ranks,
        width=max(p.width, len(v.sides)),
        statuses=p.statuses | {v.status} | v.recalled,
    )


def _of_state(all_of: tuple[Side, ...], one: Side, country: str | None) -> tuple[Side, ...]:
    return tuple(replace(s, country=country) if s == one and s.country is None else s for s in all_of)


def _sides(known: tuple[Side, ...], new: tuple[Side, ...]) -> tuple[Side, ...]:
    """All sides seen so far, each spelling once; of one person all spellings have the country that one report tells.

    A person of unknown country who stood for a state is of that state from then on.
    """
    for score, a, b in matched(new, known):
        if score == MAY_BE:
            new, known = _of_state(new, a, b.country), _of_state(known, b, a.country)
    found = list(known)
    for side in new:
        twins = [k for k, s in enumerate(found) if s.person and side.person and agree(s, side) == 1.0]
        country = side.country or next((found[k].country for k in twins if found[k].country), None)
        for k in twins:
            found[k] = replace(found[k], country=country)
        filled = replace(side, country=country)
        if filled not in found:
            found.append(filled)
    return tuple(found)
