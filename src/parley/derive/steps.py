"""The course of an encounter: what each report changed of its status, its day and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from parley.derive.changes import WEIGHT, Known, News, change
from parley.derive.settled import Settled, Told, Value, days_apart, settle, told_again
from parley.derive.telling import Telling, news
from parley.model.encounter import PlaceRef, Status, When
from parley.model.judged import Judged
from parley.model.ledger import Step, StepOf


def course(told: Iterable[Telling], judged: Judged) -> Course:
    """What the reports changed, one after another; they are given oldest first."""
    made = Course(judged)
    for t in told:
        made.take(t)
    return made


@dataclass
class Course:
    """The changes so far, oldest first, and what is known after them."""

    judged: Judged
    steps: list[Step] = field(default_factory=list)
    known: Known | None = None
    settled: dict[StepOf, Settled] = field(default_factory=dict)

    @property
    def last(self) -> Step | None:
        """The last change of the status."""
        return next((s for s in reversed(self.steps) if s.of == "status"), None)

    @property
    def when(self) -> When | None:
        """The time as it is known."""
        found = self.settled.get("time")
        return found.value if found and isinstance(found.value, When) else None

    @property
    def place(self) -> PlaceRef | None:
        """The place as it is known."""
        found = self.settled.get("place")
        return found.value if found and isinstance(found.value, PlaceRef) else None

    def take(self, t: Telling) -> None:
        """Take in the next report: its news after what was known before it."""
        new, claims, rule = news(t, self.judged)
        status, why = self._status(new, rule)
        first, changed = self.known is None, self.known is None or status != self.known.status
        if changed:
            self.steps.append(Step(t.report.at, status, why, claims, t.report.id))
        self.known = _after(self.known, new, status)
        e = t.appearance.encounter
        found: list[tuple[StepOf, Value | None]] = [("time", e.when), ("place", e.place)]
        for of, value in found:
            if value is not None:
                step = self._settle(of, Told(value, new, status, t.report.at, changed), t, claims)
                self.steps += [step] if step and not first else []

    def _status(self, new: News, rule: str) -> tuple[Status, str]:
        """How it stands after a report, and the rule that says so."""
        if self.known is None or self.known.status == "unknown":
            return new.status, rule
        changed, why = change(self.known, new)
        return changed or self.known.status, rule if why == "latest_word" else why

    def _settle(self, of: StepOf, told: Told, t: Telling, claims: tuple[str, ...]) -> Step | None:
        """The change of day or place that a report makes; None where it makes none."""
        known = self.settled.get(of)
        rule = settle(known, told)
        if rule is not None:
            self.settled[of] = Settled(told.value, told.news.standing, told.status, told.at)
            before = known.value if known else None
            stands_on = _speaking_of(t, told.value) or claims
            return Step(told.at, told.status, rule, stands_on, t.report.id, of, before, told.value)
        if known and told.to(known) == "same" and told.news.status == told.status:
            self.settled[of] = told_again(known, told)
        return None


def _speaking_of(t: Telling, value: Value) -> tuple[str, ...]:
    """The claims of a report that give this time or place."""
    if isinstance(value, When):
        return tuple(c.id for c in t.claims if c.claim.when and days_apart(c.claim.when, value) == "same")
    return tuple(c.id for c in t.claims if c.claim.place and c.claim.place.name == value.name)


def _after(known: Known | None, new: News, status: Status) -> Known:
    """What is known after a report; a plan's days are remembered, and the best source of the status as it is."""
    day = frozenset({new.day} if new.day else ())
    if known is None or status != known.status:
        return Known(
            new.status if status == new.status else "unknown",
            new.standing,
            (known.days if known else frozenset()) | day,
        )
    if new.status != status:
        return known
    best = new.standing if WEIGHT[new.standing] > WEIGHT[known.standing] else known.standing
    return Known(known.status, best, known.days | day)
