"""Calendars over any story: the UID stays and SEQUENCE tells every change, in whatever order the articles arrive."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, get_args

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.export.choice import Choice
from parley.export.ics import event, ics, left_out
from parley.export.rows import Row
from parley.model.encounter import ClaimStatus
from parley.model.reading import Reading
from tests.export.conftest import told
from tests.ledger.conftest import opened
from tests.ledger.told import Told

ALL = Choice(denied=True)
CLAIMS = st.builds(
    Told,
    status=st.sampled_from(get_args(ClaimStatus)),
    day=st.sampled_from(["2026-03-24", "2026-03-28", None]),
    source=st.sampled_from([None, "Astrid Holm", "Rui Faria"]),
)
STORIES = st.lists(CLAIMS, min_size=2, max_size=5)


def articles(story: list[Told]) -> list[Reading]:
    return [told(f"2026-03-{n:02}", what) for n, what in enumerate(story, 1)]


def shown(row: Row) -> tuple[Any, ...]:
    """What a reader of the calendar sees."""
    when = row["when"] or {}
    return row["status"], when.get("earliest"), when.get("latest"), (row["place"] or {}).get("name")


def uids(rows: list[Row]) -> list[tuple[str, int]]:
    found = icalendar.Calendar.from_ical("".join(ics(rows, ALL))).walk("VEVENT")
    return [(str(e["UID"]), int(e["SEQUENCE"])) for e in found]


@settings(max_examples=25, deadline=None)
@given(STORIES)
def test_as_time_goes_on_each_change_that_is_seen_raises_the_sequence(story: list[Told]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(str(Path(folder) / "l.db")) as ledger:
        ledger.add(articles(story))
        moments = [list(ledger.export("encounters", as_of=f"2026-03-{n:02}")) for n in range(1, len(story) + 1)]
    before: dict[str, Row] = {}
    for rows in moments:
        for row in rows:
            old = before.get(row["id"])
            if old and left_out(old, ALL) is None and left_out(row, ALL) is None:
                a, b = event(old, ALL), event(row, ALL)
                assert a["UID"] == b["UID"]
                assert b["SEQUENCE"] >= a["SEQUENCE"]
                assert shown(old) == shown(row) or b["SEQUENCE"] > a["SEQUENCE"]
            before[row["id"]] = row


@settings(max_examples=25, deadline=None)
@given(STORIES.flatmap(lambda s: st.tuples(st.just(s), st.permutations(range(len(s))))))
def test_in_any_order_of_arrival_the_calendar_is_the_same(drawn: tuple[list[Told], list[int]]) -> None:
    story, order = drawn
    made = articles(story)
    with tempfile.TemporaryDirectory() as folder:
        calendars = []
        for name, readings in (("a", made), ("b", [made[n] for n in order])):
            with opened(str(Path(folder) / f"{name}.db")) as ledger:
                for one in readings:
                    ledger.add([one])
                calendars.append(sorted(uids(list(ledger.export("encounters")))))
    assert calendars[0] == calendars[1]


def test_whatever_a_person_takes_away_or_undoes_the_sequence_rises(tmp_path: Path) -> None:
    with opened(str(tmp_path / "l.db")) as ledger:
        ledger.add(articles([Told("scheduled"), Told("postponed"), Told("cancelled", source="Rui Faria")]))
        seen = uids(list(ledger.export("encounters")))
        (name, _) = seen[0]
        encounter = name.partition("@")[0]
        signed = {"by": "Ada", "because": "the desk knows better"}
        made = ledger.override(encounter, "held", **signed)
        seen += uids(list(ledger.export("encounters")))
        ledger.undo(made.id, **signed)
        seen += uids(list(ledger.export("encounters")))
        ledger.reject(ledger.why(encounter)["history"][0]["claims"], **signed)
        seen += [u for u in uids(list(ledger.export("encounters"))) if u[0] == name]
    assert {u for u, _ in seen} == {name}
    numbers = [n for _, n in seen]
    assert numbers == sorted(set(numbers))
