"""``parley read``: what goes to standard output, what to standard error, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from parley import api
from parley.cli.main import main
from tests.cli import story

READING = replace(story.READING, document=replace(story.READING.document, warnings=()))
BARE = replace(READING, encounters=(), contradictions=(), relations=())
READ, EMPTY = api.Read("a.txt", READING), api.Read("b.txt", BARE)
SKIPPED = api.Skipped("c.txt", "not English (looks like German)")
FAILED = api.Failed("d.txt", "no such file; check the path")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command with outcomes made up; gives status, standard output and standard error."""

    def once(outcomes: list[api.Outcome], *options: str) -> tuple[int, str, str]:
        monkeypatch.setattr(api, "read_many", lambda *_, **__: iter(outcomes))
        with pytest.raises(SystemExit) as end:
            main(["read", "x", *options])
        told = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, told.out, told.err

    return once


RUNS: dict[str, tuple[list[api.Outcome], int, list[str]]] = {
    "one read": ([READ], 0, ["parley: 1 read (4 encounters)"]),
    "one without any": ([EMPTY], 0, ["parley: 1 read (no encounter)"]),
    "two": ([READ, EMPTY], 0, ["parley: 2 read (4 encounters, 1 without any)"]),
    "one skipped": ([READ, SKIPPED], 0, ["parley: skipped c.txt: not English (looks like German)", "parley: 1 read (4 encounters), 1 skipped"]),  # noqa: E501
    "all skipped": ([SKIPPED], 2, ["parley: skipped c.txt: not English (looks like German)", "parley: nothing read, 1 skipped"]),  # noqa: E501
    "one failed": ([FAILED, READ], 2, ["parley: failed d.txt: no such file; check the path", "parley: 1 read (4 encounters), 1 failed"]),  # noqa: E501
    "standard input": ([replace(SKIPPED, source="-")], 2, ["parley: skipped standard input: not English (looks like German)", "parley: nothing read, 1 skipped"]),  # noqa: E501
    "nothing": ([], 2, ["parley: nothing read"]),
}  # fmt: skip


@pytest.mark.parametrize(("outcomes", "status", "lines"), RUNS.values(), ids=RUNS)
def test_every_input_has_its_line_and_the_run_its_status(
    outcomes: list[api.Outcome], status: int, lines: list[str], run: Run
) -> None:
    done, out, err = run(outcomes, "--format", "jsonl")
    assert (done, err.splitlines()) == (status, lines)
    assert len(out.splitlines()) == sum(isinstance(o, api.Read) for o in outcomes)


def test_the_closing_line_goes_with_quiet_and_faults_stay(run: Run) -> None:
    assert run([READ, SKIPPED], "-q")[2] == "parley: skipped c.txt: not English (looks like German)\n"


def test_json_lines_are_the_readings(run: Run) -> None:
    assert [json.loads(line) for line in run([READ, EMPTY], "-f", "jsonl")[1].splitlines()] == [
        READING.to_dict(),
        BARE.to_dict(),
    ]


def test_json_is_one_reading_and_nothing_where_there_are_more(run: Run) -> None:
    assert json.loads(run([READ], "-f", "json")[1]) == READING.to_dict()
    status, out, err = run([READ, EMPTY], "-f", "json")
    assert (status, out) == (2, "")
    assert err == "parley: --format: json holds one reading, and there are more; use jsonl\n"


def test_accounts_are_parted_by_a_line(run: Run) -> None:
    assert run([READ, EMPTY], "-f", "text")[1].count("=" * 40) == 1


NOTED = api.Read("a.txt", replace(READING, document=replace(READING.document, warnings=("not UTF-8",))))


def test_notes_stand_in_the_account_or_on_standard_error_never_in_both(run: Run) -> None:
    _, out, err = run([NOTED], "-f", "text")
    assert ("Note: not UTF-8" in out, "not UTF-8" in err) == (True, False)
    _, _, err = run([NOTED], "-f", "jsonl")
    assert f"parley: note on {READING.document.source}: not UTF-8" in err


@pytest.mark.parametrize(
    ("name", "start"), [("o.json", "{\n"), ("o.jsonl", '{"schema"'), ("o.txt", "Bergen"), ("o", '{"schema"')]
)
def test_the_ending_of_a_file_tells_its_form(name: str, start: str, run: Run, tmp_path: Path) -> None:
    assert run([READ], "-o", str(tmp_path / name))[0] == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_file_keeps_its_words_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "o.json").write_text("old", encoding="utf-8")
    assert run([FAILED], "-o", str(tmp_path / "o.json"))[0] == 2
    assert (tmp_path / "o.json").read_text(encoding="utf-8") == "old"
