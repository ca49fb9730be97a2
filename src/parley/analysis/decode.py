"""From scores to structures: trees from arc scores, spans from tag scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LOW = -1e9
ROOT_PRICE = 1e6


def tree(scores: Floats) -> Ints:
    """Heads (0 the root, else 1-based) of a sentence from arc scores [n, n+1], column 0 the root.

    The best tree with one root: greedy where that gives one, else by Chu-Liu/Edmonds. A price on root
    arcs beyond all that other arcs can gain keeps it to one of them (Gabow & Tarjan 1984).
    """
    greedy: Ints = scores.argmax(1)
    if is_tree(greedy):
        return greedy
    arcs = scores.astype(np.float64)
    np.fill_diagonal(arcs[:, 1:], LOW)
    arcs[:, 0] -= ROOT_PRICE
    full = np.full((len(arcs) + 1, len(arcs) + 1), LOW)
    full[1:] = arcs
    best: Ints = spanning(full)[1:]
    return best


def is_tree(heads: Ints) -> bool:
    """Whether heads (1-based, 0 the root) form one tree with one root."""
    order = heads.tolist()
    if order.count(0) != 1:
        return False
    state = [0] * (len(order) + 1)
    state[0] = 2
    for start in range(1, len(state)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = order[node - 1]
        if state[node] == 1:
            return False
        for passed in path:
            state[passed] = 2
    return True


def spanning(weights: NDArray[np.float64]) -> Ints:
    """The best spanning arborescence from node 0 (Chu & Liu 1965, Edmonds 1967): head of each node, -1 for node 0.

    ``weights[i, j]`` is the gain of j being the head of i. A cycle of best heads is contracted to one
    node, solved again, and broken where the contracted solution enters it.
    """
    heads: Ints = weights.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    ring = np.array(cycle)
    rest = np.array([i for i in range(len(weights)) if i not in set(cycle)])
    size = len(rest)
    smaller = np.full((size + 1, size + 1), LOW)
    smaller[:size, :size] = weights[np.ix_(rest, rest)]
    gain = weights[np.ix_(ring, rest)] - weights[ring, heads[ring]][:, None]
    entry = gain.argmax(0)
    smaller[size, :size] = gain.max(0)
    leaving = weights[np.ix_(rest, ring)]
    exit_ = leaving.argmax(1)
    smaller[:size, size] = leaving.max(1)
    smaller[0] = LOW
    solved = spanning(smaller)
    out: Ints = heads.copy()
    for k, node in enumerate(rest.tolist()):
        if node != 0:
            out[node] = ring[exit_[k]] if solved[k] == size else rest[solved[k]]
    entered_from = int(solved[size])
    out[ring[entry[entered_from]]] = rest[entered_from]
    return out


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    colour = [0] * len(heads)
    colour[0] = -1
    for start in range(1, len(heads)):
        path, node = [], start
        while colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = int(heads[node])
        if colour[node] == start and node in path:
            return path[path.index(node) :]
    return None


def span_tags(scores: Floats, labels: list[str]) -> Ints:
    """The best valid BIO tags of one window from scores [n, labels]; Viterbi only where the greedy tags are invalid."""
    greedy: Ints = scores.argmax(1)
    allowed = transitions(labels)
    if len(greedy) and allowed[-1, greedy[0]] and all(allowed[greedy[:-1], greedy[1:]]):
        return greedy
    bad = np.where(allowed, 0.0, LOW)
    best = scores[0] + bad[-1]
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        paths = best[:, None] + bad[:-1]
        back[i] = paths.argmax(0)
        best = paths.max(0) + scores[i]
    out = np.zeros(len(scores), np.int64)
    out[-1] = best.argmax()
    for i in range(len(scores) - 1, 0, -1):
        out[i - 1] = back[i, out[i]]
    return out


_TRANSITIONS: dict[tuple[str, ...], NDArray[np.bool_]] = {}


def transitions(labels: list[str]) -> NDArray[np.bool_]:
    """[labels + 1, labels]: which tag may follow which; the last row is the start of a window."""
    key = tuple(labels)
    if key not in _TRANSITIONS:
        rows = [[not b.startswith("I-") or a[2:] == b[2:] for b in labels] for a in labels]
        rows.append([not b.startswith("I-") for b in labels])
        _TRANSITIONS[key] = np.array(rows)
    return _TRANSITIONS[key]


def runs(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans (first, last exclusive, label) of valid BIO tags."""
    out: list[tuple[int, int, str]] = []
    first, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and (tag == "O" or tag.startswith("B-") or tag[2:] != label):
            out.append((first, i, label))
            label = ""
        if tag != "O" and not label:
            first, label = i, tag[2:]
    return out
