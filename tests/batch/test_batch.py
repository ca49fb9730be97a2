"""Batches: the same readings whoever reads them, taken up where they broke off, and into the ledger at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from parley import batch
from parley.batch import store
from parley.errors import OptionError
from parley.ingest import Failed, Skipped
from parley.model.reading import Reading

pq = pytest.importorskip("pyarrow.parquet", reason="no pyarrow: batches are not tested")
pytestmark = pytest.mark.usefixtures("engine")
TOLD = "The presidents of Peru and Kenya, Luis Soto and Peter Mboya, will meet in Riga on 30 May, Peru's embassy said."
NOTHING = "Wheat prices rose by three per cent after the rains failed, the grain board of Chile reported on Monday."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Seven article lines: two that tell of a meeting, four of wheat, one that is broken."""
    lines = [
        {"id": f"a{n}", "text": f"{TOLD if n % 3 == 0 else NOTHING} ({n})", "published": "2031-05-14"} for n in range(6)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(x) + "\n" for x in lines) + "{broken\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SIZE", 2)


def rows(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(folder.glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_each_article_comes_to_one_end(archive: Path, tmp_path: Path) -> None:
    became = batch.run([str(archive)], tmp_path / "out", jobs=1)
    assert became == {"read": 2, "skipped": 4, "failed": 1, "encounters": 2}
    assert [r["outcome"] for r in rows(tmp_path / "out")] == ["read", "skipped", "skipped"] * 2 + ["failed"]
    told = list(batch.readings(tmp_path / "out"))
    assert [type(x) for x in told] == [Reading, Skipped, Skipped, Reading, Skipped, Skipped, Failed]
    assert all("gate" in x.why for x in told if isinstance(x, Skipped))


def test_without_the_gate_all_is_read(archive: Path, tmp_path: Path) -> None:
    assert batch.run([str(archive)], tmp_path / "out", jobs=1, gate=False)["read"] == 6


def test_two_processes_read_what_one_reads(archive: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        batch.run([str(archive)], tmp_path / f"out{jobs}", jobs=jobs)
    assert rows(tmp_path / "out1") == rows(tmp_path / "out2")


def test_what_is_done_is_not_done_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch.run([str(archive)], out, jobs=1)
    first = rows(out)
    steps: list[tuple[int, int]] = []
    batch.run([str(archive)], out, jobs=1, told=lambda done, of: steps.append((done, of)))
    assert (steps, rows(out)) == ([], first)


def test_another_batch_in_the_folder_is_refused(archive: Path, tmp_path: Path) -> None:
    batch.run([str(archive)], tmp_path / "out", jobs=1)
    with pytest.raises(OptionError, match="holds another batch"):
        batch.run([str(archive)], tmp_path / "out", jobs=1, gate=False)


def test_an_unfinished_batch_is_not_added(archive: Path, tmp_path: Path) -> None:
    batch.run([str(archive)], tmp_path / "out", jobs=1)
    (tmp_path / "out" / store.name(1)).unlink()
    with pytest.raises(OptionError, match="not finished"):
        list(batch.readings(tmp_path / "out"))


def parley(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "parley", *arguments], capture_output=True, text=True, check=False)


def test_from_the_command_line_into_a_ledger(archive: Path, tmp_path: Path) -> None:
    out, ledger = str(tmp_path / "out"), str(tmp_path / "l.db")
    done = parley("batch", str(archive), "-o", out, "--jobs", "1")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "parley: 2 read, 4 skipped, 1 failed, 2 encounters")
    assert "2 added" in parley("add", out, "--ledger", ledger).stderr
    assert "2 known already" in parley("add", out, "--ledger", ledger).stderr


def test_killed_half_way_it_goes_on(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "parley", "batch", str(archive), "-o", str(out), "--jobs", "1"]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(300):
        if (out / store.ORDER).exists() or running.poll() is not None:
            break
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    parley(*command[3:])
    parley("batch", str(archive), "-o", str(tmp_path / "calm"), "--jobs", "1")
    assert rows(out) == rows(tmp_path / "calm")


def test_on_ray_it_is_the_same(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="no Ray: batches on a cluster are not tested")
    batch.run([str(archive)], tmp_path / "here", jobs=1)
    batch.run([str(archive)], tmp_path / "there", jobs=2, engine="ray")
    assert rows(tmp_path / "there") == rows(tmp_path / "here")
