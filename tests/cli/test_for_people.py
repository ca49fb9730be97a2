"""The ledger on a terminal: what an analyst sees of a case, of positions, of changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.cli.case import print_case
from parley.cli.diff import told as change
from parley.cli.lines import print_lines
from parley.keeping import Ledger
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading, with_position


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = opened(str(tmp_path / "a.db"))
    first = with_position(reading(Told(source="Ingrid Solheim"), name="a1"), "the cod quota")
    last = reading(Told("cancelled", source="Ingrid Solheim"), name="a2", published="2026-03-05")
    made.add([first, with_position(last, "a quota for cod", "offer")])
    return made


def test_a_case_explains_each_step_and_what_does_not_count(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    print_case(ledger.why(next(ledger.status())["id"]))
    shown = " ".join(capsys.readouterr().out.split())
    for words in (
        "CANCELLED · meeting · Norway – Portugal · Bergen · 2026-03-24",
        "2026-03-01 scheduled · Ingrid Solheim · a1",
        "2026-03-05 cancelled · Ingrid Solheim · a2",
        "does not count any more: The same source has said something else since.",
        "scheduled · Ingrid Solheim ·",
    ):
        assert words in shown


def test_a_move_is_a_step_with_its_source(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    moved = Told("rescheduled", ("Peru", "Chile"), "2026-05-10", source="Kenya")
    ledger.add([reading(Told("scheduled", ("Peru", "Chile"), "2026-05-03"), name="b1", published="2026-04-01")])
    ledger.add([reading(moved, name="b2", published="2026-04-09")])
    (change,) = ledger.diff("2026-04-05", "2026-04-30")
    assert change["changes"] == {"when": [["2026-05-03", "2026-05-03"], ["2026-05-10", "2026-05-10"]]}
    (step,) = change["steps"]
    assert (step["of"], step["rule"], step["on_whose_word"]) == ("time", "told_as_moved", ["Kenya"])
    assert step["words"] == ["The meeting of Peru and Chile in Bergen on 2026-05-10 is rescheduled, Kenya said."]
    print_case(ledger.why(change["id"]))
    shown = " ".join(capsys.readouterr().out.split())
    assert "2026-04-09 when: 2026-05-03 → 2026-05-10 · Kenya · b2" in shown


def test_positions_stand_in_lines_with_their_moves(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(ledger.positions(), "none")
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("Norway: the cod quota 2026-03-01 demand · Norway → The Post")
    assert "2026-03-05 offer · SOFTENED (before: demand, 2026-03-01)" in shown


@pytest.mark.parametrize(
    ("name", "before", "after", "words"),
    [
        ("status", None, "scheduled", "new: scheduled"),
        ("status", "scheduled", "on_hold", "status: scheduled → on hold"),
        ("when", ["2026-05-03", "2026-05-03"], ["2026-05-10", None], "when: 2026-05-03 → 2026-05-10…?"),
        ("place", None, "Oslo", "place: not told → Oslo"),
        ("parties", ["Chile", "Norway"], ["Chile"], "parties: Chile, Norway → Chile"),
        ("disputed", False, True, "accounts differ"),
        ("unconfirmed", False, True, "its day has passed without word"),
    ],
)  # fmt: skip
def test_a_change_in_words(name: str, before: object, after: object, words: str) -> None:
    assert change(name, before, after) == words
