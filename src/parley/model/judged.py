"""What people have decided, as far as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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

    def override(self, appearances: Iterable[str]) -> Judgement | None:
        """The latest word on the status of the encounter of these appearances."""
        mine = set(appearances)
        return next((j for j in reversed(self.overrides) if mine & set(j.targets)), None)


def judged(judgements: Iterable[Judgement]) -> Judged:
    """What stands; of a rejection and a confirmation of one claim the later one counts."""
    word: dict[str, str] = {}
    overrides = []
    for j in standing(judgements):
        if j.kind in {"reject", "confirm"}:
            word |= dict.fromkeys(j.targets, j.kind)
        elif j.kind == "override":
            overrides.append(j)
    return Judged(
        frozenset(c for c, kind in word.items() if kind == "reject"),
        frozenset(c for c, kind in word.items() if kind == "confirm"),
        tuple(overrides),
    )
