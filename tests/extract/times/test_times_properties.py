"""What holds for any text: spans lie in it, intervals run forwards, nothing is raised."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.extract.times import find_times, resolve_for
from parley.extract.times.words import words
from tests.handmade import document, flat

PIECES = st.sampled_from(
    [
        *words().edges, *words().limits, *words().shift, *words().narrative, *words().units, *words().numbers,
        *words().references, *words().seasons, *words().parts, *words().deictic,
        "Monday", "Thursday", "May", "March", "29 February", "31 June", "14", "30th", "2019", "9999", "0001", "of",
        "the", "to", "and", "-", ",", ".", "\n", "ago", "later", "before", "after", "10 a.m.", "25:61", "(31/12)",
        "decades ago", "9999 years ago", "9999 centuries later", "will", "met", "the 31st", "from", "between",
    ]
)  # fmt: skip
PUBLISHED = st.one_of(
    st.none(), st.dates().map(date.isoformat), st.just("9999-12-31"), st.just("0001-01-01"), st.text(max_size=12)
)


def check(text: str, published: str | None) -> None:
    last = 0
    for time in find_times(flat(text), document(text, published)):
        assert last <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest is not None and time.latest is not None:
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)
        for tense in ("past", "future", None):
            again = resolve_for(time, tense, published)
            assert (again.start, again.end, again.text) == (time.start, time.end, time.text)
        last = time.end


@given(st.lists(PIECES, max_size=14).map(" ".join), PUBLISHED)
@settings(max_examples=400, deadline=None)
def test_any_words_of_time(text: str, published: str | None) -> None:
    check(text, published)


@given(st.text(max_size=200), PUBLISHED)
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, published: str | None) -> None:
    check(text, published)


def test_a_long_text_takes_seconds_not_minutes() -> None:
    text = "They met on Monday, two weeks after the vote, and will meet again early next month. " * 3000
    found = find_times(flat(text), document(text, "2031-05-14"))
    assert len(found) == 9000
