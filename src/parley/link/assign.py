"""Which appearances of one report go to which clusters: the best one-to-one assignment."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]
EXACT = 8  # more rivals than these are put together greedily


def assign(scores: Mapping[Pair, float]) -> dict[int, int]:
    """The pairs (row, column) with the highest sum, each row and column used at most once; ties go to the lowest.

    Only pairs of ``scores`` may be chosen, and all of their scores count as gains.
    """
    out: dict[int, int] = {}
    for part in _parts(scores):
        out |= _best(part) if len({i for i, _ in part}) <= EXACT else _greedy(part)
    return out


def _parts(scores: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The pairs in groups that share no row and no column."""
    groups: list[tuple[set[int], set[int], dict[Pair, float]]] = []
    for (i, j), score in sorted(scores.items()):
        touching = [g for g in groups if i in g[0] or j in g[1]]
        merged: tuple[set[int], set[int], dict[Pair, float]] = ({i}, {j}, {(i, j): score})
        for g in touching:
            merged[0].update(g[0])
            merged[1].update(g[1])
            merged[2].update(g[2])
            groups.remove(g)
        groups.append(merged)
    return [g[2] for g in groups]


def _best(scores: Mapping[Pair, float]) -> dict[int, int]:
    """By trying all ways, row by row; the sums of ways that used the same columns are compared as they arise."""
    rows = sorted({i for i, _ in scores})
    ways: dict[frozenset[int], tuple[float, tuple[Pair, ...]]] = {frozenset(): (0.0, ())}
    for i in rows:
        options = sorted(((j, s) for (r, j), s in scores.items() if r == i), key=lambda o: (-o[1], o[0]))
        options = options[: EXACT * 2]
        following = dict(ways)
        for used, (total, pairs) in ways.items():
            for j, score in options:
                if j in used:
                    continue
                key, value = used | {j}, (total + score, (*pairs, (i, j)))
                if key not in following or _better(value, following[key]):
                    following[key] = value
        ways = following
    return dict(max(ways.values(), key=lambda w: (round(w[0], 6), tuple((-i, -j) for i, j in w[1])))[1])


def _better(a: tuple[float, tuple[Pair, ...]], b: tuple[float, tuple[Pair, ...]]) -> bool:
    return (round(a[0], 6), tuple((-i, -j) for i, j in a[1])) > (round(b[0], 6), tuple((-i, -j) for i, j in b[1]))


def _greedy(scores: Mapping[Pair, float]) -> dict[int, int]:
    out: dict[int, int] = {}
    for (i, j), _ in sorted(scores.items(), key=lambda x: (-x[1], x[0])):
        if i not in out and j not in out.values():
            out[i] = j
    return out
