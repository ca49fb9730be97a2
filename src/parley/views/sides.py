"""Claims that cannot all be true, sorted into sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Sides = list[list[str]]


def grouped(conflicts: Iterable[Sequence[str]]) -> list[Sides]:
    """Conflicts (ids of claims, two or more each) that share a claim, as sides: no side contradicts itself.

    Where no two sides come out (three days for one meeting), every claim is a side.
    """
    against: dict[str, list[str]] = {}
    for claims in conflicts:
        for claim in claims:
            against.setdefault(claim, []).extend(c for c in claims if c != claim)
    out, seen = [], set[str]()
    for claim in against:
        if claim not in seen:
            side = _two_sides(claim, against)
            seen.update(side)
            clean = all(side[a] != side[b] for a in side for b in against[a])
            out.append([[c for c in side if side[c] == k] for k in (0, 1)] if clean else [[c] for c in side])
    return out


def _two_sides(first: str, against: dict[str, list[str]]) -> dict[str, int]:
    """The claims that hang together, each on the side opposite to the claim by which it was reached."""
    side, waiting = {first: 0}, [first]
    while waiting:
        claim = waiting.pop(0)
        for other in against[claim]:
            if other not in side:
                side[other] = 1 - side[claim]
                waiting.append(other)
    return side
