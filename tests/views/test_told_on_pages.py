"""What a reading says, in words for pages."""

from __future__ import annotations

import pytest

from parley.views import told

# The days, the words of the text, and what of them is worth showing beside the days.
WORDS = [
    (("2026-03-24", "2026-03-24"), "24 March", ""),
    (("2026-10-06", "2026-10-06"), "October 6", ""),
    (("2026-10-06", "2026-10-06"), "on October 6", ""),
    (("2026-03-09", "2026-03-15"), "last week", "last week"),
    (("2026-03-20", "2026-03-20"), "Friday", "Friday"),
    ((None, None), "in the coming days", ""),
]


@pytest.mark.parametrize(("days", "text", "shown"), WORDS)
def test_words_that_the_day_says_already_are_not_repeated(
    days: tuple[str | None, str | None], text: str, shown: str
) -> None:
    when = {"text": text, "earliest": days[0], "latest": days[1]}
    assert told.own_words({"when": when}) == shown


def test_nothing_is_said_of_no_day() -> None:
    assert told.own_words({"when": None}) == ""


def test_the_capitals_of_a_dateline_are_no_name() -> None:
    assert told.place({"place": {"name": "LISBON"}, "parties": []}) == "Lisbon"
    assert told.place({"place": {"name": "Ghana"}, "parties": [{"name": "Ghana"}]}) == ""


def test_who_says_so_runs_outwards() -> None:
    chain = [
        {"text": "An official", "actor": None, "kind": "speaker", "named": False},
        {"text": "Northline", "actor": None, "kind": "outlet", "named": True},
    ]
    assert told.who({"chain": chain}, {}) == "an official → Northline"
    assert told.who({"chain": []}, {}) == "a source that the article does not name"
    assert told.who(None, {}) == "the article"
