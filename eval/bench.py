"""Runs workers (:mod:`eval.worker`) in fresh processes, pinned to cores, and times them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval import machine

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Subject:
    """What is measured: a kind of worker, the Python that runs it, its model folder and settings of its own."""

    name: str
    kind: str
    python: str = sys.executable
    model: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


class Running:
    """A worker that has been started; ``start`` is the seconds until its first text was done."""

    def __init__(self, subject: Subject, texts: Path, core: int | None) -> None:
        command = [subject.python, "-m", "eval.worker", subject.kind, str(texts.resolve())]
        command += ["--model", str(subject.model.resolve())] if subject.model else []
        command += ["--core", str(core)] if core is not None else []
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **subject.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        told = self._told()
        if told != "ready":
            raise SystemExit(f"{subject.name}: the worker failed before its first text (see above)")
        self.start = time.perf_counter() - begun

    def go(self) -> None:
        """Let it work through its texts."""
        self._say("go")

    def result(self) -> dict[str, float]:
        """Seconds and peak memory, once it is done."""
        told: dict[str, float] = json.loads(self._told())
        self._process.wait()
        return told

    def stop(self) -> None:
        """Let it end without working."""
        self._say("stop")
        self._process.wait()

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.close()

    def _told(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def start_up(subject: Subject, texts: Path, runs: int) -> float:
    """Median seconds from the start of a process to its first text, done."""
    times = []
    for _ in range(runs):
        worker = Running(subject, texts, machine.cores()[0])
        times.append(worker.start)
        worker.stop()
    return statistics.median(times)


def together(subject: Subject, parts: Sequence[Path]) -> list[dict[str, float]]:
    """Results of one worker for each part, all at the same time, each on a core of its own."""
    cores = machine.cores()
    workers = [Running(subject, part, cores[k]) for k, part in enumerate(parts)]
    for worker in workers:
        worker.go()
    return [worker.result() for worker in workers]


def speed(subject: Subject, parts: Sequence[Path], words: int) -> tuple[float, float]:
    """Words a second of the workers together, and the peak memory of the largest in MB."""
    results = together(subject, parts)
    return words / max(r["seconds"] for r in results), max(r["peak_mb"] for r in results)


def write(lines: list[Any], folder: Path, parts: int) -> list[Path]:
    """The article lines dealt out to ``parts`` files for as many workers."""
    paths = []
    for k in range(parts):
        path = folder / f"{parts}-{k}.json"
        path.write_text(json.dumps(lines[k::parts], ensure_ascii=False), encoding="utf-8")
        paths.append(path)
    return paths
