"""What people decide counts, is signed, and can be undone; the machine's word stays beside it."""

from __future__ import annotations

from typing import Any

import pytest

from parley.errors import OptionError, UnknownError
from parley.keeping import Ledger
from tests.ledger.test_projection import account, projection
from tests.ledger.told import Told, reading

SIGNED = {"by": "Ada", "because": "I was there"}
CALL = Told("held", ("Peru", "Chile"), "2026-02-20", "call")


def two(ledger: Ledger) -> tuple[str, str]:
    """A ledger that tells of two encounters."""
    ledger.add([reading(Told(), name="a1"), reading(CALL, name="a2", published="2026-03-02")])
    first, second = (row["id"] for row in ledger.export("encounters"))
    return first, second


def statuses(ledger: Ledger) -> list[str]:
    return [row["status"] for row in ledger.export("encounters")]


def test_an_override_counts_and_the_machines_word_stays(ledger: Ledger) -> None:
    first, _ = two(ledger)
    made = ledger.override(first, "on_hold", **SIGNED)
    row = ledger.why(first)
    assert (row["status"], row["machine_status"]) == ("on_hold", "scheduled")
    assert next(r for r in ledger.status() if r["id"] == first)["status"] == "on_hold"
    ledger.undo(made.id, by="Bo", because="a slip")
    assert statuses(ledger) == ["scheduled", "held"]
    assert [j.kind for j in ledger.judgements()] == ["override", "undo"]


def test_merged_encounters_are_one_until_it_is_undone(ledger: Ledger) -> None:
    first, second = two(ledger)
    before = but_for_judged(account(ledger)), projection(ledger)
    made = ledger.merge([first, second], **SIGNED)
    (row,) = ledger.export("encounters")
    assert (row["id"], row["aliases"]) == (first, [second])
    assert ledger.why(second)["id"] == first
    ledger.undo(made.id, **SIGNED)
    told = account(ledger)
    assert (but_for_judged(told), projection(ledger)) == before
    assert [row["judged"] for row in told] == [2, 2]  # the merge and its undoing bear on both


def but_for_judged(rows: list[Any]) -> list[Any]:
    return [{key: value for key, value in row.items() if key != "judged"} for row in rows]


def test_split_appearances_are_another_encounter(ledger: Ledger) -> None:
    ledger.add([reading(Told(), name="a1"), reading(Told(), name="a2", published="2026-03-02")])
    (row,) = ledger.export("encounters")
    ledger.split(row["id"], ["a2"], **SIGNED)
    assert [len(r["appearances"]) for r in ledger.export("encounters")] == [1, 1]
    ledger.add([reading(Told(), name="a3", published="2026-03-03")])
    assert sorted(len(r["appearances"]) for r in ledger.export("encounters")) == [1, 2]


def test_a_rejected_claim_does_not_count_and_stays_visible(ledger: Ledger) -> None:
    ledger.add([reading(Told(), name="a1"), reading(Told("cancelled"), name="a2", published="2026-03-02")])
    (row,) = ledger.export("encounters")
    assert row["status"] == "cancelled"
    claim = row["appearances"][1]["claims"][0]["id"]
    ledger.reject(claim, **SIGNED)
    (row,) = ledger.export("encounters")
    assert row["status"] == "scheduled"
    assert (row["appearances"][1]["claims"][0]["live"], row["appearances"][1]["claims"][0]["id"]) == (False, claim)
    ledger.confirm(claim, **SIGNED)
    assert statuses(ledger) == ["cancelled"]


def test_judgements_outlive_a_new_reading(ledger: Ledger) -> None:
    first, _ = two(ledger)
    ledger.override(first, "on_hold", **SIGNED)
    told = [a.what for a in ledger.add([reading(Told("announced"), Told(), name="a1")], again=True)]
    assert told == ["version"]  # another text: a new version of the article, and the judgement still stands
    again = reading(Told(), name="a1")
    assert [a.what for a in ledger.add([again], again=True)] == ["reread"]
    assert ledger.why(first)["status"] == "on_hold"


@pytest.mark.parametrize("missing", ["by", "because"])
def test_nothing_is_decided_without_name_and_reason(ledger: Ledger, missing: str) -> None:
    first, _ = two(ledger)
    with pytest.raises(OptionError):
        ledger.override(first, "held", **{**SIGNED, missing: " "})
    assert ledger.judgements() == ()


def test_what_is_not_there_cannot_be_judged(ledger: Ledger) -> None:
    first, _ = two(ledger)
    for attempt in (
        lambda: ledger.override("nowhere", "held", **SIGNED),
        lambda: ledger.reject("nowhere:e1.c1", **SIGNED),
        lambda: ledger.undo("nowhere", **SIGNED),
        lambda: ledger.split(first, ["nowhere"], **SIGNED),
    ):
        with pytest.raises(UnknownError):
            attempt()
    with pytest.raises(OptionError):
        ledger.override(first, "finished", **SIGNED)
    with pytest.raises(OptionError):
        ledger.merge([first, first], **SIGNED)


def test_an_earlier_state_of_the_ledger_can_be_asked_for(ledger: Ledger) -> None:
    first, _ = two(ledger)
    assert list(ledger.export("encounters", recorded_by="2020-01-01")) == []
    assert list(ledger.status(recorded_by="2020-01-01")) == []
    ledger.override(first, "on_hold", **SIGNED)
    assert next(ledger.export("encounters", recorded_by="2999-01-01"))["status"] == "on_hold"
