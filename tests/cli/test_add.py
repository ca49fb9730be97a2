"""``parley add``: each input has its line where something is wrong, the run its counts and its status."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parley.cli.main import main
from parley.errors import LedgerError
from parley.ingest import Failed, Skipped
from parley.keeping import Ledger
from parley.ledger.moments import begins
from parley.ledger.recording import Added
from parley.model.document import Document
from parley.model.reading import Reading
from tests.ledger.told import Told, reading

NEW, VERSION = Added("new", "r1", "a1", 2), Added("version", "r2", "a1", 1)
AGAIN, KNOWN = Added("reread", "r1", "a1", 2), Added("known", "r1", "a1")
SKIPPED, FAILED = Skipped("b", "not English (looks like German)"), Failed("-#2", "broken JSON")
RUNS: dict[str, tuple[list[object], int, list[str]]] = {
    "new": ([NEW, NEW], 0, ["2 added (4 encounters)"]),
    "none": ([replace(NEW, encounters=0)], 0, ["1 added"]),
    "versions": ([NEW, VERSION, KNOWN], 0, ["1 added, 1 added as new versions (3 encounters), 1 known already"]),
    "again": ([AGAIN], 0, ["1 read anew (2 encounters)"]),
    "known": ([KNOWN], 0, ["1 known already"]),
    "skipped": ([SKIPPED], 2, ["skipped b: not English (looks like German)", "1 skipped"]),
    "failed": ([FAILED, NEW], 2, ["failed standard input#2: broken JSON", "1 added (2 encounters), 1 failed"]),
    "noted": ([replace(NEW, warnings=("no date",))], 0, ["note on a1: no date", "1 added (2 encounters)"]),
    "nothing": ([], 2, ["nothing to add"]),
}
Run = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command with outcomes made up; gives status and the lines on standard error."""

    def once(outcomes: Iterator[object], *options: str) -> tuple[int, list[str]]:
        monkeypatch.setattr(Ledger, "adding", lambda *_, **__: outcomes)
        with pytest.raises(SystemExit) as end:
            main(["add", "x", "--ledger", str(tmp_path / "a.db"), *options])
        told = filter(None, capsys.readouterr().err.splitlines())
        return int(end.value.code or 0), [line.removeprefix("parley: ") for line in told]

    return once


@pytest.mark.parametrize(("outcomes", "status", "lines"), RUNS.values(), ids=RUNS)
def test_the_run_closes_with_its_counts(outcomes: list[object], status: int, lines: list[str], run: Run) -> None:
    assert run(iter(outcomes)) == (status, lines)
    assert run(iter(outcomes), "--quiet") == (status, lines[:-1])


@pytest.mark.parametrize(
    ("end", "status", "last"),
    [(LedgerError("the disk is full"), 2, ["the disk is full"]), (KeyboardInterrupt(), 130, [])],
)
def test_a_run_that_is_broken_off_tells_what_was_added(
    end: BaseException, status: int, last: list[str], run: Run
) -> None:
    def outcomes() -> Iterator[object]:
        yield NEW
        raise end

    told = "broken off: 1 added (2 encounters); run it again to go on"
    assert run(outcomes()) == (status, [told, *last])


def test_one_record_that_cannot_be_recorded_ends_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(document: Document) -> Reading:
        made = reading(Told(), name=document.source)
        return replace(made, document=replace(made.document, published="?" if document.source == "bad" else None))

    def odd(iso: str) -> str:
        raise RuntimeError("nobody foresaw this")

    lines = tmp_path / "a.jsonl"
    text = "The foreign ministers of Norway and Portugal met in Bergen on Monday, a spokeswoman said."
    lines.write_text("".join(json.dumps({"id": n, "text": f"{text} {n}"}) + "\n" for n in ("good", "bad", "fine")))
    with Ledger(tmp_path / "a.db", read) as ledger:
        monkeypatch.setattr("parley.ledger.moments.begins", odd)
        first, second, third = ledger.add(str(lines))
        assert [isinstance(o, Added) for o in (first, second, third)] == [True, False, True]
        assert "nobody foresaw this" in second.why  # type: ignore[union-attr]
        assert [d["source"] for d in ledger.documents()] == ["good", "fine"]
        assert next(ledger.runs())["counts"] == {"new": 2, "failed": 1}


def test_a_time_that_no_calendar_has_in_utc_is_none() -> None:
    with pytest.raises(ValueError, match="range"):
        begins("0001-01-01T00:00:00+14:00")
    assert begins("0033-04-03") == "0033-04-03T00:00:00Z"
