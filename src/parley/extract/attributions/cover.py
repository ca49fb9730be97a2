"""Which attribution a run of characters stands in, and who is behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.model.attribution import Attribution, Source


@dataclass(frozen=True)
class Cover:
    """The contents of many attributions, to be asked often: each question takes about logarithmic time."""

    attributions: tuple[Attribution, ...]

    @cached_property
    def _spans(self) -> tuple[list[int], list[tuple[int, int, int]], list[int]]:
        rows = sorted((s.start, s.end, k) for k, x in enumerate(self.attributions) for s in x.content)
        reach, far = [], 0
        for _, end, _ in rows:
            far = max(far, end)
            reach.append(far)
        return [start for start, _, _ in rows], rows, reach

    def innermost(self, start: int, end: int) -> Attribution | None:
        """The attribution with the shortest content around the characters, None for the article's own voice."""
        starts, rows, reach = self._spans
        best: tuple[int, int] | None = None
        k = bisect_right(starts, start) - 1
        while k >= 0 and reach[k] >= end:
            first, last, which = rows[k]
            if last >= end and (best is None or last - first < best[0]):
                best = (last - first, which)
            k -= 1
        return self.attributions[best[1]] if best else None


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the shortest content around the characters ``start`` to ``end``, or None.

    For many questions about one text make one :class:`Cover` and ask that.
    """
    return Cover(tuple(attributions)).innermost(start, end)


def chain_of(attribution: Attribution, attributions: Sequence[Attribution] = ()) -> tuple[Source, ...]:
    """All sources behind an attribution, nearest first: its own chain, then those of the attributions around it."""
    by_id = {x.id: x for x in attributions}
    out, seen = list(attribution.chain), {attribution.id}
    outer = attribution.within
    while outer is not None and outer in by_id and outer not in seen:
        seen.add(outer)
        out += by_id[outer].chain
        outer = by_id[outer].within
    return tuple(out)
