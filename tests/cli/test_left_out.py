"""``--errors``: what was skipped or failed stands in a file, whatever else happens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley.cli.left_out import LeftOut
from parley.errors import OutputError


def test_lines_are_added(tmp_path: Path) -> None:
    for n in range(2):
        with LeftOut(tmp_path / "errors.jsonl") as out:
            out.saw("failed", f"a{n}", "broken JSON")
    told = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert told == [{"what": "failed", "source": f"a{n}", "why": "broken JSON"} for n in range(2)]


def test_a_file_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), LeftOut(tmp_path / "no" / "errors.jsonl"):
        pass


def test_without_a_file_nothing_happens() -> None:
    with LeftOut(None) as out:
        out.saw("failed", "a", "broken")
