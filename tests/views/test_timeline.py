"""Timelines: pictures whose text is text, well formed whatever is in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parley.cli.main import main
from parley.views import timeline
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading

SVG = "{http://www.w3.org/2000/svg}"


def step(day: str, status: str, **more: Any) -> dict[str, Any]:
    base = {"at": f"{day}T00:00:00Z", "status": status, "of": "status", "document": "a", "rule": "r", "claims": []}
    return {**base, "on_whose_word": ["Astrid Holm"], "words": [f"it is {status}"], **more}


def row(*history: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {
        "id": "e1", "kind": "meeting", "place": {"name": "Bergen"}, "when": None, "since": "2026-03-01",
        "status": "scheduled", "disputed": False, "unconfirmed": False, "history": list(history),
        "parties": [{"name": "Norway"}, {"name": "Chile"}],
        "appearances": [{"document": "a", "url": "https://news.example/a?b=1&c=2"}],
    }  # fmt: skip
    return {**base, **more}


def day(iso: str) -> dict[str, str]:
    return {"earliest": iso, "latest": iso, "text": iso}


def words(svg: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(svg).iter(f"{SVG}text")]


STORY = row(
    step("2026-03-01", "announced"),
    step("2026-03-02", "announced", of="time", before=None, after=day("2026-03-24")),
    step("2026-03-15", "cancelled"),
)


def test_every_change_tells_its_day_what_it_was_and_on_whose_word() -> None:
    told = words(timeline.of_encounter(STORY))
    for expected in (
        "1 Mar 2026", "announced", "on the word of Astrid Holm", "“it is announced”", "time: 24 Mar 2026",
        "13 days later", "cancelled",
    ):  # fmt: skip
        assert expected in told
    assert told.index("announced") < told.index("time: 24 Mar 2026") < told.index("cancelled")


def test_it_has_a_title_a_description_and_links_to_the_reports() -> None:
    tree = ET.fromstring(timeline.of_encounter(STORY))
    assert tree.findtext(f"{SVG}title") == "Timeline of Meeting: Norway · Chile"
    assert "15 Mar 2026: cancelled" in (tree.findtext(f"{SVG}desc") or "")
    assert {a.get("href") for a in tree.iter(f"{SVG}a")} == {"https://news.example/a?b=1&c=2"}


def test_inside_a_page_it_brings_no_style() -> None:
    assert "<style" in timeline.of_encounter(STORY)
    inside = timeline.of_encounter(STORY, inside=True)
    assert "<style" not in inside
    assert not re.search(r"\son\w+=|style=|<script", inside)


def test_the_encounters_of_an_actor_stand_in_the_order_of_their_days_around_today() -> None:
    rows = [
        row(id="later", when=day("2026-05-02"), place=None, kind="call"),
        row(id="open", status="announced"),
        row(id="told", status="held", since="2026-02-01"),
        row(id="early", when=day("2026-01-05"), kind="visit"),
    ]
    told = words(timeline.of_actor("Norway", rows, date(2026, 4, 1), base="/encounters/"))
    shown = ["5 Jan 2026", "told 1 Feb 2026", "— today, 1 Apr 2026 —", "2 May 2026", "no day told"]
    assert [w for w in told if w in shown] == shown
    assert 'href="/encounters/early"' in timeline.of_actor("Norway", rows, base="/encounters/")
    assert "<a " not in timeline.of_actor("Norway", rows)


def test_it_says_how_many_it_does_not_draw() -> None:
    many = [row(id=str(n), when=day("2026-01-05")) for n in range(70)]
    assert "70 encounters, the latest 60 are shown" in words(timeline.of_actor("Norway", many))


def test_nothing_known_is_said() -> None:
    assert "Nothing is known." in words(timeline.of_actor("Nobody", []))


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "]]>\x00\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}abc", "x" * 500, "\ud800"]
)
def test_hostile_text_is_shown_harmlessly(hostile: str) -> None:
    made = row(step("2026-03-01", "held", words=[hostile], on_whose_word=[hostile]), parties=[{"name": hostile}])
    made["appearances"][0]["url"] = "javascript:alert(1)"
    svg = timeline.of_encounter(made)
    assert max(map(len, words(svg))) <= 66
    assert "<script" not in svg
    assert "javascript:" not in svg
    svg.encode()


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where, file = str(tmp_path / "l.db"), tmp_path / "x.svg"
    with opened(where) as ledger:
        ledger.add([reading(Told())])
        (found,) = ledger.status()
    for what in ([found["id"]], ["--actor", "Norway"]):
        with pytest.raises(SystemExit) as end:
            main(["timeline", *what, "--ledger", where, "-o", str(file)])
        assert end.value.code == 0
        assert ET.parse(file).getroot().tag == f"{SVG}svg"
    with pytest.raises(SystemExit) as end:
        main(["timeline", "--ledger", where])
    assert end.value.code == 2
    assert "one encounter or one actor" in capsys.readouterr().err
