"""Holders of offices from dated news items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lexicon_tools.people import Row
from lexicon_tools.told import folded, told, uncovered

FORMS = {"Norway": "NOR", "Norwegian": "NOR"}


def items(folder: Path, *lines: tuple[str, str]) -> Path:
    path = folder / "items.jsonl"
    path.write_text("".join(json.dumps({"date": d, "text": t}) + "\n" for d, t in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Norwegian Foreign Minister Kari Eide resigns.",
            "Norway's foreign minister, Kari Eide, flies home.",
            "Kari Eide",
        ),
        (
            "Minister of Foreign Affairs of Norway Kari Eide left.",
            "Norwegian Foreign Minister Kari Eide, 60, is in Rome.",
            "Kari Eide",
        ),
        (
            "Former Norwegian Foreign Minister Kari Eide dies.",
            "Former Norwegian Foreign Minister Kari Eide is buried.",
            None,
        ),
        ("Norwegian President Kari Eide resigns.", "Norwegian President Kari Eide flies home.", None),  # before 2021
        ("Norwegian Foreign Minister Kari Eide resigns.", "Norwegian oil is dear.", None),  # one day only
    ],
)
def test_who_is_named_with_an_office_on_two_days_held_it(
    tmp_path: Path, first: str, second: str, expected: str | None
) -> None:
    found = told(items(tmp_path, ("2010-01-05", first), ("2010-03-09", second)), FORMS, set())
    rows = found.get("NOR", [])
    assert [r.name for r in rows] == ([expected] if expected else [])
    assert all(r.seen == "2010-01/2010-03" and r.title == "foreign minister" for r in rows)


def test_two_people_of_one_family_name_are_two_terms(tmp_path: Path) -> None:
    days = ("2003-01-01", "2003-02-01", "2015-01-01", "2015-02-01")
    names = ("Ola Berg", "Ola Berg", "Nina Berg", "Nina Berg")
    lines = [(d, f"Norwegian Foreign Minister {n} spoke.") for d, n in zip(days, names, strict=True)]
    assert [r.name for r in told(items(tmp_path, *lines), FORMS, set())["NOR"]] == ["Ola Berg", "Nina Berg"]


def test_texts_that_are_left_out_teach_nothing(tmp_path: Path) -> None:
    text = "Norwegian Foreign Minister Kari Eide resigns."
    path = items(tmp_path, ("2010-01-05", text), ("2010-03-09", text + " She goes."))
    assert told(path, FORMS, {folded(text)}) == {}


def test_known_terms_are_not_told_again() -> None:
    row = Row("Kari Eide", "Eide", "foreign minister", "ministers", seen="2010-01/2012-03")
    known = Row("Kari Eide", "Eide", "minister of foreign affairs", "ministers", since="2009-05-01", until="2012-06")
    assert uncovered([row], [known]) == []
    assert uncovered([row], []) == [row]
