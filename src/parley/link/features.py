"""What speaks for or against an appearance being of an encounter known so far.

Each feature is a function of the appearance and the cluster; its docstring is the explanation that the user sees.
Weights are like odds: above ``TOGETHER`` in sum the appearance joins. They were set by hand and checked on
invented stories.
"""

from __future__ import annotations

from collections.abc import Callable

from parley.link.days import Days
from parley.link.sides import Side, matched
from parley.link.view import Profile, View
from parley.model.ledger import Evidence

Feature = Callable[[View, Profile], Evidence | None]
NEVER = -100.0


def same_parties(v: View, p: Profile) -> Evidence | None:
    """The same parties: the same persons in whatever spelling, or their states; a leader stands for a state."""
    pairs = matched(v.sides, p.sides)
    if not pairs:
        return Evidence("same_parties", NEVER, "no party in common")
    total = sum(score for score, _, _ in pairs)
    sure = sum(score for score, _, _ in pairs if score >= 0.8)
    theirs = len({s.key for s in p.sides})
    share = 2 * total / (len(v.sides) + max(min(theirs, len(v.sides)), len(pairs)))
    seen = ", ".join(f"{a.words} = {b.words}" for _, a, b in pairs)
    if sure < 0.8 or share < 0.5:
        return Evidence("same_parties", NEVER, seen)
    persons = sum(1 for score, a, b in pairs if score == 1.0 and a.person and b.person)
    alone = -1.5 if len(v.sides) < 2 or len(pairs) < 2 else 0.0
    return Evidence("same_parties", round(3.0 * share - 1.0 + 0.5 * min(persons, 2) + alone, 2), seen)


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
    known = (*p.held, *p.planned)
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


def already_over(v: View, p: Profile) -> Evidence | None:
    """It has taken place, and the report speaks of one still to come: another one."""
    if p.over is None or not v.ahead or v.at < p.over:
        return None
    if v.firm and any(v.firm.overlaps(d) for d in p.held):
        return None
    return Evidence("already_over", -5.0)


def long_before(v: View, p: Profile) -> Evidence | None:
    """It was over before the other one was spoken of as still to come."""
    if not v.past or v.days is None or p.ahead is None:
        return None
    return Evidence("long_before", -5.0) if v.days.last < p.ahead and not _near_planned(v.days, p) else None


def _near_planned(ours: Days, p: Profile) -> bool:
    return any(ours.overlaps(d) for d in (*p.planned, *p.held))


def same_place(v: View, p: Profile) -> Evidence | None:
    """The same place, or another one; a place that was only planned may have been changed."""
    if v.place is None or not p.places:
        return None
    if any(v.place == name for name, _ in p.places):
        return Evidence("same_place", 1.2, v.place)
    others = "/".join(name for name, _ in p.places if name)
    countries = {c for _, c in p.places if c}
    if v.place_country and v.place_country in countries:
        return Evidence("same_place", 0.2, f"{v.place}, {others}")
    if not v.place_country or not countries:
        return Evidence("same_place", -0.6, f"{v.place}, {others}")
    return Evidence("same_place", -2.5 if v.past and p.over is not None else -1.2, f"{v.place}, {others}")


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
    return (
        Evidence("set_apart", -0.8, "/".join(sorted(v.ranks))) if v.ranks & {"other", "separate", "previous"} else None
    )


FEATURES: dict[str, Feature] = {
    f.__name__: f
    for f in (
        same_parties,
        other_persons,
        same_kind,
        same_level,
        same_days,
        already_over,
        long_before,
        same_place,
        near_in_print,
        set_apart,
    )
}
TOGETHER = 1.2
UNSURE = 0.6
"""How far from ``TOGETHER`` a decision asks for a person."""


def evidence(v: View, p: Profile) -> tuple[float, tuple[Evidence, ...]]:
    """The sum of all features, and the features that had something to say."""
    found = tuple(e for f in FEATURES.values() if (e := f(v, p)) is not None)
    return round(sum(e.weight for e in found), 3), found
