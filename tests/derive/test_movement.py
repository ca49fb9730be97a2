"""Positions over time: lines by actor and issue, and who moved where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.derive.movement import Stand, lines
from parley.derive.words import explanation
from parley.model.mention import Actor
from parley.model.position import Movement, Position, PositionStance
from parley.model.span import Span

NORWAY, MINISTER = Actor("a", "Norway", "country", country="NOR"), Actor("b", "Ann Berg", "person", country="NOR")


def stand(day: int, stance: PositionStance, issue: str, actor: Actor = NORWAY, moved: Movement | None = None) -> Stand:
    told = Position(actor.id, issue, stance, moved, Span(0, 1, "x"))
    return Stand(f"2031-05-{day:02}T00:00:00Z", f"r{day}", actor, told)


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("refusal", "offer", "softened"),
        ("demand", "concession", "softened"),
        ("offer", "refusal", "hardened"),
        ("demand", "demand", None),
    ],
)
def test_who_moved_where(before: PositionStance, after: PositionStance, direction: str | None) -> None:
    line = lines([stand(1, before, "the fishing quota"), stand(5, after, "quota for fishing", MINISTER)])[0]
    assert [m.direction for m in line.moves] == ([direction] if direction else [])
    assert all(explanation(m.rule) != m.rule for m in line.moves)


def test_what_the_report_says_of_the_movement_counts_first() -> None:
    line = lines([stand(1, "demand", "the quota"), stand(5, "demand", "the quota", moved="softened")])[0]
    assert [(m.direction, m.rule) for m in line.moves] == [("softened", "says_so")]


def test_other_issues_are_other_lines() -> None:
    assert len(lines([stand(1, "demand", "the fishing quota"), stand(5, "offer", "release of prisoners")])) == 2


@given(st.permutations([stand(1, "demand", "quota"), stand(3, "offer", "the quota"), stand(4, "refusal", "tolls")]))
def test_lines_do_not_depend_on_the_order(stands: list[Stand]) -> None:
    assert lines(stands) == lines(sorted(stands, key=lambda s: s.at))


def test_a_report_that_tells_of_several_stands_is_left_only_beyond_them() -> None:
    both = [stand(1, "offer", "the quota"), stand(1, "refusal", "the quota")]
    assert lines([*both, stand(5, "demand", "the quota")])[0].moves == ()
    ((move),) = lines([*both, stand(5, "concession", "the quota")])[0].moves
    assert (move.before.position.stance, move.direction) == ("offer", "softened")
