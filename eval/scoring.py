"""The scorer's counts document by document, for halves, intervals, causes and comparisons.

The scorer itself (``tools/score.py`` of the annotated texts) is loaded as it stands; nothing of it is copied.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

Counts = dict[str, tuple[float, float, float]]  # row → (hits, gold, read)


@dataclass
class Scored:
    """One annotated text: its set, name, gold, reading, counts by row, and the scorer's remarks on it."""

    set: str
    name: str
    gold: dict[str, Any]
    reading: dict[str, Any]
    counts: Counts
    remarks: list[str] = field(default_factory=list)


def scorer(shared: Path) -> ModuleType:
    """The scorer as a module."""
    path = shared / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("annotated_texts_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {path}: give --shared FOLDER")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def readings(path: Path) -> dict[str, dict[str, Any]]:
    """The readings of a JSON-lines file by source."""
    found = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {Path(r["document"]["source"]).stem: r for r in found}


def score_folder(module: ModuleType, name: str, folder: Path, read: dict[str, dict[str, Any]]) -> Iterator[Scored]:
    """Every annotated text of a folder with its counts, in order of name."""
    for text in sorted(folder.glob("*.txt")):
        path = next((f for f in (text.with_suffix(".expected.json"), text.with_suffix(".json")) if f.exists()), None)
        if path is None:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield score_one(module, name, text.stem, gold, read.get(text.stem, {}))


def score_one(module: ModuleType, name: str, stem: str, gold: dict[str, Any], reading: dict[str, Any]) -> Scored:
    """The counts of one text, by the scorer's own functions."""
    scores, remarks = module.Scores(), list[str]()

    def say(*words: object) -> None:
        remarks.append(" ".join(map(str, words)))

    module.count_encounters(gold.get("encounters", []), reading, scores, say)
    module.count_attributions(gold.get("attributions", []), reading, scores, say)
    module.count_positions(gold.get("positions", []), reading, scores, say)
    module.count_contradictions(gold.get("contradictions", []), reading, scores, say)
    counts: Counts = {row: (t.hit, t.gold, t.read) for row, t in scores.rows.items()}
    # A share counts as hits of cases, so that one formula serves both: F1 of (n, n, n) is the share.
    counts |= {row: (good, n, n) for row, (good, n) in scores.shares.items()}
    return Scored(name, stem, gold, reading, counts, remarks)


def f1(counts: list[Counts], row: str) -> float:
    """F1 (or share) of a row over texts."""
    hit = sum(c[row][0] for c in counts if row in c)
    total = sum(c[row][1] + c[row][2] for c in counts if row in c)
    return 2 * hit / total if total else 0.0


def precision_recall(counts: list[Counts], row: str) -> tuple[float, float]:
    """Precision and recall of a row over texts."""
    hit, gold, read = (sum(c[row][k] for c in counts if row in c) for k in range(3))
    return hit / read if read else 0.0, hit / gold if gold else 0.0
