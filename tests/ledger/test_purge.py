"""A purge takes words and moves nothing: links, statuses and ids stay, also when the projection is made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.keeping import Ledger
from parley.ledger import cache as k
from parley.ledger.purge import wordless
from parley.model.reading import Reading
from parley.model.span import Span
from tests.ledger.conftest import opened
from tests.ledger.test_projection import articles, table
from tests.ledger.told import Told, reading

SIGNED = {"by": "Ada", "because": "they asked"}
LINKS = (k.members, k.keys, k.days, k.copies)


def links(ledger: Ledger) -> list[object]:
    return [table(ledger, t) for t in LINKS]


def agenda(ledger: Ledger) -> list[tuple[object, ...]]:
    keys = ("id", "status", "since", "disputed", "independent_sources", "rule", "contradictions")
    return sorted(tuple(r[key] for key in keys) for r in ledger.status())


@settings(max_examples=10)
@given(articles, st.data())
def test_links_and_statuses_stay(
    tmp_path_factory: pytest.TempPathFactory, made: list[Reading], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(made)).document.source
    with opened(str(tmp_path_factory.mktemp("l") / "a.db")) as ledger:
        ledger.add(made)
        before = links(ledger), agenda(ledger)
        ledger.purge(gone, **SIGNED)
        assert (links(ledger), agenda(ledger)) == before
        ledger.rebuild()
        assert (links(ledger), agenda(ledger)) == before


def ranked(name: str, words: str, published: str) -> Reading:
    """An article that mentions its encounter in these words."""
    made = reading(Told("announced", day=None, place=None), name=name, published=published, extra=words + ".")
    start = made.document.text.index(words)
    (told,) = made.encounters
    return replace(
        made, encounters=(replace(told, mentions=(Span.of(made.document.text, start, start + len(words)),)),)
    )


def test_what_sets_an_encounter_apart_stays(ledger: Ledger) -> None:
    ledger.add([ranked("a1", "a second meeting", "2026-03-01"), ranked("a2", "a third meeting", "2026-03-02")])
    before = links(ledger)
    assert len(agenda(ledger)) == 2
    ledger.purge("a1", **SIGNED)
    ledger.rebuild()
    assert links(ledger) == before
    assert ledger.reading(next(ledger.documents())["id"])["encounters"][0]["mentions"][0]["text"] == "second"


def test_unnamed_sources_are_still_two() -> None:
    sources = [("An aide", False), ("a diplomat", False), ("an aide", False), ("Ann Berg", True)]
    chains = [[{"text": words, "start": 0, "end": 9, "named": named}] for words, named in sources]
    bare = wordless({"attributions": [{"chain": chain} for chain in chains]})
    told = [a["chain"][0]["text"] for a in bare["attributions"]]
    assert told == ["unnamed 1", "unnamed 2", "unnamed 1", "Ann Berg"]
