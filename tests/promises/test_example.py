"""The article of the README: what a careful reader takes from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley import api
from parley.model.encounter import Encounter
from parley.model.reading import Reading
from tests.promises.shorthand import chain, summary

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The reading of the example."""
    return api.read(Path(__file__).parents[2] / "examples" / "bergen-summit.txt")


@pytest.fixture(scope="module")
def summit(reading: Reading) -> Encounter:
    """The summit that it is about."""
    return next(e for e in reading.encounters if e.kind == "summit")


def test_who_met_or_is_to_meet(reading: Reading) -> None:
    assert {
        "Solheim + Vasconcelos cancelled in Bergen 2026-03-24",
        "Solheim + Vasconcelos held 2026-03-03",
        "Aasen + Falcão held in Lisbon 2026-03-09..2026-03-15",
        "Aasen + Falcão proposed 2026-03-20",
    } <= {summary(e) for e in reading.encounters}


def test_on_whose_word(reading: Reading, summit: Encounter) -> None:
    sources = {x.id: chain(x) for x in reading.attributions}
    told = {(c.status, sources[c.attribution]) for c in summit.claims if c.attribution}
    assert told == {
        ("cancelled", "two people with knowledge of the preparations < the news agency Northline"),
        ("scheduled", "Solheim"),
        ("on_hold", "Lídia Moura"),
        ("no_plans", "he"),
    }
    assert "Jonas Brekke" in {a.name for a in reading.actors if any(m.text == "he" for m in a.mentions)}


def test_where_the_sources_differ(reading: Reading, summit: Encounter) -> None:
    assert summit.disputed
    assert {c.over for c in reading.contradictions if c.about == summit.id} == {"status", "existence"}


def test_what_each_side_wants(reading: Reading) -> None:
    names = {a.id: a.name for a in reading.actors}
    assert ("Norway", "demand") in {(names[p.actor], p.stance) for p in reading.positions}
