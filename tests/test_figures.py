"""Figures in the docs are those that were measured, with the model that is shipped; targets are not bent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import blocks, figures, store
from eval.__main__ import GOLD, ROW, SHARE
from eval.goals import Goal
from parley.analysis.engine import DATA
from training.evaluate import FIGURES, digest

PAGE = "above\n<!-- speed: python -m bench -->\nold\n<!-- /speed -->\nbelow\n"


def test_no_page_shows_other_figures_than_those_measured_last() -> None:
    assert figures.stale() == [], "run python -m eval.figures"


@pytest.mark.skipif(not (DATA / "main.onnx").exists(), reason=f"no model in {DATA}")
@pytest.mark.parametrize("path", [FIGURES, *sorted(store.RESULTS.glob("*.json"))], ids=lambda p: p.name)
def test_figures_belong_to_the_model_in_the_package(path: Path) -> None:
    figures = json.loads(path.read_text(encoding="utf-8"))
    if "model" not in figures:
        pytest.skip("measured without the model")
    assert figures["model"] == digest(DATA), "measure again"


def test_a_block_is_filled_and_the_rest_stays() -> None:
    new = blocks.filled(PAGE, {"speed": "new"})
    assert new == PAGE.replace("old", "new")
    assert blocks.filled(new, {"speed": "new"}) == new


def test_a_missing_block_is_an_error() -> None:
    with pytest.raises(KeyError, match="memory"):
        blocks.filled(PAGE, {"memory": "new"})


@pytest.mark.parametrize(
    ("goal", "value", "target", "verdict"),
    [
        (Goal("tags", "t", 96.5), 96.5, "≥ 96.50", "reached"),
        (Goal("tags", "t", 96.5), 96.48, "≥ 96.50", "short by 0.02"),
        (Goal("size", "s", most=40, form="{:.1f}"), 25.2, "≤ 40.0", "reached"),
        (Goal("size", "s", most=40, form="{:.1f}"), 41.5, "≤ 40.0", "short by 1.5"),
        (Goal("lemmas", "l"), 97.0, "", ""),
    ],
)
def test_a_target_is_reached_or_missed_by_so_much(goal: Goal, value: float, target: str, verdict: str) -> None:
    assert (goal.target(), goal.verdict(value)) == (target, verdict)


def test_the_rows_of_the_scorer_are_understood() -> None:
    row, share = (
        "positions          P 0.607  R 0.481  F1 0.537   (130 of 270 gold, 214 read)",
        "time    91 of 129 = 0.705",
    )
    assert (ROW.match(row) or [""] * 5)[4] == "0.537"
    assert (SHARE.match(share) or [""] * 5)[4] == "0.705"
    assert [(m[1], m[2]) for line in (row, share) if (m := GOLD.match(line))] == [("positions", "270"), ("time", "129")]
