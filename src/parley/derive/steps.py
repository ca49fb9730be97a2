"""The history of an encounter: how each report changed its status."""

from __future__ import annotations

from collections.abc import Sequence

from parley.derive.changes import WEIGHT, Known, News, change
from parley.derive.telling import Telling, news
from parley.model.judged import Judged
from parley.model.ledger import Step


def steps(told: Sequence[Telling], judged: Judged) -> tuple[Step, ...]:
    """The changes of the status, oldest first: each report's news after what was known before it."""
    out: list[Step] = []
    known: Known | None = None
    for t in told:
        new, claims, rule = news(t, judged)
        if known is None or known.status == "unknown":
            status, why = new.status, rule
        else:
            changed, why = change(known, new)
            status = changed or known.status
            why = rule if why == "latest_word" else why
        if known is None or status != known.status:
            out.append(Step(t.report.at, status, why, claims, t.report.id))
        known = _after(known, new, status)
    return tuple(out)


def _after(known: Known | None, new: News, status: str) -> Known:
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
