"""The ledger on the command line: JSON lines when piped, one clear line where something is wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.cli.main import main
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading

Run = Callable[..., tuple[int, str, str]]
SIGNED = ("--by", "Ada", "--because", "I was there")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a ledger that tells of two encounters; gives status, standard output and standard error."""
    where = str(tmp_path / "ledger.db")
    with opened(where) as ledger:
        other = reading(Told("held", ("Peru", "Chile"), "2026-02-20", "call"), name="a2", published="2026-03-02")
        ledger.add([reading(Told(), name="a1"), other])

    def once(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([*words, "--ledger", where])
        told = capsys.readouterr()
        return int(end.value.code or 0), told.out, told.err

    return once


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("status",), 2),
        (("status", "--as-of", "2026-03-01"), 1),
        (("status", "--status", "held", "--kind", "call", "--limit", "1"), 1),
        (("find", "bergen", "--actor", "Norway"), 1),
        (("find", "--from", "2026-03-01", "--to", "2026-03-30", "--order", "day"), 1),
        (("diff", "--since", "2026-02-01", "--until", "2026-03-05"), 2),
        (("positions",), 0),
        (("review",), 0),
        (("review", "--all"), 0),
        (("export", "encounters", "--format", "jsonl"), 2),
        (("export", "claims"), 2),
        (("export", "documents"), 2),
        (("export", "contradictions"), 0),
    ],
)
def test_each_question_is_answered_in_json_lines(run: Run, words: tuple[str, ...], count: int) -> None:
    status, out, _ = run(*words)
    assert status == 0
    assert len(rows(out)) == count


def test_judgements_are_made_and_undone(run: Run) -> None:
    name = str(rows(run("find", "bergen", "--actor", "Norway")[1])[0]["id"])
    made = rows(run("override", name, "on_hold", *SIGNED)[1])[0]
    assert json.loads(run("why", name)[1])["status"] == "on_hold"
    assert run("undo", str(made["id"]), *SIGNED)[0] == 0
    assert json.loads(run("why", name)[1])["status"] == "scheduled"


def test_flat_formats_have_the_columns_of_their_kind(run: Run, tmp_path: Path) -> None:
    found = list(csv.DictReader(io.StringIO(run("export", "encounters", "-f", "csv")[1], newline="")))
    assert [r["parties"] for r in found] == ["Norway; Portugal", "Chile; Peru"] or len(found) == 2
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "claims.parquet"
    assert run("export", "claims", "-f", "parquet", "-o", str(file))[0] == 0
    assert parquet.read_table(file).num_rows == 2


def test_keeping(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("ledger", "backup", str(copy))[0] == 0
    assert run("ledger", "rebuild")[0] == 0
    assert run("ledger", "upgrade")[2].strip().endswith("nothing to do")
    assert run("ledger", "move", str(tmp_path / "other.db"))[0] == 0
    assert run("ledger", "purge", "a1", *SIGNED)[0] == 0
    assert sorted(r["kind"] for r in rows(run("status")[1])) == ["call", "meeting"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("why", "nowhere"), "there is no encounter 'nowhere'; parley status lists their ids"),
        (("status", "--as-of", "soon"), "write it as 2026-03-17"),
        (("undo", "nowhere", *SIGNED), "there is no judgement"),
        (("ledger", "restore", "nowhere.db"), "there is no backup"),
    ],
)
def test_a_fault_is_one_line_with_the_next_step(run: Run, words: tuple[str, ...], told: str) -> None:
    status, out, err = run(*words)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert told in err


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["status", "--ledger", str(tmp_path / "none.db")])
    assert end.value.code == 2
    assert "there is no ledger; make one: parley add" in capsys.readouterr().err
