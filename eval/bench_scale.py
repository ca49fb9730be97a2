"""Archives at scale: ``python -m eval.bench_scale STREAM [--gated 4000] [--ungated 1200] [--ray] [--save]``.

STREAM are article lines as ``eval.mixed`` makes them. ``parley batch`` reads the first of them with the gate and the
first of these again without it, by all cores; told are articles and words an hour, the memory of all processes in each
tenth of the run, and where the time of one process goes, by stage. Beside it, in the same run, the bare model on the
same texts. ``--ray`` reads the ungated part on a local Ray cluster too, and compares the readings.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from eval import machine, store
from parley import ingest, pipeline
from parley.analysis import gate as gates
from parley.analysis.engine import load
from parley.batch.store import rows
from parley.derive import contradictions
from parley.model.document import Document

EVERY = 0.5
SAMPLE = 160
Figures = dict[str, Any]


def resident(pid: int) -> int:
    """Megabytes that a process and its children hold."""
    found, total = [pid], 0
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return total >> 20


def batch(lines: list[str], folder: Path, *options: str) -> Figures:
    """One run of ``parley batch``."""
    stream, out = folder / "stream.jsonl", folder / "out"
    folder.mkdir()
    stream.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "parley", "batch", str(stream), "-o", str(out), "-q", *options]
    began, seen = time.monotonic(), list[int]()
    running = subprocess.Popen(command)
    while running.poll() is None:
        seen.append(resident(running.pid))
        time.sleep(EVERY)
    took = time.monotonic() - began
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    tenth = max(1, len(seen) // 10)
    memory = [max(seen[k : k + tenth]) for k in range(0, tenth * 10, tenth) if seen[k : k + tenth]]
    return {
        "articles": len(lines),
        "seconds": round(took, 1),
        "articles_an_hour": round(3600 * len(lines) / took),
        "words_an_hour": round(3600 * words / took),
        "megabytes": memory,
    }


def outcomes(folder: Path) -> list[tuple[str, str, str | None]]:
    """What became of each article."""
    parts = sorted((folder / "out").glob("part-*.parquet"))
    return [(r["source"], r["outcome"], r["reading"]) for part in parts for r in rows(part)]


def stages(documents: list[Document]) -> dict[str, float]:
    """Seconds of one process by stage, over some documents that are all read."""
    spent = dict[str, float]()

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - began

    engine = load()
    engine.analyse(documents[0].text)
    for name in ("find_actors", "find_times", "find_attributions", "find_encounters", "find_positions", "roll_up"):
        setattr(pipeline, name, _wrapped(getattr(pipeline, name), timed, name))
    model = engine._session.run
    engine._session.run = _wrapped(model, timed, "model")  # type: ignore[method-assign]
    with timed("gate"):
        for d in documents:
            gates.load().passage(d.text)
    began = time.perf_counter()
    with timed("analysis"):
        analyses = list(engine.analyse_many([d.text for d in documents], chunk=32))
    read = [pipeline.read_analysis(d, a) for d, a in zip(documents, analyses, strict=True)]
    with timed("json"):
        for r in read:
            json.dumps(r.to_dict())
    spent["whole"] = time.perf_counter() - began
    spent["analysis"] -= spent["model"]
    spent["rest"] = spent["whole"] - sum(v for k, v in spent.items() if k not in {"whole", "gate"})
    assert contradictions
    return {k: round(v, 2) for k, v in spent.items()}


def _wrapped(function: Callable[..., Any], timed: Any, name: str) -> Callable[..., Any]:
    def run(*args: Any, **options: Any) -> Any:
        with timed(name):
            return function(*args, **options)

    return run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stream", type=Path)
    parser.add_argument("--gated", type=int, default=4000)
    parser.add_argument("--ungated", type=int, default=1200)
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    facts = machine.facts()
    with given.stream.open(encoding="utf-8") as stream:
        lines = list(islice(stream, max(given.gated, given.ungated)))
    few = lines[: given.ungated]
    figures: Figures = {"machine": facts, "model": store.model()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures["gate"] = batch(lines[: given.gated], folder / "gate")
        ends = [outcome for _, outcome, _ in outcomes(folder / "gate")]
        figures["gate"]["read"] = ends.count("read")
        figures["all"] = batch(few, folder / "all", "--no-gate")
        if given.ray:
            figures["ray"] = batch(few, folder / "ray", "--no-gate", "--engine", "ray")
            figures["ray"]["same"] = outcomes(folder / "ray") == outcomes(folder / "all")
        one = folder / "few.jsonl"
        one.write_text("".join(lines[:SAMPLE]), encoding="utf-8")
        taken = [o.document for o in ingest.open_inputs([str(one)]) if isinstance(o, ingest.Taken)]
    figures["stages"] = stages(taken)
    figures["stage_words"] = sum(len(d.text.split()) for d in taken)
    print(json.dumps(figures, indent=1))
    if given.save:
        store.save("scale", figures)


if __name__ == "__main__":
    main()
