"""No question breaks a ledger: it is answered, or refused in words (``OptionError``, ``UnknownError``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.errors import OptionError, UnknownError
from parley.keeping import Ledger
from tests.ledger.conftest import New, opened
from tests.ledger.told import Told, reading, with_position

MANY = settings(max_examples=80, suppress_health_check=list(HealthCheck))
WORDS = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["\0", "\ud800", '"', "NOR", "Norway", "%", "_", "*", "a OR b", "NEAR(a b)", "{x}:y", "-x", "^a", "Ⅷ²", "'; --"]
)
NUMBERS = st.integers() | st.sampled_from([0, -1, 2**31, 2**63, 2**64, 10**400])
DATES = (
    st.dates().map(str)
    | st.datetimes(timezones=st.timezones() | st.none()).map(str)
    | st.sampled_from(["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00", "2026-W01-1", "20260101", "2026-02-30"])
    | WORDS
)
CURSORS = WORDS | st.sampled_from(
    [
        "/",
        "2026-03-01/",
        "2026-03-01T00:00:00Z/0123456789abcdef",
        "/0123456789abcdef",
        "２０２６-03-01/0123456789abcdef",
    ]
)
MOMENTS = {"as_of": DATES, "recorded_by": DATES}
WANTED = {
    **MOMENTS,
    "actor": WORDS,
    "place": WORDS,
    "first": DATES,
    "last": DATES,
    "statuses": st.lists(WORDS, max_size=3).map(tuple),
    "kinds": st.lists(WORDS, max_size=3).map(tuple),
    "disputed": st.booleans(),
    "unconfirmed": st.booleans(),
    "order": st.sampled_from(["news", "day"]) | WORDS,
    "after": CURSORS,
    "limit": NUMBERS,
}
Asked = st.fixed_dictionaries({}, optional=WANTED)


@pytest.fixture
def told(new_place: New) -> Iterator[Ledger]:
    with opened(new_place()) as ledger:
        ledger.add(
            [
                reading(Told(source="Ingrid Solheim")),
                with_position(reading(Told("no_plans", source="Rui Costa", stance="denies"), name="a2"), "fish"),
            ]
        )
        yield ledger


def answered(ask: Callable[[], Any]) -> None:
    """Ask, and be content with rows or with a refusal that says what to do."""
    said = None
    try:
        found = ask()
        list(found) if isinstance(found, Iterator) else found
    except (OptionError, UnknownError) as refused:
        said = refused
    assert said is None or (said.hint and str(said).encode())


@MANY
@given(text=st.none() | WORDS, wanted=Asked)
def test_any_filter_is_answered_or_refused(told: Ledger, text: str | None, wanted: dict[str, Any]) -> None:
    answered(lambda: told.find(text, **wanted))
    answered(lambda: told.contradictions(text, **wanted))


@MANY
@given(
    name=WORDS,
    moments=st.fixed_dictionaries({}, optional=MOMENTS),
    page=st.fixed_dictionaries({}, optional={"limit": NUMBERS}),
)
def test_any_list_is_told_or_refused(told: Ledger, name: str, moments: dict[str, Any], page: dict[str, Any]) -> None:
    answered(lambda: told.actors(name, **moments))
    answered(lambda: told.search(name, **moments, **page))
    answered(lambda: told.positions(actor=name, issue=name, **moments, **page))
    answered(lambda: told.documents(after=name, **moments, **page))


@MANY
@given(name=WORDS, moments=st.fixed_dictionaries({}, optional=MOMENTS), since=DATES, until=DATES)
def test_any_name_and_moment_is_known_or_refused(
    told: Ledger, name: str, moments: dict[str, Any], since: str, until: str
) -> None:
    for ask in (told.why, told.document):
        answered(lambda ask=ask: ask(name, **moments))  # type: ignore[misc]
    answered(lambda: told.reading(name))
    answered(lambda: told.diff(since, until))


@MANY
@given(names=st.lists(WORDS, max_size=3), word=WORDS, by=WORDS, because=WORDS)
def test_any_decision_about_nothing_is_refused(
    told: Ledger, names: list[str], word: str, by: str, because: str
) -> None:
    signed = {"by": by, "because": because}
    answered(lambda: told.merge(names, **signed))
    answered(lambda: told.split(word, names, **signed))
    answered(lambda: told.override(word, word, **signed))
    answered(lambda: told.reject(names, **signed))
    answered(lambda: told.reject([], **signed))
    answered(lambda: told.confirm(names, **signed))
    answered(lambda: told.undo(word, **signed))
