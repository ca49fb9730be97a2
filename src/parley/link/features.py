"""What speaks for or against an appearance being of an encounter known so far.

Each feature is a function of the appearance and the cluster; its docstring is the explanation that the user sees.
Weights are like odds: above ``TOGETHER`` in sum the appearance joins. They were set by hand and checked on
invented stories.
"""

from __future__ import annotations

from collections.abc import Callable

from parley.lexicon.world import country_code
from parley.link.days import Days
from parley.link.names import sounds
from parley.link.sides import Side, matched
from parley.link.view import PLANNED, STOPPED, Profile, View
from parley.model.ledger import Evidence

Feature = Callable[[View, Profile], Evidence | None]
NEVER = -100.0
SURE = 0.8
SHARED = 0.6
A_FEW_DAYS = 4
FORTNIGHT = 14


def same_parties(v: View, p: Profile) -> Evidence | None:
    """The same parties: the same persons in whatever spelling, or their states; a leader stands for a state."""
    pairs = matched(v.sides, p.sides)
    seen = ", ".join(f"{a.words} = {b.words}" for _, a, b in pairs)
    few = min(len(v.sides), p.width)
    sure = sum(1 for score, _, _ in pairs if score >= SURE)
    if not sure and not (here_and_then(v, p) and len(pairs) == few >= 2):
        return Evidence("same_parties", NEVER, seen or "no party in common")
    if few >= 2 and (len(pairs) < 2 or 2 * len(pairs) / (len(v.sides) + p.width) < SHARED):
        return Evidence("same_parties", NEVER, seen or "no party in common")
    persons = sum(1 for score, a, b in pairs if score == 1.0 and a.person and b.person)
    mean = sum(score for score, _, _ in pairs) / len(pairs)
    extra = abs(len(v.sides) - p.width) * 0.3
    return Evidence("same_parties", round(0.5 + 1.5 * mean + 0.5 * min(persons, 2) - extra - (few < 2), 2), seen)


def here_and_then(v: View, p: Profile) -> bool:
    """Whether both are in one place on the same days: then persons unknown so far may be those of the states."""
    days = v.firm and v.firm.length <= A_FEW_DAYS and any(v.firm.overlaps(d) for d in (*p.held, *p.planned))
    return bool(days and v.place and any(name and same_town(v.place, name) for name, _ in p.places))


def other_persons(v: View, p: Profile) -> Evidence | None:
    """Other persons of the same state: its president is not its foreign minister."""
    ours = {s.country: s for s in v.sides if s.person and s.country}
    theirs: dict[str, list[Side]] = {}
    for s in p.sides:
        if s.person and s.country:
            theirs.setdefault(s.country, []).append(s)
    for country, s in ours.items():
        if country in theirs and not any(matched((s,), (t,)) for t in theirs[country]):
            return Evidence("other_persons", -4.0, f"{s.words} and {theirs[country][0].words}")
    return None


def same_kind(v: View, p: Profile) -> Evidence | None:
    """The same kind of encounter: a call is no meeting, and a visit is told apart from the meetings in it."""
    if v.kind in p.kinds:
        return Evidence("same_kind", 0.5, v.kind)
    if v.family in p.families:
        return Evidence("same_kind", 0.3, f"{v.kind}, {'/'.join(sorted(p.kinds))}")
    pair = {v.family, *p.families}
    return Evidence("same_kind", -5.0 if "call" in pair else -3.0, f"{v.kind}, {'/'.join(sorted(p.kinds))}")


def same_level(v: View, p: Profile) -> Evidence | None:
    """The same level: leaders, ministers and officials meet apart."""
    if not v.level or not p.levels:
        return None
    if v.level in p.levels:
        return Evidence("same_level", 0.4, v.level)
    return Evidence("same_level", -3.5, f"{v.level}, {'/'.join(sorted(p.levels))}")


def same_days(v: View, p: Profile) -> Evidence | None:
    """The days that both give for it: the same, or other ones; a day that was only planned may have been moved."""
    ours = v.firm
    known = _closest(ours, p)
    if ours is None or not known:
        return None
    if any(ours.overlaps(d) for d in known):
        best = min((d for d in known if ours.overlaps(d)), key=lambda d: d.length)
        return Evidence("same_days", 1.5 if max(best.length, ours.length) <= 10 else 0.8, "")
    gap = min(ours.gap(d) for d in known)
    if v.past and p.held:
        return Evidence("same_days", -4.0 if gap > 1 else -1.5, f"{gap} days apart")
    if p.moved:
        return Evidence("same_days", -0.3, f"{gap} days apart, moved before")
    return Evidence("same_days", -1.0 if gap <= 14 else -2.0, f"{gap} days apart")


def _closest(ours: Days | None, p: Profile) -> tuple[Days, ...]:
    """The days known of a cluster; where both tell the very days on which it was held, these alone."""
    exact = tuple(d for d in p.held if d.length <= A_FEW_DAYS)
    return exact if exact and ours is not None and ours.length <= A_FEW_DAYS else (*p.held, *p.planned)


def took_place_later(v: View, p: Profile) -> Evidence | None:
    """One was told as having taken place before the days on which the other one did."""
    later = v.past and p.over is not None and v.firm is not None and v.firm.first > p.over + 1
    return Evidence("took_place_later", -5.0) if later else None


def one_side_alone(v: View, p: Profile) -> Evidence | None:
    """Only one person is named on either side, who meets many: later reports need the same place or days."""
    lone = v.sides if len(v.sides) < 2 else p.sides if p.width < 2 else ()
    if not lone or not all(s.person for s in lone) or v.at - p.last <= FORTNIGHT:
        return None
    near = v.firm is not None and any(v.firm.overlaps(d) for d in (*p.held, *p.planned))
    there = v.place is not None and any(name and same_town(v.place, name) for name, _ in p.places)
    return None if near or there else Evidence("one_side_alone", -2.5, lone[0].words)


def planned_long_ago(v: View, p: Profile) -> Evidence | None:
    """Told as going on weeks after the days for which the other one was planned, and nobody moved it."""
    due = max((d.last for d in p.planned if d.length <= A_FEW_DAYS), default=None)
    now = v.firm.first if v.firm else v.at
    late = due is not None and now - due > FORTNIGHT and not p.moved and not p.held
    return (
        Evidence("planned_long_ago", -2.5, f"{now - (due or now)} days") if late and v.status == "under_way" else None
    )


def told_again(v: View, p: Profile) -> Evidence | None:
    """Told as held without a day, long after the other one was told as held: rather one that took place since."""
    if v.status != "held" or v.firm is not None or p.over is None or v.at - p.over <= FORTNIGHT:
        return None
    return Evidence("told_again", -1.5 if v.at - p.over <= 2 * FORTNIGHT else -3.0, f"{v.at - p.over} days after")


def already_over(v: View, p: Profile) -> Evidence | None:
    """It has taken place, and the report speaks of one still to come, or put off: another one."""
    if p.over is None or v.at < p.over or not (v.ahead or v.status in STOPPED):
        return None
    if v.firm and any(v.firm.overlaps(d) for d in p.held):
        return None
    return Evidence("already_over", -5.0 if v.ahead else -3.0)


def long_before(v: View, p: Profile) -> Evidence | None:
    """It was over before the other one was spoken of as still to come, or before the day for which that is planned."""
    if not v.past or p.over is not None:
        return None
    if v.days is not None and p.ahead is not None and v.days.last < p.ahead and not _near_planned(v.days, p):
        return Evidence("long_before", -5.0)
    due = min((d.first for d in p.planned), default=v.at)
    return Evidence("long_before", -3.0) if v.status == "held" and v.days is None and due > v.at else None


def _near_planned(ours: Days, p: Profile) -> bool:
    return any(ours.overlaps(d) for d in (*p.planned, *p.held))


def same_place(v: View, p: Profile) -> Evidence | None:
    """The same place, or another one; a place that was only planned may have been changed."""
    if v.place is None or not p.places:
        return None
    if any(name and same_town(v.place, name) for name, _ in p.places):
        return Evidence("same_place", 1.2, v.place)
    others = "/".join(name for name, _ in p.places if name)
    countries = {c for _, c in p.places if c}
    if v.place_country and v.place_country in countries:
        wide = any(country_code(name.title()) for name in (v.place, others))
        return Evidence("same_place", 0.6 if wide else -0.3, f"{v.place}, {others}")
    if not v.place_country or not countries:
        return Evidence("same_place", -0.6, f"{v.place}, {others}")
    return Evidence("same_place", -2.5 if v.past and p.over is not None else -1.2, f"{v.place}, {others}")


def held_elsewhere(v: View, p: Profile) -> Evidence | None:
    """It took place in another state than the one planned for, and that one had been called off or denied."""
    countries = {c for _, c in p.places if c}
    off = p.over is None and bool(p.statuses & {*STOPPED, "denied"}) and not p.statuses & {"held", "under_way"}
    if not (off and v.status == "held" and v.place_country and countries) or v.place_country in countries:
        return None
    return Evidence("held_elsewhere", -2.0, v.place or "")


def same_town(a: str, b: str) -> bool:
    """Whether two names of places may be spellings of one."""
    return a == b or (min(len(a), len(b)) >= 5 and sounds(a) == sounds(b))


def near_in_print(v: View, p: Profile) -> Evidence | None:
    """Reports that follow each other closely speak of the same encounter; after months of silence hardly."""
    gap = v.at - p.last
    if gap <= 4:
        return Evidence("near_in_print", 0.7, f"{gap} days")
    if gap <= 21:
        return Evidence("near_in_print", 0.3, f"{gap} days")
    if gap <= 60:
        return None
    return Evidence("near_in_print", -0.7 if gap <= 150 else -1.5, f"{gap} days")


def set_apart(v: View, p: Profile) -> Evidence | None:
    """The report itself sets it apart from others of its kind: "another", "second", "separate"."""
    if not v.ranks or v.ranks & p.ranks:
        return Evidence("set_apart", 0.3, "/".join(sorted(v.ranks))) if v.ranks else None
    numbers, known = ({r for r in x if r.isdigit()} for x in (v.ranks, p.ranks))
    if numbers and known:
        return Evidence("set_apart", -3.0, "/".join(sorted(v.ranks)))
    return Evidence("set_apart", -0.8, "/".join(sorted(v.ranks))) if v.ranks & {"other", "separate"} else None


def same_past(v: View, p: Profile) -> Evidence | None:
    """The report recalls what had become of it before, and so it was told of this one (or never was)."""
    told = {s for s in v.recalled if s in STOPPED}
    if not told:
        return None
    shared = told & p.statuses
    return Evidence("same_past", 1.0 if shared else -0.8, "/".join(sorted(shared or told)))


def was_planned(v: View, p: Profile) -> Evidence | None:
    """What is put off, called off or held was planned before; of one that was only mentioned nothing more is told."""
    if p.statuses <= {"unknown"}:
        return Evidence("was_planned", -0.8, "nothing told of it")
    told = v.status in STOPPED | {"held"} and bool(p.statuses & PLANNED)
    return Evidence("was_planned", 0.4, v.status) if told else None


FEATURES: dict[str, Feature] = {
    f.__name__: f
    for f in (
        same_parties,
        other_persons,
        same_kind,
        same_level,
        same_days,
        took_place_later,
        one_side_alone,
        planned_long_ago,
        told_again,
        already_over,
        long_before,
        same_place,
        held_elsewhere,
        near_in_print,
        set_apart,
        same_past,
        was_planned,
    )
}
TOGETHER = 1.2
UNSURE = 0.6
"""How far from ``TOGETHER`` a decision asks for a person."""


def evidence(v: View, p: Profile) -> tuple[float, tuple[Evidence, ...]]:
    """The sum of all features, and the features that had something to say."""
    found = tuple(e for f in FEATURES.values() if (e := f(v, p)) is not None)
    return round(sum(e.weight for e in found), 3), found
