"""Measure event factuality: ``python -m eval.factuality --data build/data [--fit] [--limit N]``.

Data: the dev splits of UDS-IH2 (Rudinger, White & Van Durme 2018; English Web Treebank) and MEANTIME (Minard et al.
2016), as unified by Jiang & de Marneffe (2021): a sentence, event words in it, a value from -3 to 3 for each. The
reader gets the words only, parses them itself, and gives each event the verdict of ``parley.extract.factuality``.
Prints Pearson r and mean absolute error; "all happened" gives every event 3 (its r is undefined).

``--fit`` prints the mean of the readers' values by rule over UDS-IH2 train: the table of values in the module.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from parley.extract.factuality import Verdict, did_it_happen
from parley.model.analysis import Analysis

SETS = {"UDS-IH2": "UDS_IH2", "MEANTIME": "MEANTIME"}
FOLDER = "factuality_jiang2021/glue_data"
LEAST = 25  # events below which a rule's mean is not worth keeping


@dataclass(frozen=True)
class Case:
    """One event: the readers' value, the verdict, and its words."""

    gold: float
    verdict: Verdict
    word: str
    text: str


def cases(path: Path, limit: int | None = None) -> Iterator[Case]:
    """Every event of a file of sentences, with its verdict."""
    from parley.analysis.engine import load

    engine = load()
    rows = path.read_text(encoding="utf-8").splitlines()
    for line in rows if limit is None else rows[:: max(1, len(rows) // limit)]:
        row = json.loads(line)
        words = row["text"].split(" ")
        text = " ".join(words)
        analysis = engine.analyse(text)
        for target in row["targets"]:
            start = len(" ".join(words[: target["span1"][0]])) + bool(target["span1"][0])
            verdict = did_it_happen(analysis, token_at(analysis, start))
            yield Case(target["label"], verdict, words[target["span1"][0]], text)


def token_at(a: Analysis, start: int) -> int:
    """The token that holds a character, or the last one before it."""
    return max((t.i for t in a.tokens if t.start <= start), default=0)


def pearson(xs: list[float], ys: list[float]) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    n = len(xs)
    mean_x, mean_y = sum(xs) / n, sum(ys) / n
    together = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    spread = math.sqrt(sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys))
    return together / spread if spread else 0.0


def report(name: str, found: list[Case]) -> str:
    """One line of figures."""
    gold, read = [c.gold for c in found], [c.verdict.value for c in found]
    error = sum(abs(g - r) for g, r in zip(gold, read, strict=True)) / len(found)
    plain = sum(abs(g - 3) for g in gold) / len(found)
    r = pearson(gold, read)
    return f"{name:10s} events {len(found)}  r {r:.3f}  MAE {error:.3f}  (all happened: MAE {plain:.3f})"


def fitted(found: list[Case]) -> dict[str, float]:
    """The mean value of the events that each rule decides, rules with few events left out."""
    by_rule: dict[str, list[float]] = defaultdict(list)
    for case in found:
        by_rule[case.verdict.rule].append(case.gold)
    return {rule: round(sum(v) / len(v), 2) for rule, v in sorted(by_rule.items()) if len(v) >= LEAST}


def main() -> int:
    """Print the figures, or the table of values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fit", action="store_true", help="print the means by rule over UDS-IH2 train")
    parser.add_argument("--limit", type=int, help="so many sentences, evenly taken")
    args = parser.parse_args()
    folder = args.data / FOLDER
    if args.fit:
        print(json.dumps(fitted(list(cases(folder / "UDS_IH2" / "train.jsonl", args.limit))), indent=4))
        return 0
    for name, where in SETS.items():
        print(report(name, list(cases(folder / where / "dev.jsonl", args.limit))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
