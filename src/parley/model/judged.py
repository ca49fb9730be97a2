"""What people have decided, as far as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parley.model.ledger import Judgement


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that have not been undone, oldest first; an undo that was undone counts for nothing."""
    ordered = sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.at, j.id))
    gone: set[str] = set()
    for j in reversed(ordered):
        if j.kind == "undo" and j.id not in gone:
            gone.update(j.targets)
    return tuple(j for j in ordered if j.id not in gone and j.kind != "undo")


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have decided on claims (``appearance:claim``) and on the status of encounters (by appearance)."""

    rejected: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    overrides: tuple[Judgement, ...] = ()
    made: Mapping[str, int] = field(default_factory=dict)
    """How many judgements were ever made on each appearance and its claims, undone ones and their undoing too."""

    def override(self, appearances: Iterable[str]) -> Judgement | None:
        """The latest word on the status of the encounter of these appearances."""
        mine = set(appearances)
        return next((j for j in reversed(self.overrides) if mine & set(j.targets)), None)

    def made_on(self, appearances: Iterable[str]) -> int:
        """How many judgements were ever made on these appearances; it only rises."""
        return sum(self.made.get(a, 0) for a in appearances)


def judged(judgements: Iterable[Judgement]) -> Judged:
    """What stands; of a rejection and a confirmation of one claim the later one counts."""
    word: dict[str, str] = {}
    overrides = []
    every = {j.id: j for j in judgements}
    for j in standing(every.values()):
        if j.kind in {"reject", "confirm"}:
            word |= dict.fromkeys(j.targets, j.kind)
        elif j.kind == "override":
            overrides.append(j)
    return Judged(
        frozenset(c for c, kind in word.items() if kind == "reject"),
        frozenset(c for c, kind in word.items() if kind == "confirm"),
        tuple(overrides),
        Counter(target.partition(":")[0] for j in every.values() for target in _bears_on(j, every)),
    )


def _bears_on(j: Judgement, every: Mapping[str, Judgement]) -> tuple[str, ...]:
    """The targets of a judgement; of an undo, those of what it undoes."""
    undone = [every[t] for t in j.targets if t in every] if j.kind == "undo" else []
    return tuple(t for u in undone for t in _bears_on(u, every)) if j.kind == "undo" else j.targets
