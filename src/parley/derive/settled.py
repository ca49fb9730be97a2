"""Day and place: what a new report changes of them, by named rules that are tried in order.

The docstring of a rule is the explanation that users see. ``True`` means that the day or place of the report takes the
place of the one known, ``False`` that it does not, None that the rule has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from parley.derive.changes import WEIGHT, News
from parley.derive.origins import Standing
from parley.lexicon.fold import form_key
from parley.lexicon.places import PlaceFact
from parley.lexicon.places import place as place_fact
from parley.lexicon.world import country_code, geo
from parley.model.encounter import PlaceRef, Status, When

Value = When | PlaceRef
Relation = Literal["same", "inside", "around", "other"]
SOON = 4
"""Reports so many days apart speak of the same state of affairs: then two days or places are a contradiction."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A day or a place as it is known: who stood behind it, how the encounter stood, when that was told."""

    value: Value
    standing: Standing
    status: Status
    at: str


@dataclass(frozen=True, slots=True)
class Told:
    """A day or a place as a report tells it; ``changed`` tells whether the report changed the status."""

    value: Value
    news: News
    status: Status
    at: str
    changed: bool

    def to(self, known: Settled) -> Relation:
        """How it lies to the one known: the same, inside it (told more exactly), around it, or elsewhere."""
        if isinstance(self.value, When):
            return days_apart(self.value, known.value) if isinstance(known.value, When) else "other"
        return places_apart(self.value, known.value) if isinstance(known.value, PlaceRef) else "other"


Rule = Callable[[Settled, Told], bool | None]


def told_before(known: Settled, told: Told) -> bool | None:
    """The report tells the day or place that was known."""
    return False if told.to(known) == "same" else None


def told_as_moved(known: Settled, told: Told) -> bool | None:
    """The report says that it was moved, and this is the new day or place."""
    return True if told.news.moved else None


def told_less_exactly(known: Settled, told: Told) -> bool | None:
    """The report tells the day or place less exactly than it was known."""
    return False if told.to(known) == "around" or told.news.recalls else None


def told_as_it_was(known: Settled, told: Told) -> bool | None:
    """The report tells when or where it took place."""
    if told.status != "held":
        return None
    return told.news.status == "held" and known.status != "held"


def told_more_exactly(known: Settled, told: Told) -> bool | None:
    """The report tells the day or place more exactly than it was known."""
    return True if told.to(known) == "inside" else None


def told_with_the_change(known: Settled, told: Told) -> bool | None:
    """The report by which the status changed gives this day or place."""
    return True if told.changed else None


def told_later(known: Settled, told: Told) -> bool | None:
    """A later report gives another day or place, and no less stands behind it."""
    if told.news.status != told.status:
        return False
    weighs = WEIGHT[told.news.standing] >= WEIGHT[known.standing]
    days = (date.fromisoformat(told.at[:10]) - date.fromisoformat(known.at[:10])).days
    return days > SOON or (weighs and days > 0)


def told_first() -> None:
    """The report is the first to give a day, or a place."""


RULES: dict[str, Rule] = {
    f.__name__: f
    for f in (
        told_before,
        told_as_moved,
        told_less_exactly,
        told_as_it_was,
        told_more_exactly,
        told_with_the_change,
        told_later,
    )
}


def settle(known: Settled | None, told: Told) -> str | None:
    """The name of the rule by which the day or place of a report takes the place of the one known; None: it does not.

    The value is taken over as well where the first report of all gives it.
    """
    if known is None:
        return told_first.__name__
    for name, rule in RULES.items():
        answer = rule(known, told)
        if answer is not None:
            return name if answer else None
    raise AssertionError("told_later always answers")


def told_again(known: Settled, told: Told) -> Settled:
    """The day or place as it is known after another report tells the same: the best source of it, the last status."""
    best = max(known.standing, told.news.standing, key=lambda s: WEIGHT[s])
    return replace(known, standing=best, status=told.status)


def days_apart(ours: When, known: When) -> Relation:
    """How one time lies to another, by their days."""
    (a, b), (c, d) = _days(ours), _days(known)
    if not (a and c):
        return "same" if ours.text == known.text else "inside" if a else "around" if c else "other"
    if (a, b) == (c, d):
        return "same"
    if c <= a and b <= d:
        return "inside"
    return "around" if a <= c and d <= b else "other"


def _days(when: When) -> tuple[str, str]:
    """The first and last day as they can be compared; a month or year alone ends after all of its days."""
    first, last = when.earliest or when.latest or "", when.latest or when.earliest or ""
    return first[:10], last[:10] + "-99" * (len(last) < 10)


def places_apart(ours: PlaceRef, known: PlaceRef) -> Relation:
    """How one place lies to another; two of one state that need not be towns are taken for the same spot."""
    a, b = place_fact(ours.name), place_fact(known.name)
    if form_key(a.name if a else ours.name) == form_key(b.name if b else known.name):
        return "same"
    here, there = ours.country or (a.country if a else None), known.country or (b.country if b else None)
    if here and here == there:
        if country_code(known.name) == there:
            return "inside"
        if country_code(ours.name) == here:
            return "around"
        return "other" if _town(a) and _town(b) else "same"
    return "other" if here and there else "same"


def _town(fact: PlaceFact | None) -> bool:
    """Whether a place is a town: one of the cities that are known, or a capital."""
    return fact is not None and (bool(fact.people) or any(g.kind == "capital" for g in geo(fact.name)))
