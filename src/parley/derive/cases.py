"""The account of encounters over many reports, as of a moment: pure functions of claims and judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from parley.derive.conflicts import conflicts
from parley.derive.living import placed, silent
from parley.derive.moments import counts, moment
from parley.derive.steps import course
from parley.derive.summary import kind, level, parties
from parley.derive.telling import telling
from parley.model.encounter import Status, When
from parley.model.judged import Judged, judged
from parley.model.ledger import Appearance, Case, Cluster, Judgement, Report, Step

OPEN = frozenset({"proposed", "announced", "scheduled"})


def cases(
    clusters: Iterable[Cluster],
    reports: Iterable[Report],
    appearances: Iterable[Appearance],
    judgements: Iterable[Judgement] = (),
    *,
    copies: Mapping[str, str] | None = None,
    as_of: str | None = None,
    now: str | None = None,
) -> tuple[Case, ...]:
    """The account of each encounter that a report tells of by ``as_of``.

    ``clusters`` are those of all reports given; ``copies`` names the group of each report that is a copy of another
    (others may be missing); ``now`` is the moment by which a day has passed (``as_of`` where missing, else that of
    the latest report). For what the ledger held at some moment, leave out reports and judgements recorded later, and
    make the clusters from what is left.
    """
    by_id = {r.id: r for r in reports if counts(r.at, as_of)}
    of_key: dict[str, dict[str, Report]] = {}
    for r in by_id.values():
        of_key.setdefault(r.key, {})[r.id] = r
    known = {a.id: a for a in appearances if a.report in by_id}
    latest = now or as_of or max((r.at for r in by_id.values()), default="")
    by_people = judged(judgements)
    homes = {m: c.id for c in clusters for m in c.members}
    out = []
    for cluster in clusters:
        members = [known[m] for m in cluster.members if m in known]
        mine = {i: r for m in members for i, r in of_key[by_id[m.report].key].items()}
        if members:
            out.append(account(members, mine, by_people, copies or {}, homes, latest))
    return tuple(out)


def case(
    members: Iterable[Appearance],
    reports: Mapping[str, Report],
    judgements: Iterable[Judgement] = (),
    *,
    copies: Mapping[str, str] | None = None,
    homes: Mapping[str, str] | None = None,
    as_of: str | None = None,
    now: str | None = None,
) -> Case | None:
    """The account of one encounter; None where no report of it counts by ``as_of``.

    ``members`` are the appearances of its cluster, in its order; ``reports`` holds at least all versions of the
    articles that they stand in; ``homes`` the encounter that each related appearance is part of.
    """
    counting = {i: r for i, r in reports.items() if counts(r.at, as_of)}
    mine = [m for m in members if m.report in counting]
    if not mine:
        return None
    latest = now or as_of or max(r.at for r in counting.values())
    return account(mine, counting, judged(judgements), copies or {}, homes or {}, latest)


def account(
    members: Sequence[Appearance],
    reports: Mapping[str, Report],
    by_people: Judged,
    copies: Mapping[str, str],
    homes: Mapping[str, str],
    now: str,
) -> Case:
    """The account of one encounter by its appearances, earliest first, over reports that all count."""
    told = [telling(m, reports[m.report]) for m in members]
    no = silent(told, reports, copies)
    speaking = [t for t in told if t.report.id not in no]
    found = course(speaking or told, by_people)
    last = (found.last if speaking else None) or no_version_tells_it(told[-1].report)
    override = by_people.override(m.id for m in members)
    status = cast(Status, override.value) if override and override.value else last.status
    claims = placed(told, no, by_people.rejected)
    against = conflicts(speaking, by_people.rejected)
    live = {c.id for c in claims if c.live}
    sides = parties(members)
    return Case(
        id=members[0].id,
        aliases=tuple(m.id for m in members[1:]),
        kind=kind(members),
        level=level(members),
        parties=sides,
        place=found.place,
        when=found.when,
        status=status,
        machine_status=last.status,
        rule=decided_by_a_person.__name__ if override else last.rule,
        disputed=any(live.issuperset(c.claims) for c in against),
        unconfirmed=status in OPEN and _passed(found.when, now),
        since=last.at,
        appearances=tuple(m.id for m in members),
        claims=claims,
        origins=tuple(dict.fromkeys(c.origin.key for c in claims if c.live)),
        history=tuple(found.steps) if speaking else (),
        conflicts=against,
        prepares=_related((p for m in members for p in m.prepares), homes),
        led_to=_related((p for m in members for p in m.led_to), homes),
        stays_away=tuple(p for p in sides if p.attends is False),
        judged=by_people.made_on(m.id for m in members),
    )


def no_version_tells_it(report: Report) -> Step:
    """The article that told of it has a newer version, which does not: unknown."""
    return Step(report.at, "unknown", no_version_tells_it.__name__, (), report.id)


def decided_by_a_person() -> None:
    """A person has decided on the status; what the rules say is shown beside it."""


def _passed(day: When | None, now: str) -> bool:
    return bool(day and day.latest) and str(day and day.latest)[:10] < moment(now)[:10]


def _related(found: Iterable[str], homes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(homes.get(a, a) for a in found))
