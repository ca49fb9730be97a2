"""The examples beside entries of the table of times hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import parley.lexicon
from parley.extract.times import find_times
from parley.lexicon.compile import parse
from parley.lexicon.store import table
from tests.handmade import document, flat

SOURCE = Path(parley.lexicon.__file__).parent / "languages/en/times.yaml"
RAW: dict[str, Any] = parse(SOURCE.read_text(encoding="utf-8"))


def examples(kind: str) -> list[tuple[str, str]]:
    """All example sentences of one kind with the entry that they stand beside."""
    return [(name, s) for name, entry in RAW.items() if isinstance(entry, dict) for s in entry.get(kind, [])]


@pytest.mark.parametrize(("entry", "sentence"), examples("yes"))
def test_yes_examples_tell_a_time(entry: str, sentence: str) -> None:
    assert find_times(flat(sentence), document(sentence, "2031-05-14")), entry


@pytest.mark.parametrize(("entry", "sentence"), examples("no"))
def test_no_examples_tell_none(entry: str, sentence: str) -> None:
    assert find_times(flat(sentence), document(sentence, "2031-05-14")) == (), entry


def test_the_compiled_table_holds_every_entry() -> None:
    assert set(table("languages/en/times")) == set(RAW)


@pytest.mark.parametrize("name", ["edges", "limits", "sets", "references", "parts_of_day", "clock_words", "units"])
def test_a_word_stands_under_one_key_only(name: str) -> None:
    rows = {k: v for k, v in RAW[name].items() if k not in {"yes", "no"}}
    flat = [w for row in rows.values() for w in row]
    assert len(flat) == len(set(flat)), sorted(w for w in set(flat) if flat.count(w) > 1)
