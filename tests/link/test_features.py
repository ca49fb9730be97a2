"""Which appearances are one encounter, one promise a line."""
# ruff: noqa: E501 (tables are read by the line)

from __future__ import annotations

import pytest

from parley import link
from parley.link.features import FEATURES
from parley.link.names import same_person
from tests.stories import articles, judgement

LEADERS = "Ann Berg/NOR/leaders+Luis Rojas/CHL/leaders"
MINISTERS = "Per Dahl/NOR/ministers+Eva Soto/CHL/ministers"
PARTNERS = ("Luis Rojas/CHL/leaders", "Bo Sand", "voters", "Eva Soto/PER/leaders", "Ida Lund", "the Fund")
ONE = [
    ("2031-05-01 Herald: meeting Norway+Chile | announced", "2031-05-03 Post: meeting Norway+Chile | announced"),
    (f"2031-05-01 Herald: summit {LEADERS} | announced", "2031-05-03 Post: talks Norway+Chile 2031-05-20 | scheduled"),
    ("2031-05-01 Herald: meeting Norway+Chile 2031-05-20 | scheduled", "2031-05-21 Post: meeting Norway+Chile 2031-05-20 | held"),
    ("2031-05-01 Herald: meeting Norway+Chile 2031-05-20 | postponed", "2031-05-08 Post: meeting Norway+Chile 2031-06-02 | rescheduled"),
    ("2031-05-01 Herald: visit Ivan Khodzhaev+Norway | announced", "2031-05-03 Post: visit Ivan Hojaew+Norway | announced"),
]  # fmt: skip
TWO = [
    ("2031-05-01 Herald: meeting Norway+Chile | announced", "2031-05-03 Post: meeting Norway+Peru | announced"),
    ("2031-05-01 Herald: call Norway+Chile | announced", "2031-05-03 Post: meeting Norway+Chile | announced"),
    ("2031-05-01 Herald: visit Norway+Chile | announced", "2031-05-03 Post: meeting Norway+Chile | announced"),
    (f"2031-05-01 Herald: meeting {LEADERS} | announced", f"2031-05-03 Post: meeting {MINISTERS} | announced"),
    ("2031-05-01 Herald: meeting Norway+Chile 2031-04-30 | held", "2031-05-03 Post: meeting Norway+Chile 2031-05-20 | scheduled"),
    ("2031-05-01 Herald: meeting Norway+Chile 2031-04-02 | held", "2031-05-03 Post: meeting Norway+Chile 2031-04-25 | held"),
    ("2031-05-01 Herald: meeting Norway+Chile 2031-05-20 | scheduled", "2031-05-03 Post: meeting Norway+Chile 2030-09-01/2030-09-30 | held"),
    ("2031-05-01 Herald: visit Ann Berg+Chile | announced", "2031-05-03 Post: visit Eva Soto+Chile | announced"),
    (f"2031-05-01 Herald: call {LEADERS} | held", f"2031-05-20 Post: call {LEADERS} 2031-05-20 | held"),
    (f"2031-05-01 Herald: call {LEADERS} | held", f"2031-06-20 Post: call {LEADERS} | held"),
    ("2031-05-01 Herald: visit Ann Berg/NOR/leaders | announced", "2031-05-20 Post: visit Ann Berg/NOR/leaders | held"),
    ("2031-05-01 Herald: visit Ann Berg/NOR/leaders+Chile 2031-05-03 | scheduled", "2031-06-20 Post: visit Ann Berg/NOR/leaders+Chile | under_way"),
    ("2031-05-01 Herald: meeting Norway+Chile @Riga | cancelled", "2031-05-09 Post: meeting Norway+Chile @Lima | held"),
    ("2031-05-01 Herald: call Ann Berg/NOR/leaders+envoys | held", f"2031-05-03 Post: call {LEADERS} | held"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_encounter(first: str, second: str) -> None:
    assert len(link.clusters(*articles(first, second))) == 1


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_encounters(first: str, second: str) -> None:
    assert len(link.clusters(*articles(first, second))) == 2


def test_within_one_report_appearances_go_to_different_encounters() -> None:
    first = (
        "2031-05-01 Herald: meeting Norway+Chile 2031-05-20 | scheduled || meeting Norway+Chile 2031-06-20 | scheduled"
    )
    second = (
        "2031-05-02 Post: meeting Norway+Chile 2031-06-20 | scheduled || meeting Norway+Chile 2031-05-20 | scheduled"
    )
    reports, appearances = articles(first, second)
    found = link.clusters(reports, appearances)
    assert [len(c.members) for c in found] == [2, 2]
    day = {a.id: a.encounter.when for a in appearances}
    assert all(day[c.members[0]] == day[c.members[1]] for c in found)


def test_people_put_together_and_keep_apart() -> None:
    reports, appearances = articles(*TWO[0])
    merged = judgement("merge", *(a.id for a in appearances))
    assert len(link.clusters(reports, appearances, [merged])) == 1
    reports, appearances = articles(*ONE[0])
    split = judgement("split", *(a.id for a in appearances))
    assert len(link.clusters(reports, appearances, [split])) == 2
    undone = judgement("undo", split.id, at="2040-01-03T00:00:00Z")
    assert len(link.clusters(reports, appearances, [split, undone])) == 1


def test_every_feature_explains_itself_to_the_user() -> None:
    assert all(f.__doc__ for f in FEATURES.values())


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ivan Khodzhaev", "I. Hojaew", True),
        ("Karim Tursun", "Karim Tursunov", True),
        ("Ann Berg", "Berg", True),
        ("Ann Berg", "Per Berg", False),
        ("Eva Soto", "Eva Sosa", False),
    ],
)
def test_names_of_one_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same


def test_one_person_calling_many_is_as_many_calls() -> None:
    told = [f"2031-05-{1 + k:02} Herald: call Ann Berg/NOR/leaders+{x} | held" for k, x in enumerate(PARTNERS)]
    assert len(link.clusters(*articles(*told))) == len(told)


def test_a_month_told_of_one_call_does_not_draw_the_next_into_it() -> None:
    told = [
        f"2031-05-02 Herald: call {LEADERS} 2031-05-02 | held",
        f"2031-05-03 Post: call {LEADERS} 2031-05-01/2031-05-31 | held",
        f"2031-05-18 Herald: call {LEADERS} 2031-05-18 | held",
    ]
    assert sorted(len(c.members) for c in link.clusters(*articles(*told))) == [1, 2]
