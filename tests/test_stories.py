"""The figures of the stories are read from what the scorer prints, and held against their floors."""

from __future__ import annotations

import json

from eval import store, stories

PRINTED = """\
appearances found       1.000 (125 of 125)
linking B-cubed         P 0.980  R 0.968  F1 0.974
status after an article 0.946 (87 of 92), lenient 0.978 (90 of 92)
final status            0.943 (50 of 53)
contradictions found    0.105 (2 of 19); right of those given 0.400 (4 of 10)
wire copies recognised  1.000 (2 of 2), false 0
"""


def test_what_the_scorer_prints_is_understood() -> None:
    found = stories.figures_in(PRINTED)
    assert found["linking B-cubed"] == 0.974
    assert found["status after an article"] == 0.946
    assert (found["contradictions found"], found["contradictions right"]) == (0.105, 0.4)
    assert len(found) == len(stories.ROWS) + 1


def test_a_drop_below_a_floor_is_told() -> None:
    floors = json.loads(stories.FLOORS.read_text(encoding="utf-8"))
    assert stories.below(floors) == []
    floors["gold"]["final status"] -= 0.01
    (told,) = stories.below(floors)
    assert told.startswith("below its floor: gold, final status")


def test_the_figures_kept_last_reach_their_floors() -> None:
    kept = store.load("stories")
    assert kept is not None
    assert stories.below(kept["rows"]) == []
