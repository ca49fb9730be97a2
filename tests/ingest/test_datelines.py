"""The tables of datelines and names of months and zones, by their own examples; dates as sources write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import parley.lexicon
from parley.errors import OptionError
from parley.ingest import dates
from parley.ingest.heads import told_by
from parley.lexicon.compile import parse

TABLE = Path(parley.lexicon.__file__).parent / "languages/en/datelines.yaml"
ROWS: dict[str, Any] = parse(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS["yes"], ids=[r["line"] for r in ROWS["yes"]])
def test_lines_that_tell_a_date(row: dict[str, str]) -> None:
    told = told_by(row["line"])
    assert told is not None
    assert (told.date, told.outlet) == (row["date"], row.get("outlet"))


@pytest.mark.parametrize("line", ROWS["no"])
def test_lines_that_tell_none(line: str) -> None:
    told = told_by(line)
    assert told is None or told.date is None


WRITTEN = {
    "2031-06-10": "2031-06-10",
    "20310610": "2031-06-10",
    "2031-06-10T08:00Z": "2031-06-10T08:00:00+00:00",
    "2031-06-10 08:00:00.000 +0100": "2031-06-10T08:00:00+01:00",
    "20310610T080000Z": "2031-06-10T08:00:00+00:00",
    "Tue, 10 Jun 2031 08:00:00 GMT": "2031-06-10T08:00:00+00:00",
    "10 June 2031": "2031-06-10",
    "Tuesday, June 10, 2031": "2031-06-10",
    "10.06.2031": "2031-06-10",
    "25/06/2031": "2031-06-25",
    "06/25/2031": "2031-06-25",
    "1938758400": "2031-06-09T08:00:00+00:00",
    "1938758400000": "2031-06-09T08:00:00+00:00",
    "03/04/2031": None,
    "13/13/2031": None,
    "2031-06": None,
    "2031": None,
    "12345": None,
    "0001-01-01T00:00:00": None,
    "2031-02-30": None,
    "2031-06-10T25:00": None,
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize(("words", "iso"), WRITTEN.items())
def test_dates_that_say_one_day_for_certain_and_others(words: str, iso: str | None) -> None:
    assert dates.written(words) == iso


@pytest.mark.parametrize("words", [w for w, iso in WRITTEN.items() if iso is None])
def test_the_option_takes_no_date_that_fields_do_not(words: str) -> None:
    with pytest.raises(OptionError, match="write 2026-03-14 or"):
        dates.given(words)
