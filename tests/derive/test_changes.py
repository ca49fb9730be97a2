"""What a new report changes, one promise a line: the articles in order of time, then the status that follows."""
# ruff: noqa: E501 (tables are read by the line)

from __future__ import annotations

import pytest

from parley import derive, link
from parley.derive.summary import parties
from parley.derive.words import explanation
from parley.model.ledger import Case
from tests.stories import articles, judgement

PAIR = "Norway+Chile"
LATER = [
    # development
    (f"2031-05-01 Herald: meeting {PAIR} | Norway: proposed", f"2031-05-02 Post: meeting {PAIR} | Chile: announced", "announced"),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-22 Post: meeting {PAIR} | held", "held"),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-09 Post: meeting {PAIR} | Chile: postponed", "postponed"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: postponed", f"2031-05-09 Post: meeting {PAIR} 2031-06-02 | Chile: rescheduled", "scheduled"),
    # less than was known changes nothing
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-02 Post: meeting {PAIR} | announced", "scheduled"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: cancelled", f"2031-05-02 Post: meeting {PAIR} | Peru: proposed", "cancelled"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: postponed", f"2031-05-02 Post: meeting {PAIR} | announced", "postponed"),
    # a recalled state does not revert a later one
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: cancelled", f"2031-05-02 Post: meeting {PAIR} | announced earlier", "cancelled"),
    # held is final, unless one of its sides denies what only unnamed sources say
    (f"2031-05-01 Herald: meeting {PAIR} | held", f"2031-05-02 Post: meeting {PAIR} | Chile: no_plans denies", "held"),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: held", f"2031-05-02 Post: meeting {PAIR} | Chile: no_plans denies", "unknown"),
    # denials
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: no_plans denies", f"2031-05-02 Post: meeting {PAIR} | an official/PER: cancelled", "denied"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: no_plans denies", f"2031-05-02 Post: meeting {PAIR} | Peru: proposed", "denied"),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} | Chile: no_plans disputes_premise", "denied"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: announced", f"2031-05-02 Post: meeting {PAIR} | an official/PER: no_plans denies", "announced"),
]  # fmt: skip


def account(*texts: str) -> Case:
    """The account of the one encounter that all articles tell of."""
    reports, appearances = articles(*texts)
    found = link.clusters(reports, appearances)
    assert len(found) == 1
    return derive.cases(found, reports, appearances)[0]


@pytest.mark.parametrize(("first", "second", "status"), LATER)
def test_what_a_later_report_changes(first: str, second: str, status: str) -> None:
    case = account(first, second)
    assert case.status == status
    assert all(explanation(s.rule) != s.rule for s in case.history)


def test_a_day_that_has_passed_without_word_is_unconfirmed() -> None:
    planned = f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled"
    reports, appearances = articles(planned)
    found = link.clusters(reports, appearances)
    for now, expected in (("2031-05-20", False), ("2031-05-21", True)):
        assert derive.cases(found, reports, appearances, now=now)[0].unconfirmed is expected


def test_people_reject_confirm_and_override() -> None:
    texts = (f"2031-05-01 Herald: meeting {PAIR} | announced", f"2031-05-02 Post: meeting {PAIR} | Chile: cancelled")
    reports, appearances = articles(*texts)
    found = link.clusters(reports, appearances)
    no = judgement("reject", f"{appearances[1].id}:c0")
    assert derive.cases(found, reports, appearances, [no])[0].status == "announced"
    undone = judgement("undo", no.id, at="2040-01-03T00:00:00Z")
    assert derive.cases(found, reports, appearances, [no, undone])[0].status == "cancelled"
    by_hand = judgement("override", appearances[0].id, value="postponed")
    case = derive.cases(found, reports, appearances, [by_hand])[0]
    assert (case.status, case.machine_status, case.rule) == ("postponed", "cancelled", "decided_by_a_person")


def test_a_later_word_of_the_same_source_takes_the_place_of_its_earlier_one() -> None:
    case = account(
        f"2031-05-01 Herald: meeting {PAIR} | Chile: announced", f"2031-05-09 Post: meeting {PAIR} | Chile: cancelled"
    )
    assert [(c.live, c.why_not) for c in case.claims] == [(False, "later_word"), (True, None)]
    assert not case.disputed


CONFLICTS = [
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} | Chile: no_plans disputes_premise", "existence"),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-04-28 | held", f"2031-05-02 Post: meeting {PAIR} 2031-04-28 | Chile: not_held denies", "existence"),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: on_hold", f"2031-05-02 Post: meeting {PAIR} | Chile: announced confirms", "status"),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-02 Post: meeting {PAIR} 2031-05-22 | Chile: scheduled", "time"),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: no_plans denies", f"2031-05-06 Post: meeting {PAIR} | an official/PER: cancelled", "existence"),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} | Chile: no_plans denies", "existence"),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-09 Post: meeting {PAIR} | Peru: postponed | Chile: announced denies weak unsettled", "time"),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} | Chile: announced denies", "status"),
    (f"2031-05-05 Herald: meeting {PAIR} 2031-05-04 | Chile: not_held denies", f"2031-05-06 Post: meeting {PAIR} 2031-05-04 | Norway: held", "existence"),
    (f"2031-05-01 Herald: meeting {PAIR} | a source/CHL: no_plans denies", f"2031-05-02 Post: meeting {PAIR} | a source/CHL: cancelled", None),  # one side says both
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} | Chile: announced", "status"),
    # development is no contradiction
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-03 Post: meeting {PAIR} | Chile: announced", None),
    (f"2031-05-01 Herald: meeting {PAIR} | Norway: on_hold", f"2031-05-02 Post: meeting {PAIR} | Chile: announced", None),
    (f"2031-05-01 Herald: meeting {PAIR} | an official/PER: cancelled", f"2031-05-02 Post: meeting {PAIR} 2031-05-22 | Chile: rescheduled", None),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: announced weak unsettled", f"2031-05-05 Post: meeting {PAIR} 2031-05-20 | Norway: scheduled", None),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-09 Post: meeting {PAIR} | Peru: postponed | announced weak unsettled", None),
    (f"2031-05-01 Herald: meeting {PAIR} | Chile: no_plans denies", f"2031-05-28 Post: meeting {PAIR} | not_held", None),
    (f"2031-05-01 Herald: meeting {PAIR} 2031-05-20 | Norway: scheduled", f"2031-05-02 Post: meeting {PAIR} 2031-05-22 | Chile: rescheduled", None),
    (f"2031-05-01 Herald: meeting {PAIR} | Norway: announced", f"2031-05-20 Post: meeting {PAIR} | Chile: no_plans denies", None),
    (f"2031-05-01 Herald: meeting {PAIR} | Norway: announced", f"2031-05-03 Post: meeting {PAIR} | Chile: postponed", None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "over"), CONFLICTS)
def test_what_two_reports_contradict_each_other_over(first: str, second: str, over: str | None) -> None:
    case = account(first, second)
    assert [c.over for c in case.conflicts] == ([over] if over else [])


def test_an_office_alone_is_no_name_for_a_side() -> None:
    _, appearances = articles(
        "2031-05-01 Herald: meeting Ann Berg/NOR/ministers+Chilean counterpart/CHL/ministers 2031-05-20 | scheduled",
        "2031-05-02 Post: meeting Ann Berg/NOR/ministers+Eva Rojas/CHL/ministers 2031-05-20 | scheduled",
    )
    assert [p.name for p in parties(appearances)] == ["Ann Berg", "Eva Rojas"]
