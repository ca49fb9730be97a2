"""Contradictions over many reports: what two sources say of one encounter and cannot both be true.

Each rule is a function of two statements, the earlier one first; its docstring is what the user sees. What only
moved in time is no contradiction: the day that was set first, and the day after a move.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from parley.derive.changes import WEAK
from parley.derive.contradictions import contradictions
from parley.derive.origins import Voice
from parley.derive.rules import NEVER, OFF, ON, PAUSED
from parley.derive.telling import Telling
from parley.derive.towns import two_places
from parley.derive.voices import one_mouth, voices
from parley.model.encounter import Claim, PlaceRef
from parley.model.ledger import Conflict, LedgerClaim, Over

INSISTS = frozenset({"confirms", "denies"})
FACTS = frozenset({"held", "not_held"})
FORTNIGHT = 14
SOON = 4
"""Reports so many days apart speak of the same state of affairs; later ones of a new one."""
DONE = frozenset({"held", "under_way"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says of an encounter: the claim, who stands behind it, and where the report has the encounter."""

    claim: LedgerClaim
    voice: Voice
    place: PlaceRef | None
    held: str | None = None
    """The day on which it took place, as far as any report tells."""
    side: str = field(init=False)
    """What the statement amounts to: on (denied that it is off too), off, paused, never, or its own status."""
    day: date = field(init=False)
    """The day of the report."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "side", side_of(self.claim.claim))
        object.__setattr__(self, "day", date.fromisoformat(self.claim.at[:10]))

    @property
    def where_and_when(self) -> tuple[object, ...]:
        """What two statements of one side can differ over."""
        when, place = self.claim.claim.when, self.place
        return when and when.earliest, when and when.latest, place and (place.country, place.name)


def side_of(claim: Claim) -> str:
    """The side that a claim takes."""
    if claim.unsettled:
        return "no day"
    if claim.stance == "disputes_premise":
        return "never"
    groups = {"on": ON, "off": OFF, "paused": PAUSED, "never": NEVER}
    return next((name for name, statuses in groups.items() if claim.status in statuses), claim.status)


Rule = Callable[[Statement, Statement], bool]


def took_place_or_never_was(a: Statement, b: Statement) -> bool:
    """One source says that it took place, another that it did not or never was to."""
    return {"held", "under_way"} & {a.side, b.side} != set() and bool(
        {"never", "off"} & {a.side, b.side} and _after_the_fact(a, b)
    )


def _after_the_fact(a: Statement, b: Statement) -> bool:
    """A denial of plans before the encounter does not deny that it took place later, unless it denies any."""
    denial, other = (a, b) if a.side in {"never", "off"} else (b, a)
    status = denial.claim.claim.status
    if status == "refused" or _apart(a.place, b.place):
        return False
    if status == "cancelled" and abs((denial.day - other.day).days) > FORTNIGHT:
        return False  # what was called off was taken up again
    return denial.claim.at[:10] >= (other.held or other.claim.at[:10])


def _apart(a: PlaceRef | None, b: PlaceRef | None) -> bool:
    """Whether two places are of different states: what was off in one was no meeting in the other."""
    return a is not None and b is not None and bool(a.country and b.country) and a.country != b.country


def planned_or_never_was(a: Statement, b: Statement) -> bool:
    """One source says that it was agreed or called off, another that there never was anything to agree or call off."""
    for plan, denial in ((a, b), (b, a)):
        if plan.side not in {"on", "off", "paused"} or denial.side != "never" or _no_more_than_a_denial(plan):
            continue
        if denial.claim.claim.status == "refused":
            return False
        if denial.claim.claim.stance == "disputes_premise":
            return True
        days = (denial.day - plan.day).days
        if plan.side == "off" and (plan.voice.standing not in WEAK or _of_one_side(plan.voice, denial.voice)):
            return False  # whoever has no plans agrees with a side that calls it off
        if plan.side == "off" and denial.claim.at > plan.claim.at:
            return _entitled_against_unnamed(denial, plan) and days <= SOON
        # "No plans" some days after a plan is the news that it is off; a plan told weeks after it is a new one.
        return -FORTNIGHT <= days <= SOON
    return False


def _no_more_than_a_denial(s: Statement) -> bool:
    """Whether a statement only denies: that it is off, or that it took place."""
    claim = s.claim.claim
    return claim.stance == "denies" and (claim.status in ON or claim.status == "not_held")


def _of_one_side(a: Voice, b: Voice) -> bool:
    """Whether two sources are of one state, or one speaks for the other ("a spokesman for Okoye", "Okoye")."""
    if a.country and a.country == b.country:
        return True
    first, second = (v.origin.text.casefold().split() for v in (a, b))
    return bool(first and second) and (first[-1] in second or second[-1] in first)


def _entitled_against_unnamed(denial: Statement, other: Statement) -> bool:
    """A side of the encounter denies what sources say that are not named."""
    return denial.voice.standing == "party" and other.voice.standing in WEAK


def on_or_off(a: Statement, b: Statement) -> bool:
    """One source says that it is off or on hold, another soon after that it is not, goes ahead, or is only paused."""
    if abs((a.day - b.day).days) > SOON:
        return False
    if {a.side, b.side} == {"off", "paused"}:
        return a.day == b.day
    for x, y in ((a, b), (b, a)):
        if x.side in {"off", "paused"} and y.side == "on" and y.claim.at >= x.claim.at:
            return y.claim.claim.stance in INSISTS or _at_once_on(x, y)
    return False


def _at_once_on(off: Statement, on: Statement) -> bool:
    """Somebody named says by the next day that it is on, of what only a paper or unnamed people told as off."""
    told = off.voice.standing in WEAK | {"outlet"} and not off.claim.claim.earlier
    plan = on.claim.claim.status in {"announced", "scheduled"} and not on.claim.claim.earlier
    return told and plan and on.voice.standing in {"party", "named"} and (on.day - off.day).days <= 1


def another_day(a: Statement, b: Statement) -> bool:
    """Two sources give different days, and nobody says that it was moved."""
    if {a.side, b.side} != {"on"} or "rescheduled" in {a.claim.claim.status, b.claim.claim.status}:
        return False
    return _days_apart(a, b) and abs((a.day - b.day).days) <= SOON


def another_day_held(a: Statement, b: Statement) -> bool:
    """Two sources, one of them named, give different single days on which it took place."""
    if {a.side, b.side} != {"held"} or not {a.voice.standing, b.voice.standing} & {"party", "named"}:
        return False
    single = all(w is not None and w.earliest == w.latest for w in (a.claim.claim.when, b.claim.claim.when))
    return single and _days_apart(a, b) and abs((a.day - b.day).days) <= SOON


def _days_apart(a: Statement, b: Statement) -> bool:
    """Whether the days of two statements share none."""
    x, y = (s.claim.claim.when for s in (a, b))
    if x is None or y is None or not (x.earliest and x.latest and y.earliest and y.latest):
        return False
    return x.earliest[:10] > y.latest[:10] or y.earliest[:10] > x.latest[:10]


def a_day_or_none(a: Statement, b: Statement) -> bool:
    """One source gives a day, another says that no day was ever set, or on the same days that it is still open."""
    for dated, open_ in ((a, b), (b, a)):
        x, y = dated.claim.claim, open_.claim.claim
        if y.unsettled != "time" or x.unsettled or dated.side != "on" or not (x.when and x.when.earliest):
            continue
        if x.status not in {"scheduled", "rescheduled"} or open_.voice.standing in {"outlet", "hidden"}:
            return False
        days = (open_.day - dated.day).days
        return 0 <= days <= (FORTNIGHT if y.stance == "denies" else 1)
    return False


def another_place(a: Statement, b: Statement) -> bool:
    """Two sources give different places, and nobody says that it was moved."""
    if a.claim.report == b.claim.report or a.side != b.side or a.side not in {"on", "held"}:
        return False
    if a.place is None or b.place is None or abs((a.day - b.day).days) > SOON:
        return False
    x, y = a.claim.claim.place, b.claim.claim.place
    return two_places(a.place, b.place) and (a.place.country != b.place.country or bool(x and y))


RULES: dict[str, tuple[Over, Rule]] = {
    "took_place_or_never_was": ("existence", took_place_or_never_was),
    "planned_or_never_was": ("existence", planned_or_never_was),
    "on_or_off": ("status", on_or_off),
    "another_day": ("time", another_day),
    "another_day_held": ("time", another_day_held),
    "a_day_or_none": ("time", a_day_or_none),
    "another_place": ("place", another_place),
}


DETAILS = frozenset({another_day.__name__, another_place.__name__})
"""What also a statement tells that only mentions it in passing ("the third round in Riga on 9 June")."""
PREMISE = frozenset({took_place_or_never_was.__name__, planned_or_never_was.__name__})


def conflicts(told: Sequence[Telling], refused: frozenset[str]) -> tuple[Conflict, ...]:
    """One contradiction for each pair of sides, earliest first; ``told`` are the tellings that count, in order.

    Inside one report they are those of the reading (``parley.derive.contradictions``).
    """
    inside = [c for t in told for c in _inside(t, refused)]
    statements = _statements(told, refused)
    found: dict[tuple[str, str, str, str, str], dict[str, str]] = {}
    differing = [(a, b, rule) for a, b in pairs(statements) for rule in differ(a, b)]
    sourced = _told_by_sources(differing)
    never = {(x.claim.id, y.claim.report) for a, b, rule in differing if rule in PREMISE for x, y in ((a, b), (b, a))}
    for a, b, rule in differing:
        if rule == on_or_off.__name__ and {(a.claim.id, b.claim.report), (b.claim.id, a.claim.report)} & never:
            continue  # that there never was one says more
        if not (_only_printed(a, b, sourced) or _only_printed(b, a, sourced)):
            first, second = sorted((a, b), key=lambda s: (s.voice.origin.key, s.side))
            key = (first.voice.origin.key, first.side, second.voice.origin.key, second.side, rule)
            found.setdefault(key, {}).update({s.claim.id: s.claim.report for s in (a, b)})
    across = [
        Conflict(RULES[rule][0], tuple(c), tuple(dict.fromkeys(c.values())), rule) for (*_, rule), c in found.items()
    ]
    order = {c.id: k for k, c in enumerate(c for t in told for c in t.claims)}
    return tuple(sorted([*inside, *across], key=lambda c: max(order[i] for i in c.claims)))


def pairs(statements: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """The pairs that a rule can have something to say of, in order; an encounter may be told by very many reports.

    Of what is on, off or paused all rules ask for reports some days apart, and what took place is contradicted only by
    what was off or never was.
    """
    known: dict[str, list[tuple[int, Statement]]] = {}
    found: list[tuple[int, int]] = []
    for k, b in enumerate(statements):
        for side, earlier in known.items():
            if not _can_differ(side, b.side):
                continue
            far = {side, b.side} & {"never", "no day", *DONE}
            start = 0 if far and side != b.side else bisect_left(earlier, b.day.toordinal() - SOON, key=_ordinal)
            same = b.where_and_when if side == b.side else None
            found += [(n, k) for n, a in earlier[start:] if same is None or a.where_and_when != same]
        known.setdefault(b.side, []).append((k, b))
    return [(statements[n], statements[k]) for n, k in sorted(found)]


def _ordinal(one: tuple[int, Statement]) -> int:
    return one[1].day.toordinal()


def _can_differ(one: str, other: str) -> bool:
    done = {one, other} & DONE
    return one in {"on", "held"} if one == other else not done or bool({one, other} & {"never", "off"})


def _told_by_sources(differing: Sequence[tuple[Statement, Statement, str]]) -> frozenset[tuple[str, str]]:
    """Which report has a source that contradicts whom: the report, and the other's origin."""
    both = [(x, y) for a, b, _ in differing for x, y in ((a, b), (b, a))]
    return frozenset((x.claim.report, y.voice.origin.key) for x, y in both if x.voice.standing != "outlet")


def _only_printed(paper: Statement, other: Statement, sourced: frozenset[tuple[str, str]]) -> bool:
    """Whether a paper's own voice only repeats what a source in the same report contradicts the other in."""
    return paper.voice.standing == "outlet" and (paper.claim.report, other.voice.origin.key) in sourced


def _inside(t: Telling, refused: frozenset[str]) -> list[Conflict]:
    """The contradictions inside one report."""
    quoted = frozenset(a.id for a in t.appearance.attributions if a.kind == "direct")
    claims = [c.claim for c in t.claims if c.id not in refused and (c.claim.status in FACTS or not c.claim.earlier)]
    said = t.appearance.attributions
    mouth = one_mouth(said, t.appearance.actors)
    found = contradictions(t.appearance.id, claims, voices(said), quoted, mouth)
    return [Conflict(c.over, tuple(f"{t.appearance.id}:{i}" for i in c.claims), (t.report.id,)) for c in found]


def differ(a: Statement, b: Statement) -> tuple[str, ...]:
    """The rules by which statements of different sources in different reports differ, none where both can be true.

    One of them, or that of the day and that of the place.
    """
    if a.claim.report == b.claim.report or a.voice.origin.key == b.voice.origin.key:
        return ()
    passing = a.claim.claim.weak or b.claim.claim.weak
    unsettled = a.claim.claim.unsettled or b.claim.claim.unsettled
    names = DETAILS if passing and not unsettled else RULES.keys()
    found = tuple(name for name, (_, rule) in RULES.items() if name in names and rule(a, b))
    return found if {*found} <= {another_place.__name__, another_day.__name__} else found[:1]


def _statements(told: Sequence[Telling], refused: frozenset[str]) -> list[Statement]:
    facts = [(c.claim.when or t.appearance.encounter.when) for t in told for c in t.claims if c.claim.status == "held"]
    held = next((when.earliest[:10] for when in facts if when and when.earliest), None)
    return [
        Statement(c, v, c.claim.place or t.appearance.encounter.place, held)
        for t in told
        for c, v in zip(t.claims, t.voices, strict=True)
        if c.id not in refused and not c.claim.hedged and _plain(c.claim)
    ]


def _plain(claim: Claim) -> bool:
    """Whether a claim says plainly how it stands: what took place stays true, and a denied day is weak by nature."""
    if claim.earlier:
        return claim.status in FACTS and not claim.weak
    where_and_when = claim.status in ON and (claim.when is not None or claim.place is not None)
    return not claim.weak or claim.unsettled is not None or where_and_when
