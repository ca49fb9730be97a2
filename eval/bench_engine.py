"""Speed, memory and start-up of the engine, beside a plain spaCy CNN pipeline where one is given.

    python -m eval.bench_engine [--texts FOLDER] [--words 60000] [--rounds 3] [--save]
                                [--spacy FOLDER --spacy-python PYTHON]

Words a second on one core and in two processes on two, each process pinned to its core; peak memory of a fresh
process after the run on one core; seconds from the start of a process to its first text. The subjects take turns,
round by round, and the median counts. ``python -m eval.train_spacy`` makes the pipeline to compare with.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path
from typing import Any

from eval import bench, machine, samples, store
from eval.bench import Subject


def measure(subjects: list[Subject], texts: dict[str, Any], rounds: int) -> dict[str, dict[str, float]]:
    """Figures by subject: ``one`` and ``two`` (words a second), ``peak_mb``, ``start`` (seconds)."""
    seen: dict[str, dict[str, list[float]]] = {s.name: {} for s in subjects}
    with tempfile.TemporaryDirectory() as name:
        parts = {k: bench.write(texts["lines"], Path(name), k) for k in (1, 2) if k <= len(machine.cores())}
        for _ in range(rounds):
            for subject in subjects:
                mine = seen[subject.name]
                for k, label in ((1, "one"), (2, "two")):
                    if k in parts:
                        words, peak = bench.speed(subject, parts[k], texts["words"])
                        mine.setdefault(label, []).append(words)
                        mine.setdefault("peak_mb", []).extend([peak] if k == 1 else [])
                mine.setdefault("start", []).append(bench.start_up(subject, parts[1][0], 1))
    return {s: {k: statistics.median(v) for k, v in rows.items()} for s, rows in seen.items()}


def show(figures: dict[str, dict[str, float]]) -> None:
    """One row a subject."""
    print(f"{'':12s}{'words/s, 1 core':>18s}{'2 processes':>14s}{'to first text':>16s}{'peak memory':>14s}")
    for name, f in figures.items():
        two = f"{f['two']:,.0f}" if "two" in f else "-"
        print(f"{name:12s}{f['one']:18,.0f}{two:>14s}{f['start']:14.2f} s{f['peak_mb']:11.0f} MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of articles; else those in examples/")
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--spacy", type=Path, help="a trained pipeline")
    parser.add_argument("--spacy-python", default="build/spacy-venv/bin/python", help="a Python that has spaCy")
    parser.add_argument("--save", action="store_true", help="keep the figures for the docs")
    args = parser.parse_args()
    taken, texts = machine.facts(), samples.sample(args.texts, args.words)
    print(f"{machine.line(taken)}\n{samples.told(texts)}", flush=True)
    subjects = [Subject("parley", "engine")]
    if args.spacy:
        subjects.append(Subject("spaCy CNN", "spacy", args.spacy_python, args.spacy))
    figures = measure(subjects, texts, args.rounds)
    show(figures)
    if args.save:
        other = json.loads((args.spacy / "meta.json").read_text(encoding="utf-8"))["performance"] if args.spacy else {}
        if "UPOS" not in other:  # its training has not ended: fast as ever, but not to be judged by its labels
            other = {}
        kept = {"machine": taken, "model": store.model(), "texts": samples.told(texts), "rows": figures}
        store.save("engine", {**kept, "spacy": other})


if __name__ == "__main__":
    main()
