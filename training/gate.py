"""Train the gate: ``python -m training.gate LABELS... [-o src/parley/analysis/data/gate.tsv]``.

LABELS are files as ``python -m training.gate_labels`` writes them: one short text a line (``t``) with the character
ranges of the encounters that the reader finds in it (``m``). A fifth of the texts is held out, and the thresholds are
set on it: where the share ``--opens`` of the texts with an encounter opens a text, and the share ``--least`` is read in
an opened one. Many of these texts are the reader's own mistakes ("party to war crimes"), so the shares look lower than
they are: ``python -m eval.gate`` tells what is lost of annotated texts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from parley.analysis.gate import DATA, NAME, OTHER, SENTENCE, Gate, features, words

RARE_WORD, RARE_PAIR = 4, 4
LIGHT = 0.03  # pairs of less weight are left out of the file
Labelled = tuple[str, list[tuple[int, int]]]


def texts(paths: Iterable[Path]) -> Iterator[Labelled]:
    """Texts with the ranges of their encounters."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            yield row["t"], [(a, b) for a, b in row["m"]]


def sentences(text: str, ranges: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Sentences of a text, and whether an encounter is told in each."""
    start = 0
    for gap in [*SENTENCE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield text[start:end], any(a < end and start < b for a, b in ranges)
        start = gap.end() if gap else end


def train(labelled: list[Labelled], strength: float) -> Gate:
    """The weights; the thresholds are left at nought."""
    rows = [(words(s), told) for text, ranges in labelled for s, told in sentences(text, ranges)]
    count = Counter(w for found, _ in rows for w in {w for w, _, _ in found})
    vocabulary = {w for w, n in count.items() if n >= RARE_WORD} | {NAME, OTHER}
    told_in = [features(found, vocabulary) for found, _ in rows]
    often = Counter(f for one in told_in for f in one)
    index = {f: k for k, f in enumerate(sorted(f for f, n in often.items() if " " not in f or n >= RARE_PAIR))}
    cells = [(r, index[f]) for r, one in enumerate(told_in) for f in one if f in index]
    where = tuple(np.array(cells).T)
    matrix = csr_matrix((np.ones(len(cells), np.float32), where), (len(rows), len(index)))
    model = LogisticRegression(C=strength, class_weight={0: 1.0, 1: 4.0}, max_iter=300)
    model.fit(matrix, [told for _, told in rows])
    weights = dict(zip(index, model.coef_[0].tolist(), strict=True))
    kept = {f: w for f, w in weights.items() if " " not in f or abs(w) >= LIGHT}
    return Gate(kept, frozenset(f for f in kept if " " not in f), float(model.intercept_[0]), 0.0, 0.0)


def threshold(gate: Gate, held: list[Labelled], recall: float) -> float:
    """The weight that the wanted share of texts with an encounter reaches by their weightiest sentence."""
    best = sorted(gate.heaviest(t) for t, ranges in held if ranges)
    return best[int((1 - recall) * len(best))]


def main() -> None:
    """Train, set the threshold, write, and tell what passes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=DATA)
    parser.add_argument("--opens", type=float, default=0.96)
    parser.add_argument("--least", type=float, default=0.996)
    parser.add_argument("--strength", type=float, default=0.1)
    given = parser.parse_args()
    found = list(texts(given.labels))
    Random(1).shuffle(found)
    cut = len(found) // 5
    held, rest = found[:cut], found[cut:]
    gate = train(rest, given.strength)
    opens, least = (threshold(gate, held, share) for share in (given.opens, given.least))
    lines = {"(bias)": gate.bias, "(opens)": opens, "(least)": least, **gate.weights}
    head = "# weights of the gate in thousandths; made by training/gate.py"
    body = "".join(f"{name}\t{round(1000 * value)}\n" for name, value in lines.items())
    given.output.write_text(f"{head}\n{body}", encoding="utf-8")
    empty = [gate.heaviest(t) for t, ranges in held if not ranges]
    print(f"{len(rest)} texts, {len(gate.single)} words, {len(gate.weights) - len(gate.single)} pairs")
    for name, weight in (("opens", opens), ("is read", least)):
        share = sum(w >= weight for w in empty) / len(empty)
        print(f"{name}: from {weight:.2f}; {share:.3f} of {len(empty)} texts held out that tell of no encounter")


if __name__ == "__main__":
    main()
