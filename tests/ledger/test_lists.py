"""Lists to leaf through: contradictions, actors, documents, texts found; and questions that are none."""

from __future__ import annotations

from typing import Any

import pytest

from parley.errors import OptionError, UnknownError
from parley.keeping import Ledger
from parley.ledger.searching import excerpt
from tests.ledger.conftest import New, opened
from tests.ledger.told import Told, reading


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    ledger.add(
        [
            reading(Told(source="Ingrid Solheim"), extra="Fish from Ålesund."),
            reading(
                Told("no_plans", source="Rui Costa", stance="denies"),
                name="a2",
                published="2026-03-05",
                outlet="The Herald",
            ),
            reading(Told("held", ("Peru", "Chile"), "2026-02-20", "call", None), name="a3", published="2026-03-06"),
        ]
    )
    return ledger


def test_contradictions_are_told_by_encounter_with_the_words_of_both_sides(two: Ledger) -> None:
    (found,) = two.contradictions()
    assert (found["over"], [s["origin"] for s in found["sides"]]) == ("existence", ["Ingrid Solheim", "Rui Costa"])
    assert found["explanation"]
    assert list(two.contradictions(after=found["cursor"])) == []
    assert list(two.contradictions(as_of="2026-03-02")) == []


def test_actors_are_counted_by_their_encounters(two: Ledger) -> None:
    assert [(a["name"], a["encounters"]) for a in two.actors("peru")] == [("Peru", 1)]
    assert {a["name"] for a in two.actors()} == {"Norway", "Portugal", "Peru", "Chile"}
    assert list(two.actors(recorded_by="2020-01-01")) == []


def test_texts_are_found_with_the_words_that_stand_there(two: Ledger) -> None:
    (found,) = two.search("alesund")
    assert (found["source"], "Ålesund" in found["excerpt"]["text"]) == ("a1", True)
    whole = two.reading(found["id"])["document"]["text"]
    assert whole[found["excerpt"]["start"] : found["excerpt"]["end"]] == found["excerpt"]["text"]
    assert list(two.search("alesund", as_of="2026-02-01")) == list(two.search("\0")) == []


def test_pages_of_documents_join(two: Ledger) -> None:
    first, *rest = two.documents()
    assert [d["source"] for d in two.documents(after=first["id"])] == [d["source"] for d in rest]
    assert two.document(first["id"]) == first
    with pytest.raises(UnknownError, match="by then"):
        two.document(rest[0]["id"], as_of="2026-03-02")


def test_an_excerpt_never_leaves_the_text() -> None:
    assert excerpt("", ["x"]) is None
    assert excerpt("a" * 500, ["a"]).text == "a" * 120  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("wanted", "option"),
    [
        ({"first": "yesterday"}, "--from"),
        ({"last": "2026-13-01"}, "--to"),
        ({"as_of": "99999-01-01"}, "--as-of"),
        ({"after": "nowhere"}, "--after"),
        ({"after": "2026-03-01/0123456789abcdef"}, "--after"),
        ({"order": "size"}, "--order"),
        ({"limit": 0}, "--limit"),
        ({"limit": 10**30}, "--limit"),
    ],
)
def test_questions_that_are_none_are_refused_in_words(two: Ledger, wanted: dict[str, Any], option: str) -> None:
    with pytest.raises(OptionError) as told:
        list(two.find(**wanted))
    assert told.value.where == option
    assert told.value.hint


@pytest.mark.parametrize("words", ["\0", "\ud800", "a\0b", '"', "*", "NEAR(", "x" * 100_000])
def test_no_words_break_the_question(two: Ledger, words: str) -> None:
    assert list(two.find(words)) == list(two.find(actor=words, place=words)) == []
    assert list(two.positions(actor=words, issue=words)) == list(two.actors(words + "x")) == []


@pytest.mark.parametrize("name", ["\0", "\ud800", "no such", "", "e" * 10_000])
def test_ids_that_are_none_are_unknown(two: Ledger, name: str) -> None:
    for ask in (two.why, two.reading, two.document):
        with pytest.raises((UnknownError, OptionError)):
            ask(name)


def test_the_edition_changes_with_what_is_recorded_and_judged(new_place: New) -> None:
    with opened(new_place()) as ledger:
        marks = [ledger.edition()]
        ledger.add([reading(Told())])
        marks.append(ledger.edition())
        assert ledger.edition() == marks[-1]
        ledger.override(next(iter(ledger.status()))["id"], "held", by="A", because="b")
        marks.append(ledger.edition())
    assert len({mark for mark, _ in marks}) == 3
    assert [at for _, at in marks] == sorted(at for _, at in marks)
