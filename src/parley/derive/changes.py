"""What a new report changes: named rules, tried in order; the first that has an answer decides.

The docstring of a rule is the explanation that users see. A rule answers with a status, with ``KEEP`` where the status
stays as it is, or with None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from parley.derive.origins import Standing
from parley.model.encounter import Status

KEEP: Literal["keep"] = "keep"
Answer = Status | Literal["keep"] | None

PLANNED = frozenset({"proposed", "announced", "scheduled"})
STOPPED = frozenset({"on_hold", "postponed", "cancelled"})
WEAK = frozenset({"unnamed", "hidden"})
# How much stands behind a word: the sides themselves, then the outlet's own, then others, then nobody named.
WEIGHT: dict[Standing, int] = {"person": 5, "party": 4, "outlet": 3, "named": 2, "unnamed": 1, "hidden": 0}


@dataclass(frozen=True, slots=True)
class Known:
    """How the encounter stood before: its status, who stood behind it, the days that were ever planned."""

    status: Status
    standing: Standing
    days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class News:
    """What a report says: the status by its own claims, who stands behind it, its day, whether it only recalls."""

    status: Status
    standing: Standing
    day: str | None = None
    recalls: bool = False
    moved: bool = False


Rule = Callable[[Known, News], Answer]


def says_nothing_new(known: Known, news: News) -> Answer:
    """The report does not tell how the encounter stands, or tells what was known: the status stays."""
    return KEEP if news.status == "unknown" or news.status == known.status else None


def only_recalls(known: Known, news: News) -> Answer:
    """The report only recalls how it stood before: the status stays."""
    return KEEP if news.recalls and news.status != "held" else None


def denied_after_the_fact(known: Known, news: News) -> Answer:
    """Unnamed sources say that it took place, and one of its sides that it did not: unknown, both words stay."""
    off = news.status in {"denied", "cancelled"}
    if known.status == "held" and off and news.standing == "party" and known.standing in WEAK:
        return "unknown"
    return None


def held_is_final(known: Known, news: News) -> Answer:
    """It took place: no later word changes that."""
    return KEEP if known.status == "held" else None


def took_place_after_all(known: Known, news: News) -> Answer:
    """A report says that it has taken place."""
    return "held" if news.status == "held" else None


def begun(known: Known, news: News) -> Answer:
    """It has begun: plans told later are old ones."""
    if known.status == "under_way" and news.status in PLANNED | {"denied"}:
        return KEEP
    return "under_way" if news.status == "under_way" else None


def old_day(known: Known, news: News) -> Answer:
    """The day that the report gives is the one from before it was put off or called off: the status stays."""
    if known.status in STOPPED and news.status in PLANNED and not news.moved:
        return KEEP if news.day is not None and news.day in known.days else None
    return None


def premise_denied(known: Known, news: News) -> Answer:
    """One of its sides says that nothing was ever agreed, against reports that do not come from the sides: denied."""
    if news.status == "denied" and news.standing == "party" and known.standing != "party":
        return "denied"
    return None


def denial_outweighed(known: Known, news: News) -> Answer:
    """Somebody who is no side of it denies what a side has said: the status stays."""
    if news.status == "denied" and WEIGHT[news.standing] < WEIGHT[known.standing]:
        return KEEP
    return None


def denial_stands(known: Known, news: News) -> Answer:
    """It was denied: an offer, or a report that nobody entitled to know stands behind, does not bring it back."""
    if known.status != "denied":
        return None
    if news.status in {"proposed", *STOPPED} or news.standing in WEAK:
        return KEEP
    return None


def offer_revives_nothing(known: Known, news: News) -> Answer:
    """It was called off or put off: an offer, or plans that nobody entitled to know tells, do not bring it back."""
    if known.status not in STOPPED or news.status not in {"proposed", "announced"}:
        return None
    if news.status == "proposed" or known.status == "postponed":
        return KEEP
    return None if news.standing in {"party", "outlet"} else KEEP


def more_was_known(known: Known, news: News) -> Answer:
    """The report says less than was known ("planned", where a day was set): the status stays."""
    order = {"proposed": 0, "announced": 1, "scheduled": 2}
    if known.status in order and news.status in order and order[news.status] < order[known.status]:
        return KEEP
    return None


def latest_word(known: Known, news: News) -> Answer:
    """The latest report counts."""
    return news.status


RULES: dict[str, Rule] = {
    f.__name__: f
    for f in (
        says_nothing_new,
        only_recalls,
        denied_after_the_fact,
        held_is_final,
        took_place_after_all,
        begun,
        old_day,
        premise_denied,
        denial_outweighed,
        denial_stands,
        offer_revives_nothing,
        more_was_known,
        latest_word,
    )
}


def change(known: Known, news: News) -> tuple[Status | None, str]:
    """The new status (None: it stays as it is), and the name of the rule that decided."""
    for name, rule in RULES.items():
        answer = rule(known, news)
        if answer is not None:
            return (None if answer == KEEP else answer), name
    raise AssertionError("latest_word always answers")
