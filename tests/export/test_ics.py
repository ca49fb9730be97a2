"""Calendars: what an iCalendar library reads out of them."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import icalendar
import pytest

from parley.export.choice import Choice
from parley.export.field import FIELD
from parley.export.rows import Row
from tests.export.conftest import STORY, Rows, stands, story, told
from tests.ledger.conftest import opened
from tests.ledger.told import Told


def calendar(rows: list[Row], **choice: Any) -> list[icalendar.Event]:
    text = "".join(FIELD["ics"].write(rows, Choice(**choice)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def event(rows: list[Row], **choice: Any) -> icalendar.Event:
    (only,) = calendar(rows, **choice)
    return only


@pytest.mark.parametrize(
    ("status", "choice", "state", "prefix"),
    [
        ("proposed", {}, "TENTATIVE", ""),
        ("announced", {}, "TENTATIVE", ""),
        ("scheduled", {}, "CONFIRMED", ""),
        ("under_way", {}, "CONFIRMED", ""),
        ("held", {}, "CONFIRMED", ""),
        ("on_hold", {}, "TENTATIVE", "ON HOLD: "),
        ("postponed", {}, "TENTATIVE", "POSTPONED: "),
        ("cancelled", {}, "TENTATIVE", "CANCELLED: "),
        ("cancelled", {"cancelled": "remove"}, "CANCELLED", ""),
        ("refused", {"denied": True}, "TENTATIVE", "DENIED: "),
    ],
)
def test_status(rows: Rows, status: Any, choice: Any, state: str, prefix: str) -> None:
    made = rows(stands(status))
    found = event(made, **choice)
    assert found["STATUS"] == state
    assert found["SUMMARY"] == f"{prefix}Meeting: Norway – Portugal"
    assert found["X-PARLEY-STATUS"] == made[0]["status"]
    assert found["X-PARLEY-ID"] == made[0]["id"]


def test_what_was_set_and_then_called_off_stays_confirmed_with_the_word_before_it(rows: Rows) -> None:
    found = event(rows(story()))
    assert (found["STATUS"], found["SUMMARY"][:11]) == ("CONFIRMED", "CANCELLED: ")


def test_denied_and_undated_encounters_are_left_out_and_the_reason_is_told(rows: Rows) -> None:
    denied, undated = rows(stands("refused")), rows(stands("announced", day=None))
    assert calendar(denied + undated) == []
    assert "--denied" in (FIELD["ics"].left_out(denied[0], Choice()) or "")
    assert FIELD["ics"].left_out(undated[0], Choice()) == "of no known day"


def test_days_are_whole_and_the_end_is_always_told(rows: Rows) -> None:
    found = event(rows(stands("scheduled")))
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (date(2026, 3, 24), date(2026, 3, 25))


@pytest.mark.parametrize(
    ("first", "last", "only"),
    [
        ("2026-03-23", "2026-03-29", "week"),
        ("2026-03-01", "2026-03-31", "month"),
        ("2026-01-01", "2026-12-31", "year"),
        ("2026-03-01", "2026-05-31", "period"),
        ("2026-03-24", "2026-03-26", None),
        ("2026-03-24", None, "first day"),
    ],
)
def test_a_day_that_is_not_known_is_not_made_up(rows: Rows, first: str, last: str | None, only: str | None) -> None:
    (row,) = rows(stands("scheduled"))
    row["when"] |= {"earliest": first, "latest": last, "text": "then,\nthey say"}
    found = event([row])
    assert (found.get("X-PARLEY-DAY") is not None) == (only is not None)
    assert only is None or only in found["X-PARLEY-DAY"]
    assert only is None or "“then, they say”" in found["DESCRIPTION"]


def test_the_stamps_are_those_of_the_last_change_not_of_the_clock(rows: Rows) -> None:
    made = rows(story())
    text = ["".join(FIELD["ics"].write(made, Choice())) for _ in range(2)]
    assert text[0] == text[1]
    assert event(made).decoded("DTSTAMP") == event(made).decoded("LAST-MODIFIED")
    assert str(event(made).decoded("DTSTAMP")) == "2026-03-10 00:00:00+00:00"


def test_as_a_story_goes_on_the_uid_stays_and_the_sequence_rises(rows: Rows) -> None:
    found = [event(rows(story(), as_of=day)) for day, _ in STORY[1:]]
    assert len({e["UID"] for e in found}) == 1
    numbers = [e["SEQUENCE"] for e in found]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_in_whatever_order_articles_arrive(tmp_path: Any, rows: Rows, order: tuple[int, ...]) -> None:
    """The last account is the same, and the sequence never falls on the way there; an earlier id stays an alias."""
    whole, numbers, ids = story(), [], []
    with opened(str(tmp_path / "order.db")) as ledger:
        for n in order:
            ledger.add([whole[n]])
            (row,) = ledger.export("encounters")
            for e in calendar([row], denied=True):
                numbers.append(e["SEQUENCE"])
            ids.append(row["id"])
    assert numbers == sorted(numbers)
    assert set(ids) <= {row["id"], *row["aliases"]}
    last = FIELD["ics"].write([row], Choice())
    assert "".join(last) == "".join(FIELD["ics"].write(rows(whole), Choice()))


def test_the_description_tells_the_account_with_quotes(rows: Rows) -> None:
    words = event(rows(story()))["DESCRIPTION"]
    assert "Status: cancelled, since 2026-03-10, on the word of Rui Faria" in words
    assert "“The meeting of Norway and Portugal in Bergen on 2026-03-28 is cancelled, Rui Faria said.”" in words


def test_hostile_text_stays_text(rows: Rows) -> None:
    (row,) = rows(stands("scheduled"))
    row["parties"][0]["name"] = "A\r\nBEGIN:VEVENT\x00;,\\ <script>"
    row["place"]["name"] = "X\nATTACH:http://example.invalid"
    found = event([row])
    assert found["SUMMARY"] == "Meeting: A BEGIN:VEVENT;,\\ <script> – Portugal"
    assert "ATTACH" not in found


def test_the_calendar_says_what_it_cannot_carry(rows: Rows) -> None:
    text = "".join(FIELD["ics"].write(rows([told("2026-03-01", Told())]), Choice()))
    assert "no value for denied" in icalendar.Calendar.from_ical(text)["X-WR-CALDESC"]
