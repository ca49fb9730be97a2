"""No article is ever half recorded and nothing is lost: kills, two writers, a full disk, a read-only file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parley.errors import LedgerError
from parley.ledger import cache as k
from parley.model.encounter import ClaimStatus
from parley.model.reading import Reading
from tests.ledger.conftest import New, opened
from tests.ledger.test_projection import account, projection
from tests.ledger.told import Told, reading

ROOT = Path(__file__).parents[2]
COUNT = 24
STATUSES: tuple[ClaimStatus, ...] = ("announced", "scheduled", "postponed", "rescheduled")
WRITER = """
import sys
from tests.ledger.conftest import opened
from tests.ledger.test_safety import article
with opened(sys.argv[1]) as ledger:
    print("ready", flush=True)
    first, last = int(sys.argv[2]), int(sys.argv[3])
    for start in range(first, last, 4):
        ledger.add([article(n) for n in range(start, min(start + 4, last))])
"""


def article(n: int) -> Reading:
    """One of many articles that speak of a few encounters."""
    sides = [("Norway", "Portugal"), ("Peru", "Chile"), ("Kenya", "Nepal")][n % 3]
    told = Told(STATUSES[n % 4], sides), Told("held", sides, "2026-02-10", "call")
    return reading(*told, name=f"a{n}", published=f"2026-03-{n % 28 + 1:02}")


def writer(where: str, first: int, last: int) -> subprocess.Popen[str]:
    """A process that adds articles, once it is ready."""
    command = [sys.executable, "-c", WRITER, where, str(first), str(last)]
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    running = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.readline()
    return running


def test_killed_at_any_point_no_article_is_half_recorded_and_the_rerun_completes(new_place: New) -> None:
    where = new_place()
    for k_, delay in enumerate((0.02, 0.11, 0.31)):
        running = writer(where, 0, COUNT)
        time.sleep(delay)
        running.send_signal(signal.SIGKILL)
        running.wait()
        with opened(where) as ledger:
            for row in ledger.documents():
                assert ledger.reading(row["id"])["document"]["text"], k_
            assert len({row["report"] for row in ledger.export("claims")}) == sum(1 for _ in ledger.documents())
    assert writer(where, 0, COUNT).wait() == 0
    with opened(where) as ledger, opened(new_place()) as calm:
        calm.add([article(n) for n in range(COUNT)])
        assert account(ledger) == account(calm)
        assert projection(ledger) == projection(calm)


def test_two_processes_adding_at_once_lose_nothing(new_place: New) -> None:
    where = new_place()
    both = [writer(where, 0, 16), writer(where, 8, COUNT)]
    assert [p.wait(timeout=120) for p in both] == [0, 0]
    with opened(where) as ledger, opened(new_place()) as calm:
        assert sum(1 for _ in ledger.documents()) == COUNT
        calm.add([article(n) for n in range(COUNT)])
        assert account(ledger) == account(calm)


def test_a_full_disk_is_one_clear_error_and_the_ledger_is_unharmed(tmp_path: Path) -> None:
    where = str(tmp_path / "a.db")
    with opened(where) as ledger:
        ledger.add([article(0)])
        before = account(ledger)
        with ledger.engine.connect() as c:
            pages = c.exec_driver_sql("PRAGMA page_count").scalar_one()
            c.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.add([article(n) for n in range(1, COUNT)])
    with opened(where) as ledger:
        assert account(ledger)[: len(before)] or before == []
        whole = {row["id"] for row in ledger.documents()}
        assert all(ledger.reading(i)["document"]["text"] for i in whole)
        ledger.add([article(n) for n in range(COUNT)])
        assert sum(1 for _ in ledger.documents()) == COUNT


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write to anything")
def test_a_read_only_file_is_one_clear_error(tmp_path: Path) -> None:
    where = tmp_path / "a.db"
    opened(str(where)).close()
    where.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LedgerError, match="read-only"):
            opened(str(where)).add([article(0)])
    finally:
        tmp_path.chmod(0o700)


def test_what_is_opened_to_read_is_not_written(tmp_path: Path) -> None:
    where = str(tmp_path / "a.db")
    opened(where).close()
    with opened(where, read_only=True) as ledger, pytest.raises(LedgerError, match="read-only"):
        ledger.add([article(0)])


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"no database at all, only words that go on for a while\n" * 40, "no ledger"), (None, "folder")],
)
def test_what_is_no_ledger_is_refused(tmp_path: Path, content: bytes | None, fault: str) -> None:
    where = tmp_path / "a.db"
    where.mkdir() if content is None else where.write_bytes(content)
    with pytest.raises(LedgerError, match=fault):
        opened(str(where))


def test_every_table_of_the_projection_is_declared_a_cache() -> None:
    assert all(t.name.startswith("cache_") for t in k.CACHE)
