"""Clutter: what pages put into articles is marked, and what looks like it is not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley.lexicon
from parley.ingest.clean import clean
from parley.ingest.clutter import find_clutter, without_clutter
from parley.lexicon.compile import parse
from parley.model.document import Document

TABLE = Path(parley.lexicon.__file__).parent / "languages/en/clutter.yaml"
GROUPS: list[dict[str, Any]] = parse(TABLE.read_text(encoding="utf-8"))["groups"]


def _cases(key: str) -> list[Any]:
    return [pytest.param(text, id=f"{g['name']}: {text[:30]}") for g in GROUPS for text in g.get(key, [])]


@pytest.mark.parametrize("marked", _cases("yes"))
def test_clutter_is_marked(marked: str) -> None:
    before, _, rest = marked.partition("[[")
    inside = rest[: rest.rindex("]]")]
    spans = find_clutter(before + inside)
    assert [s.text for s in spans] == [inside]


@pytest.mark.parametrize("text", _cases("no"))
def test_words_of_a_report_are_not(text: str) -> None:
    assert find_clutter(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By Jane Roe and John Doe, Northline",
        "BY ANA LUME IN OSLO",
        "Published: 3 May 2031",
        "The Quay Gazette, 10 June 2031",
    ],
)
def test_bylines_and_lines_of_a_date_are_clutter(line: str) -> None:
    assert [s.text for s in find_clutter(f"Envoys meet\n\n{line}\n\nThe envoys met.")] == [line]


@pytest.mark.parametrize("line", ["By Monday the envoys had left.", "By Friday", "By now the Foreign Ministry knew"])
def test_sentences_that_begin_with_by_are_not(line: str) -> None:
    assert find_clutter(line) == ()


def test_a_long_paragraph_loses_only_its_credit() -> None:
    body = "The envoys met again in the old customs house by the quay. " * 6
    spans = find_clutter(body + "Photo: Jane Roe")
    assert [s.text for s in spans] == ["Photo: Jane Roe"]


SCRAPS = st.sampled_from(
    [
        "The envoys met.",
        "Show more",
        " ",
        "\n",
        "\n\n",
        "Photo: Jane Roe",
        "“No.”",
        "(AP Photo/J)",
        "Ü",
        "Read also: x",
        "By Jane Roe",
        "3 May 2031",
    ]
)


@given(st.lists(SCRAPS | st.text(max_size=20), max_size=12).map("".join))
def test_spans_are_exact_words_in_order(text: str) -> None:
    cleaned = clean(text)
    spans = find_clutter(cleaned)
    assert all(cleaned[s.start : s.end] == s.text for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    document = Document("id", "source", cleaned, clutter=spans)
    assert len(without_clutter(document)) == len(cleaned)


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
