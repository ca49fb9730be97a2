"""Speed of the whole reader, from an article to its reading, and against another state of the code.

    python -m eval.bench_reader [--texts FOLDER] [--words 30000] [--rounds 3] [--against REVISION] [--save]

One core, fresh processes. ``--against`` takes the package as it stands in that git revision and lets both take turns
on the same texts with the same model, so that a slower machine or a busy hour touches both alike.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from eval import bench, machine, samples, store
from eval.bench import ROOT, Subject

NOW = "now"


def package_of(revision: str, folder: Path) -> Path:
    """The sources of ``revision`` below ``folder``. Raises ``CalledProcessError`` for an unknown revision."""
    packed = subprocess.run(["git", "archive", revision, "src"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


def measure(subjects: list[Subject], texts: dict[str, Any], rounds: int, folder: Path) -> dict[str, dict[str, float]]:
    """Words a second (median of the rounds), peak memory and seconds to the first reading by subject."""
    part = bench.write(texts["lines"], folder, 1)
    seen: dict[str, list[tuple[float, float]]] = {s.name: [] for s in subjects}
    for _ in range(rounds):
        for subject in subjects:
            seen[subject.name].append(bench.speed(subject, part, texts["words"]))
    return {
        s.name: {
            "one": statistics.median(words for words, _ in seen[s.name]),
            "peak_mb": statistics.median(peak for _, peak in seen[s.name]),
            "start": bench.start_up(s, part[0], rounds),
        }
        for s in subjects
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of articles; else those in examples/")
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--against", metavar="REVISION")
    parser.add_argument("--save", action="store_true", help="keep the figures for the docs")
    args = parser.parse_args()
    taken, texts = machine.facts(), samples.sample(args.texts, args.words)
    print(f"{machine.line(taken)}\n{samples.told(texts)}", flush=True)
    model = {"PARLEY_MODEL_DIR": str(store.model_folder())}
    with tempfile.TemporaryDirectory() as name:
        subjects = [Subject(NOW, "reader", environment={**model, "PYTHONPATH": str(ROOT / "src")})]
        if args.against:
            sources = package_of(args.against, Path(name))
            subjects.append(Subject(args.against, "reader", environment={**model, "PYTHONPATH": str(sources)}))
        figures = measure(subjects, texts, args.rounds, Path(name))
    for subject, f in figures.items():
        print(f"{subject:12s}{f['one']:10,.0f} words/s{f['start']:8.2f} s to first reading{f['peak_mb']:8.0f} MB")
    if args.save:
        store.save(
            "reader",
            {"machine": taken, "model": store.model(), "texts": samples.told(texts), "rows": {NOW: figures[NOW]}},
        )


if __name__ == "__main__":
    main()
