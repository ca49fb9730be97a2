"""Which status is read right: ``python -m eval.statuses`` (after ``python -m eval``).

One line a status: how often the gold holds it, how often it was read, how often read right (parties right too, as in
``encounters+status``), precision, recall and F1, and what was read in its stead. ``--half developed`` keeps to the
texts whose errors are read (``eval.halves``). Other annotated folders can be named with a file of their readings:
``python -m eval.statuses --folder FOLDER --readings READINGS.jsonl``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.__main__ import folders
from eval.causes import texts
from eval.scoring import readings, scorer


def tallies(module: ModuleType, args: argparse.Namespace) -> Iterator[Any]:
    """The scorer's tallies of every text that is asked for."""
    named = {n: (p, args.out / f"{n}.jsonl") for n, p in folders(args.shared).items() if n not in {"seed", "dev"}}
    sets = {"folder": ([args.folder], args.readings)} if args.folder else named
    for name, (paths, file) in sets.items():
        for scored in texts(module, name, paths, readings(file), args.half):
            scores = module.Scores()
            module.count_encounters(scored.gold.get("encounters", []), scored.reading, scores, lambda *_: None)
            yield scores


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("build/eval"), help="folder that python -m eval wrote")
    parser.add_argument("--half", choices=("developed", "other"), help="one half of the texts only")
    parser.add_argument("--folder", type=Path, help="an annotated folder instead of the development sets")
    parser.add_argument("--readings", type=Path, help="with --folder: its readings")
    args = parser.parse_args()
    gold, read, right = Counter[str](), Counter[str](), Counter[str]()
    others = Counter[tuple[str, str]]()
    for scores in tallies(scorer(args.shared), args):
        for status, tally in scores.status.items():
            gold[str(status)] += tally.gold
            read[str(status)] += tally.read
            right[str(status)] += tally.hit
        others.update({(str(want), str(got)): n for (want, got), n in scores.confusion.items() if want != got})
    print(f"{'':12s}{'gold':>6s}{'read':>6s}{'right':>6s}{'P':>7s}{'R':>7s}{'F1':>7s}   read in its stead")
    for status, n in gold.most_common():
        hit, got = right[status], read[status]
        share = [hit / got if got else 0.0, hit / n if n else 0.0, 2 * hit / (got + n) if got + n else 0.0]
        stead = ", ".join(f"{o} {k}" for (want, o), k in others.most_common() if want == status)
        print(f"{status:12s}{n:6d}{got:6d}{hit:6d}" + "".join(f"{x:7.2f}" for x in share) + f"   {stead}")


if __name__ == "__main__":
    main()
