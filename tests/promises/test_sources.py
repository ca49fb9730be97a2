"""On whose word: the chain of sources of each attribution, nearest first, and which of them a claim stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import chain, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

OFF = "the summit between Peru and Chile was off"
CHAINS = [
    # where the source stands
    (f"President Ana Lume said {OFF}.", ["President Ana Lume"]),
    (f"Lume told reporters that {OFF}.", ["Lume"]),
    (f"{OFF.capitalize()}, said Lume.", ["Lume"]),
    ("The summit between Peru and Chile is off, as a spokesman explained.", ["a spokesman"]),
    (f"According to a diplomat, {OFF}.", ["a diplomat"]),
    ("The summit between Peru and Chile is off, according to two officials.", ["two officials"]),
    ("In a statement, the Kenyan foreign ministry said that the talks would resume.", ["the Kenyan foreign ministry"]),
    ("A spokeswoman for the ministry denied that a meeting was planned.", ["A spokeswoman for the ministry"]),
    (
        "The Peruvian foreign ministry confirmed that the ministers would meet on Friday.",
        ["The Peruvian foreign ministry"],
    ),
    ("Peru called for an end to the blockade.", ["Peru"]),
    # quotations
    ("“The summit is off,” Lume said.", ["Lume"]),
    ("“The summit is off,” Lume said. “We are sorry.”", ["Lume", "Lume"]),
    # who passes it on
    (f"The Harbour Post quoted Lume as saying {OFF}.", ["Lume < The Harbour Post"]),
    (
        f"Northline reported, citing a person familiar with the matter, that {OFF}.",
        ["a person familiar with the matter < Northline"],
    ),
    (
        f"{OFF.capitalize()}, the news agency Northline reported on Tuesday, citing two people.",
        ["two people < the news agency Northline"],
    ),
    (f"Lume said that Sand had told her that {OFF}.", ["Lume", "Sand"]),
    # hidden, or none
    (f"It was later said that {OFF}.", ["?"]),
    ("The envoys met in Oslo on Monday. They left on Tuesday.", []),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_chain_of_sources(engine: Engine, text: str, chains: list[str]) -> None:
    assert [chain(x) for x in read(engine, text).attributions] == chains


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The summit between Peru and Chile has been cancelled.", [None]),
        ("Lume said that the summit between Peru and Chile had been cancelled.", ["Lume"]),
        (
            "The summit between Peru and Chile has been cancelled. A spokesman said that the summit was only on hold.",
            [None, "A spokesman"],
        ),
    ],
)
def test_on_whose_word_a_claim_stands(engine: Engine, text: str, sources: list[str | None]) -> None:
    reading = read(engine, text)
    (encounter,) = reading.encounters
    by_id = {x.id: x for x in reading.attributions}
    assert [by_id[c.attribution].chain[0].text if c.attribution else None for c in encounter.claims] == sources
