"""Two versions of the reader side by side: ``python -m eval.compare OLD NEW`` (folders that ``python -m eval`` wrote).

For each set and row the figure of both, the change and its 95 % interval by paired bootstrap over texts (2,000 draws,
seed 0): an interval that holds 0 is no gain. ``--texts ROW`` names the texts that got better or worse on a row;
``--half developed`` keeps to the texts whose errors are read (``eval.halves``).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from eval.__main__ import folders
from eval.causes import texts
from eval.halves import DRAWS, ROWS
from eval.scoring import Counts, Scored, f1, readings, scorer

SETS = ("items", "readouts", "wikinews", "stories")
Pair = tuple[Scored, Scored]


def pairs(shared: Path, old: Path, new: Path, half: str | None) -> list[Pair]:
    """Every annotated text as both versions read it."""
    module, out = scorer(shared), list[Pair]()
    for name, paths in folders(shared).items():
        if name in SETS:
            both = (texts(module, name, paths, readings(folder / f"{name}.jsonl"), half) for folder in (old, new))
            out += zip(*both, strict=True)
    return out


def change(sample: list[Pair], row: str) -> tuple[float, float, float, float]:
    """Old figure, new figure, and the 95 % interval of their difference."""
    rng, draws = random.Random(0), []
    counts: list[tuple[Counts, Counts]] = [(a.counts, b.counts) for a, b in sample]
    for _ in range(DRAWS):
        drawn = rng.choices(counts, k=len(counts))
        draws.append(f1([b for _, b in drawn], row) - f1([a for a, _ in drawn], row))
    draws.sort()
    figures = f1([a for a, _ in counts], row), f1([b for _, b in counts], row)
    return (*figures, draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS) - 1])


def moved(sample: list[Pair], row: str) -> list[str]:
    """The texts whose hits, or whose made-up entries, differ: better first."""
    out = []
    for a, b in sample:
        (hit, _, read), (hit2, _, read2) = (s.counts.get(row, (0, 0, 0)) for s in (a, b))
        gain = 2 * (hit2 - hit) - (read2 - read)
        if (hit, read) != (hit2, read2):
            out.append((-gain, f"{'better' if gain > 0 else 'worse':6s} {b.set}/{b.name}: right {hit:g} → {hit2:g}"))
    return [line for _, line in sorted(out)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--half", choices=("developed", "other"), help="one half of the texts only")
    parser.add_argument("--texts", metavar="ROW", help="name the texts that changed on this row")
    args = parser.parse_args()
    both = pairs(args.shared, args.old, args.new, args.half)
    for name in ("all", *SETS):
        sample = [p for p in both if name in {"all", p[0].set}]
        print(f"{name + f': {len(sample)} texts':38s}{'old':>8s}{'new':>8s}{'change':>8s}   95 % interval")
        for row in ROWS:
            before, after, low, high = change(sample, row)
            print(f"  {row:36s}{before:8.3f}{after:8.3f}{after - before:+8.3f}   {low:+.3f} to {high:+.3f}")
    if args.texts:
        print("\n".join(moved(both, args.texts)))


if __name__ == "__main__":
    main()
