"""Superdesk's events, ninjs news items and PLOVER rows."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest

from parley.export.choice import Choice
from parley.export.field import FIELD
from parley.export.rows import Row
from tests.export.conftest import Rows, stands, story
from tests.export.ninjs_schema import NINJS

# Fields of Superdesk Planning's events schema that are used here, and the one that is Parley's own.
SUPERDESK = {
    *("guid", "type", "version", "versioncreated", "firstcreated", "language", "name", "slugline", "definition_short"),
    *("definition_long", "dates", "_time_to_be_confirmed", "state", "pubstatus", "completed", "participant", "links"),
    *("ednote", "occur_status", "state_reason", "location", "parley"),
}


def items(form: str, rows: list[Row]) -> list[Row]:
    return [json.loads(line) for line in "".join(FIELD[form].write(rows, Choice())).splitlines()]


def events(rows: list[Row]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(FIELD["plover"].write(rows, Choice())))))


@pytest.mark.parametrize(
    ("status", "state", "qcode"),
    [
        ("proposed", "draft", "eocstat:eos1"),
        ("announced", "scheduled", "eocstat:eos4"),
        ("scheduled", "scheduled", "eocstat:eos5"),
        ("under_way", "scheduled", "eocstat:eos5"),
        ("held", "scheduled", "eocstat:eos5"),
        ("on_hold", "postponed", "eocstat:eos2"),
        ("postponed", "postponed", "eocstat:eos2"),
        ("cancelled", "cancelled", "eocstat:eos6"),
        ("refused", "draft", "eocstat:eos2"),
    ],
)
def test_superdesk_status(rows: Rows, status: Any, state: str, qcode: str) -> None:
    made = rows(stands(status))
    (event,) = items("superdesk", made)
    assert (event["state"], event["occur_status"]["qcode"]) == (state, qcode)
    assert event["completed"] == (status == "held")
    assert event["parley"]["status"] == made[0]["status"]
    assert ("state_reason" in event) == (state in {"postponed", "cancelled"})


def test_superdesk_fields_and_days(rows: Rows) -> None:
    (event,) = items("superdesk", rows(story()))
    assert set(event) <= SUPERDESK
    assert event["guid"].startswith("urn:parley:encounter:")
    assert event["dates"] == {
        "start": "2026-03-28T00:00:00+0000",
        "end": "2026-03-28T23:59:59+0000",
        "tz": "UTC",
        "all_day": True,
        "no_end_time": False,
    }
    assert "is cancelled, Rui Faria said" in event["definition_long"]
    assert "is cancelled, Rui Faria said" in event["ednote"]


def test_superdesk_leaves_out_what_has_no_day(rows: Rows) -> None:
    assert items("superdesk", rows(stands("announced", day=None))) == []


def test_ninjs_items_keep_the_published_rules(rows: Rows) -> None:
    made = items("ninjs", rows(story()))
    assert len(made) == len(story())
    for item in made:
        jsonschema.Draft202012Validator(NINJS).validate(item)
        (told,) = item["associations"]
        roles = {d["role"]: d["value"] for d in told["descriptions"]}
        assert roles["parley:status"] == "cancelled"
        assert json.loads(roles["parley:lossless"])["status"] == "cancelled"
        assert item["events"][0]["uri"] == told["uri"]
    assert [i["versioncreated"][:10] for i in made] == ["2026-03-01", "2026-03-03", "2026-03-05", "2026-03-10"]


def test_an_article_tells_its_own_words_only(rows: Rows) -> None:
    (first, *_) = items("ninjs", rows(story()))
    words = [d["value"] for d in first["associations"][0]["descriptions"] if d["role"] == "parley:evidence"]
    assert words == ["The meeting of Norway and Portugal in Bergen on None is announced, Astrid Holm said."]


@pytest.mark.parametrize(
    ("told", "kind", "mode", "factuality"),
    [
        (("proposed",), "REQUEST", "meet", "PS+"),
        (("scheduled",), "AGREE", "meet", "PR+"),
        (("held",), "CONSULT", "", "CT+"),
        (("cancelled",), "REJECT", "meet", "CT-"),
        (("refused",), "REJECT", "meet", "PR-"),
        (("on_hold",), "", "", "PS+"),
        (("postponed",), "", "", "PS+"),
    ],
)
def test_plover_events(rows: Rows, told: Any, kind: str, mode: str, factuality: str) -> None:
    (event,) = events(rows(stands(*told, place="Norway")))
    assert (event["event_type"], event["event_mode"], event["factuality"]) == (kind, mode, factuality)


@pytest.mark.parametrize(
    ("kind", "parties", "mode"),
    [
        ("call", ("Norway", "Portugal"), "phone"),
        ("visit", ("Norway", "Portugal"), "visit"),
        ("summit", ("Norway", "Portugal", "Chile"), "multilateral"),
    ],
)
def test_plover_modes(rows: Rows, kind: Any, parties: tuple[str, ...], mode: str) -> None:
    (event,) = events(rows(stands("held", kind=kind, parties=parties)))
    assert event["event_mode"] == mode


def test_a_story_is_several_events_to_plover_the_last_is_current(rows: Rows) -> None:
    made = events(rows(story()))
    assert [e["occurrence_status"] for e in made] == ["announced", "scheduled", "cancelled"]
    assert [e["event_type"] for e in made] == ["AGREE", "AGREE", "REJECT"]
    assert [e["is_current"] for e in made] == ["false", "false", "true"]
    assert made[-1]["source_chain"] == "Rui Faria ← Post 2026-03-10"
    assert made[-1]["actor_code"] == "NOR; PRT"
    assert {e["parley_status"] for e in made} == {"cancelled"}


def test_no_cell_is_a_formula(rows: Rows) -> None:
    (row,) = rows(stands("scheduled"))
    row["parties"][0]["name"] = "=1+1"
    assert events([row])[0]["actor"].startswith("'=")
