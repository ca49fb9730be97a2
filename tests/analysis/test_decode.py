"""From scores to structures: the best tree, the best valid tags."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from parley.analysis import decode

SCORES = st.floats(-30, 30, width=32)
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def arcs(most: int) -> st.SearchStrategy[NDArray[np.float32]]:
    """Arc scores [n, n + 1] of a sentence."""
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=SCORES))


def reaches_root(heads: list[int]) -> bool:
    """Whether every word hangs on the one root."""
    for word in range(1, len(heads) + 1):
        steps, node = 0, word
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return heads.count(0) == 1


@cache
def all_trees(n: int) -> list[tuple[int, ...]]:
    """Every tree of n words with one root."""
    return [h for h in product(range(n + 1), repeat=n) if reaches_root(list(h))]


@given(arcs(14))
def test_there_is_always_one_root_and_no_cycle(scores: NDArray[np.float32]) -> None:
    heads = decode.tree(scores).tolist()
    assert reaches_root(heads)
    assert decode.is_tree(np.array(heads))


@given(arcs(5))
def test_no_other_tree_scores_more(scores: NDArray[np.float32]) -> None:
    n = len(scores)

    def gain(heads: tuple[int, ...]) -> float:
        return sum(float(scores[i, h]) for i, h in enumerate(heads))

    assert gain(tuple(decode.tree(scores).tolist())) == pytest.approx(max(map(gain, all_trees(n))), abs=1e-3)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6))
def test_is_tree(heads: list[int]) -> None:
    inside = [min(h, len(heads)) for h in heads]
    assert decode.is_tree(np.array(inside)) == reaches_root(inside)


def valid(tags: list[str]) -> bool:
    """Whether every I- goes on with what stands before it."""
    return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in zip(["O", *tags], tags, strict=False))


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, len(LABELS)), elements=SCORES)))
def test_tags_are_the_best_valid_ones(scores: NDArray[np.float32]) -> None:
    found = decode.span_tags(scores, LABELS).tolist()
    assert valid([LABELS[k] for k in found])

    def gain(tags: tuple[int, ...]) -> float:
        return sum(float(scores[i, k]) for i, k in enumerate(tags))

    ways = (t for t in product(range(len(LABELS)), repeat=len(scores)) if valid([LABELS[k] for k in t]))
    assert gain(tuple(found)) == pytest.approx(max(map(gain, ways)), abs=1e-3)


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ("O O", []),
        ("B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("B-PER B-LOC I-LOC", [(0, 1, "PER"), (1, 3, "LOC")]),
        ("O B-LOC", [(1, 2, "LOC")]),
    ],
)
def test_runs_of_tags(tags: str, runs: list[tuple[int, int, str]]) -> None:
    assert decode.runs(tags.split()) == runs
