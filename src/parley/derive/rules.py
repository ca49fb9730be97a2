"""From claims to the status of an encounter: named rules, tried in order; the first that fits decides.

The docstring of a rule is the explanation that users see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.derive.towns import two_places
from parley.model.encounter import Claim, Status

Voice = Callable[[Claim], str]
AUTHOR = "author"
HIDDEN = "hidden source of "

ON = frozenset({"announced", "scheduled", "rescheduled"})
OFF = frozenset({"cancelled", "not_held"})
NEVER = frozenset({"refused", "no_plans"})
PAUSED = frozenset({"on_hold", "postponed"})
PREMISE = frozenset({"denies", "disputes_premise"})


@dataclass(frozen=True, slots=True)
class Case:
    """The claims that count for the status: the strong ones where there are any, the body's before the title's."""

    claims: tuple[Claim, ...]
    voice: Voice

    def said(self, *statuses: str) -> list[Claim]:
        """The claims with one of these statuses that their source does not hedge."""
        return [c for c in self.claims if c.status in statuses and not c.hedged]

    def hinted(self, *statuses: str) -> list[Claim]:
        """The claims with one of these statuses, hedged ones included."""
        return [c for c in self.claims if c.status in statuses]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The roll-up: the status, the name of the rule that decided, and whether live claims disagree."""

    status: Status
    rule: str
    disputed: bool = False


def standing(claims: Sequence[Claim], voice: Voice) -> list[Claim]:
    """The claims that their own source has not superseded: a later word of a source takes the place of its earlier.

    Only where the text tells the days on which both were said; the order of an article is not that of events.
    """
    return [c for c in claims if not any(_supersedes(d, c) and voice(d) == voice(c) for d in claims)]


def _supersedes(later: Claim, earlier: Claim) -> bool:
    plain = not (later.weak or later.earlier or later.hedged or later.status == "not_yet")
    return plain and bool(later.said and earlier.said and later.said[:10] > earlier.said[:10])


def live(claims: Sequence[Claim], voice: Voice) -> tuple[Claim, ...]:
    """The claims that bear on the status now.

    What a source has taken back, states that the text puts in the past ("had been planned"), side remarks
    and the title give way to plain statements of the body; "not yet" never changes a status by itself.
    """
    telling = [c for c in standing(claims, voice) if c.status != "not_yet"]
    for keep in (
        [c for c in telling if not (c.weak or c.earlier or (c.headline and not _answered(c, telling)))],
        [c for c in telling if not (c.weak or c.earlier)],
        [c for c in telling if not c.weak],
    ):
        if keep:
            return tuple(keep)
    return tuple(telling)


def _answered(title: Claim, telling: Sequence[Claim]) -> bool:
    """Whether all that the body plainly says is that a source denies what the title tells as past: it stays told."""
    body = [c for c in telling if not (c.weak or c.earlier or c.headline)]
    denied = all(c.attribution and c.stance == "denies" and c.status in OFF | NEVER for c in body)
    return title.status == "held" and not title.attribution and denied


def held_or_not(case: Case) -> Status | None:
    """One source says that it took place and another that it did not: unknown, both stay."""
    yes = {case.voice(c) for c in case.said("held") if c.attribution}
    no = {case.voice(c) for c in case.said("not_held", "no_plans") if c.attribution and c.stance in PREMISE}
    plain = [c for c in case.said("held") if not c.attribution]
    return "unknown" if yes and no - yes and not plain else None


def took_place(case: Case) -> Status | None:
    """Somebody reports that it took place, and nobody that it did not: held."""
    return "held" if case.said("held") and not case.said("under_way") else None


def is_going_on(case: Case) -> Status | None:
    """It has begun and nobody says that it is over: under way."""
    if case.said("under_way"):
        return "held" if [c for c in case.said("held") if not c.attribution and c.when] else "under_way"
    return None


def moved_to_a_day(case: Case) -> Status | None:
    """It was moved, and the new day is known, or put off from one day while a later one is set: scheduled."""
    new = [c.when.earliest for c in case.said("scheduled") if c.when and c.when.earliest]
    old = [c.when.latest for c in case.said("postponed") if c.when and c.when.latest]
    later = bool(old) and any(day[:10] > max(old)[:10] for day in new)
    return "scheduled" if case.said("rescheduled") or later else None


def paused_on_a_source_word(case: Case) -> Status | None:
    """The article says that it is off, but the source it quotes only that it is paused: the source's word counts."""
    paused = [c for c in case.said("on_hold", "postponed") if c.attribution]
    off = case.said("cancelled", "not_held")
    if paused and off and not any(c.attribution for c in off):
        return "on_hold" if any(c.status == "on_hold" for c in paused) else "postponed"
    return None


def never_took_place(case: Case) -> Status | None:
    """A source denies that it took place, and nobody says that it was planned or called off: denied."""
    plans = case.said("cancelled", "announced", "scheduled", "rescheduled", "on_hold", "postponed")
    missed = case.said("not_held")
    outright = bool(missed) and all(c.attribution and c.stance == "denies" for c in missed)
    return "denied" if outright and not plans else None


def called_off(case: Case) -> Status | None:
    """It was planned, and somebody reports that it has been called off or did not happen: cancelled."""
    return "cancelled" if case.said("cancelled", "not_held") else None


def put_off(case: Case) -> Status | None:
    """It was moved to later, and no new day is known: postponed."""
    return "postponed" if case.said("postponed") else None


def paused(case: Case) -> Status | None:
    """Plans or talks are paused and nothing is decided: on hold."""
    return "on_hold" if case.said("on_hold") else None


def refused_or_never_planned(case: Case) -> Status | None:
    """A party refuses, or somebody entitled to know says that nothing is planned, and nobody called it off: denied."""
    return "denied" if case.said("refused", "no_plans") else None


def day_is_set(case: Case) -> Status | None:
    """It is to take place and the day is known: scheduled."""
    return "scheduled" if case.said("scheduled") else None


def will_take_place(case: Case) -> Status | None:
    """A party or the host has said that it will take place, and no day is known: announced."""
    return "announced" if case.said("announced") else None


def suggested(case: Case) -> Status | None:
    """It was suggested, offered or sought, and no agreement is reported: proposed."""
    return "proposed" if case.hinted("proposed") else None


def only_hints(case: Case) -> Status | None:
    """Only hedged words speak of it: the strongest of them is taken as it stands."""
    order: tuple[tuple[str, Status], ...] = (
        ("held", "held"),
        ("under_way", "under_way"),
        ("cancelled", "cancelled"),
        ("postponed", "postponed"),
        ("on_hold", "on_hold"),
        ("refused", "denied"),
        ("no_plans", "denied"),
        ("scheduled", "scheduled"),
        ("rescheduled", "scheduled"),
        ("announced", "announced"),
    )
    return next((status for claim, status in order if case.hinted(claim)), None)


def not_told(case: Case) -> Status | None:
    """The text does not tell how it stands: unknown."""
    return "unknown"


RULES: dict[str, Callable[[Case], Status | None]] = {
    f.__name__: f
    for f in (
        held_or_not,
        is_going_on,
        took_place,
        moved_to_a_day,
        paused_on_a_source_word,
        never_took_place,
        called_off,
        put_off,
        paused,
        refused_or_never_planned,
        day_is_set,
        will_take_place,
        suggested,
        only_hints,
        not_told,
    )
}


def roll_up(claims: Sequence[Claim], voice: Voice) -> Verdict:
    """The status that a careful reader holds after all ``claims``; ``voice`` names who speaks in a claim."""
    case = Case(live(claims, voice), voice)
    for name, rule in RULES.items():
        status = rule(case)
        if status is not None:
            return Verdict(status, name, disputed=bool(disagreements(case.claims, voice)))
    raise AssertionError("not_told always decides")


def disagreements(claims: Sequence[Claim], voice: Voice) -> list[tuple[Claim, Claim, str]]:
    """Pairs of claims of different sources that cannot both be true, with what they differ over.

    The title counts as a source of its own against the body.
    """
    out = []
    for k, a in enumerate(claims):
        for b in claims[k + 1 :]:
            over = differ(a, b)
            if over and _speaker(a, voice) != _speaker(b, voice):
                out.append((a, b, _by_title(a, b, over)))
    return out


def _by_title(a: Claim, b: Claim, over: str) -> str:
    """A title that goes further than its body differs from it over the status; nobody denies that there is anything."""
    further = over == "existence" and title_or_body(a, b) and not {"held", "under_way"} & {a.status, b.status}
    return "status" if further else over


def _speaker(claim: Claim, voice: Voice) -> tuple[str, bool]:
    return voice(claim), claim.headline and claim.attribution is None


def differ(a: Claim, b: Claim) -> str | None:
    """What two claims differ over: whether it exists, its status, time or place; None where both can be true."""
    for over, holds in OVER:
        if holds(a, b) or holds(b, a):
            return over
    return None


def title_or_body(a: Claim, b: Claim) -> bool:
    """Whether one of two claims is the title's own and the other the body's."""
    return (a.headline and a.attribution is None) != (b.headline and b.attribution is None)


def _one_denies(a: Claim, b: Claim) -> bool:
    """On against "there are no plans", called off against "there never was one", held against "it was not".

    Whoever will not meet, or has no plans, agrees with the news that it is off.
    """
    premise = b.stance == "disputes_premise"
    never = premise or (b.status in NEVER and a.status in ON)
    planned = a.status in ON | OFF | PAUSED and a.stance not in PREMISE and not a.unsettled
    return (planned and never) or (a.status == "held" and b.status in {"not_held", "no_plans", "cancelled"})


def _off_or_not(a: Claim, b: Claim) -> bool:
    """Called off against only paused; either against somebody who confirms that it is on or denies that it is off."""
    on = b.status in {"announced", "scheduled"} and b.stance in {"confirms", "denies"}
    on = on and not (b.earlier or b.unsettled)
    return (a.status in OFF and b.status in PAUSED) or (a.status in OFF | PAUSED and on)


def _other_days(a: Claim, b: Claim) -> bool:
    """Two sources give two days for what was not moved; the paper's own other day is rather of another encounter."""
    return _both_on(a, b) and _apart(a, b) and bool(a.attribution and b.attribution)


def _day_or_none(a: Claim, b: Claim) -> bool:
    """A day of one source against another who says that none was set; what the paper adds is no such word."""
    day = a.when is not None and a.when.earliest is not None and not (a.earlier or a.unsettled)
    return day and a.status in {"scheduled", "rescheduled"} and b.unsettled == "time" and b.attribution is not None


def _other_places(a: Claim, b: Claim) -> bool:
    """Two sources name two countries, or towns that lie apart, for what is to take place once."""
    told = a.attribution and b.attribution and a.place is not None and b.place is not None
    return bool(told) and _both_on(a, b) and bool(a.place and b.place and two_places(a.place, b.place))


def _both_on(a: Claim, b: Claim) -> bool:
    statuses = {a.status, b.status}
    if a.unsettled or b.unsettled:
        return False
    return statuses <= ON and "rescheduled" not in statuses and not (a.earlier or b.earlier)


def _apart(a: Claim, b: Claim) -> bool:
    ends = [d for c in (a, b) if c.when for d in (c.when.earliest, c.when.latest) if d]
    return len(ends) == 4 and (ends[0][:10] > ends[3][:10] or ends[2][:10] > ends[1][:10])


OVER: tuple[tuple[str, Callable[[Claim, Claim], bool]], ...] = (
    ("existence", _one_denies),
    ("status", _off_or_not),
    ("time", _other_days),
    ("time", _day_or_none),
    ("place", _other_places),
)

# Which state of affairs can follow which: what is told of one encounter is put in this order.
RANK = {
    "proposed": 0,
    "announced": 1,
    "scheduled": 2,
    "no_plans": 3,
    "refused": 3,
    "not_yet": 3,
    "on_hold": 4,
    "postponed": 4,
    "rescheduled": 5,
    "cancelled": 6,
    "not_held": 6,
    "under_way": 7,
    "held": 8,
}


def history(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Claim ids, oldest state of affairs first: earlier states, then the order in which states follow each other."""
    order = sorted(claims, key=lambda c: (not c.earlier, RANK[c.status], c.evidence.start))
    return tuple(c.id for c in order)
