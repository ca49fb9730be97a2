"""What is learnt from texts and what holds beyond them: ``python -m eval.halves`` (after ``python -m eval``).

The errors of one half of each folder (``developed``) were read on purpose while rules were written. Of the other
half lists of errors were printed too, and some of their causes were worked on: it is less known, not unseen. Prints
both halves and the gap with a 95 % interval by bootstrap over texts (Efron & Tibshirani 1993; 2,000 draws, seed 0).
So a small gap is no proof that nothing was learnt by heart.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from eval.__main__ import folders
from eval.scoring import Counts, Scored, f1, readings, score_folder, scorer

ROWS = (
    "encounters found",
    "encounters, parties right",
    "encounters+status",
    "attributions+source",
    "positions",
    "time right, where gold has one",
    "texts without encounter left alone",
)
DRAWS = 2000
FIRST = {"readouts": 10, "wikinews": 11}


def developed(set_name: str, index: int, story: str) -> bool:
    """Whether the errors of a text were read on purpose: every other item, the first half elsewhere, four stories."""
    if set_name == "stories":
        return story < "s5"
    return index < FIRST[set_name] if set_name in FIRST else index % 2 == 0


def split(shared: Path, out: Path) -> tuple[list[Scored], list[Scored]]:
    """The scored texts of the developed half and of the other."""
    module, halves = scorer(shared), (list[Scored](), list[Scored]())
    for name, paths in folders(shared).items():
        if name in {"seed", "dev"}:
            continue
        read = readings(out / f"{name}.jsonl")
        for folder in paths:
            for index, scored in enumerate(score_folder(module, name, folder, read)):
                halves[not developed(name, index, folder.name)].append(scored)
    return halves


def gap(ours: list[Counts], other: list[Counts], row: str) -> tuple[float, float, float]:
    """The difference of two halves on a row, and its 95 % interval."""
    rng, draws = random.Random(0), []
    for _ in range(DRAWS):
        draws.append(f1(rng.choices(ours, k=len(ours)), row) - f1(rng.choices(other, k=len(other)), row))
    draws.sort()
    return f1(ours, row) - f1(other, row), draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS) - 1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("build/eval"), help="folder that python -m eval wrote")
    args = parser.parse_args()
    ours, other = split(args.shared, args.out)
    print(f"{'':36s}{'developed':>10s}{'other':>10s}{'gap':>8s}   95 % interval")
    for name in ("all", "items", "readouts", "wikinews", "stories"):
        a = [s.counts for s in ours if name in {"all", s.set}]
        b = [s.counts for s in other if name in {"all", s.set}]
        print(f"{name}: {len(a)} and {len(b)} texts")
        for row in ROWS if name == "all" else ROWS[2:3]:
            difference, low, high = gap(a, b, row)
            print(f"  {row:34s}{f1(a, row):10.3f}{f1(b, row):10.3f}{difference:8.3f}   {low:+.3f} to {high:+.3f}")


if __name__ == "__main__":
    main()
