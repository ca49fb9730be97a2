"""Changes of day and place as steps of the history: the articles in order of time, then the steps that follow."""
# ruff: noqa: E501 (tables are read by the line)

from __future__ import annotations

import pytest

from parley.derive.settled import RULES, days_apart, places_apart
from parley.derive.words import explanation
from parley.model.encounter import PlaceRef, When
from parley.model.ledger import Step
from tests.derive.test_changes import account

FIRST = "2031-05-01 Herald: meeting Norway+Chile 2031-05-20 @Bergen | Norway: scheduled"
MOVES = [
    # the day
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-27 @Bergen | Chile: rescheduled", [("time", "2031-05-20", "2031-05-27", "told_as_moved")]),
    ("2031-05-03 Post: meeting Norway+Chile 2031-05-27 @Bergen | Chile: rescheduled", [("time", "2031-05-20", "2031-05-27", "told_as_moved")]),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-22 @Bergen | Peru: scheduled", [("time", "2031-05-20", "2031-05-22", "told_later")]),
    ("2031-05-03 Post: meeting Norway+Chile 2031-05-22 @Bergen | Norway: scheduled", [("time", "2031-05-20", "2031-05-22", "told_later")]),
    # another day from a lesser source soon after is a contradiction, not news
    ("2031-05-03 Post: meeting Norway+Chile 2031-05-22 @Bergen | Peru: scheduled", []),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Bergen | Chile: scheduled", []),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-18/2031-05-24 @Bergen | Chile: scheduled", []),
    ("2031-05-09 Post: meeting Norway+Chile @Bergen | Chile: scheduled", []),
    # the place
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Oslo | Norway: scheduled", [("place", "Bergen", "Oslo", "told_later")]),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Lima | Norway: scheduled", [("place", "Bergen", "Lima", "told_later")]),
    ("2031-05-03 Post: meeting Norway+Chile 2031-05-20 @Lima | Peru: scheduled", []),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Norway | Norway: scheduled", []),
    ("2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Villa | Norway: scheduled", []),
]  # fmt: skip


def shown(step: Step) -> tuple[str, str | None, str | None, str]:
    before, after = ((v.earliest if isinstance(v, When) else v and v.name) for v in (step.before, step.after))
    return step.of, before, after, step.rule


@pytest.mark.parametrize(("second", "expected"), MOVES)
def test_a_move_of_day_or_place_is_a_step(second: str, expected: list[tuple[str, str, str, str]]) -> None:
    case = account(FIRST, second)
    assert [shown(s) for s in case.history if s.of != "status"] == expected
    assert case.status == "scheduled"
    assert all(s.claims for s in case.history)


def test_the_day_and_place_shown_are_those_of_the_last_step() -> None:
    case = account(
        "2031-05-01 Herald: meeting Norway+Chile | Norway: announced",
        "2031-05-05 Herald: meeting Norway+Chile 2031-05-18/2031-05-24 @Norway | Norway: announced",
        "2031-05-09 Post: meeting Norway+Chile 2031-05-20 @Bergen | Norway: announced",
        "2031-05-12 Post: meeting Norway+Chile 2031-05-27 @Oslo | Norway: rescheduled",
        "2031-05-28 Post: meeting Norway+Chile 2031-05-27 @Lima | held",
        "2031-05-30 Post: meeting Norway+Chile 2031-05-26 @Oslo | held",
    )
    assert [shown(s)[0] + ":" + str(shown(s)[2]) for s in case.history if s.of != "status"] == [
        "time:2031-05-18",
        "place:Norway",
        "time:2031-05-20",
        "place:Bergen",
        "time:2031-05-27",
        "place:Oslo",
        "place:Lima",
    ]
    assert (case.when and case.when.earliest, case.place and case.place.name) == ("2031-05-27", "Lima")
    assert (case.status, case.since[:10]) == ("held", "2031-05-28")


@pytest.mark.parametrize("name", [*RULES, "told_first"])
def test_each_rule_explains_itself(name: str) -> None:
    assert explanation(name).endswith(".")


@pytest.mark.parametrize(
    ("ours", "known", "relation"),
    [
        ("2031-05-20", "2031-05-20", "same"),
        ("2031-05-20", "2031-05-18/2031-05-24", "inside"),
        ("2031-05-01/2031-05", "2031-05-18/2031-05-24", "around"),
        ("2031-05-20", "2031-05-21", "other"),
        ("2031-05-20/2031-05-24", "2031-05-22/2031-05-26", "other"),
    ],
)
def test_how_days_lie_to_each_other(ours: str, known: str, relation: str) -> None:
    def when(days: str) -> When:
        first, _, last = days.partition("/")
        return When(days, 0, 1, first, last or first)

    assert days_apart(when(ours), when(known)) == relation


@pytest.mark.parametrize(
    ("ours", "known", "relation"),
    [
        ("Bergen", "Bergen", "same"),
        ("Bergen", "Norway", "inside"),
        ("Norway", "Bergen", "around"),
        ("Oslo", "Bergen", "other"),
        ("Lima", "Bergen", "other"),
        ("Villa Rosa", "Bergen", "same"),
    ],
)
def test_how_places_lie_to_each_other(ours: str, known: str, relation: str) -> None:
    assert places_apart(PlaceRef("a", ours), PlaceRef("b", known)) == relation
