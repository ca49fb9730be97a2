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
    (f"President Rosa Quintana said {OFF}.", ["President Rosa Quintana"]),
    (f"Quintana told reporters that {OFF}.", ["Quintana"]),
    (f"{OFF.capitalize()}, said Quintana.", ["Quintana"]),
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
    ("“The summit is off,” Quintana said.", ["Quintana"]),
    ("“The summit is off,” Quintana said. “We are sorry.”", ["Quintana", "Quintana"]),
    # who passes it on
    (f"The Harbour Post quoted Quintana as saying {OFF}.", ["Quintana < The Harbour Post"]),
    (
        f"Northline reported, citing a person familiar with the matter, that {OFF}.",
        ["a person familiar with the matter < Northline"],
    ),
    (
        f"{OFF.capitalize()}, the news agency Northline reported on Tuesday, citing two people.",
        ["two people < the news agency Northline"],
    ),
    (f"Quintana said that Herrera had told her that {OFF}.", ["Quintana", "Herrera"]),
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
        ("Quintana said that the summit between Peru and Chile had been cancelled.", ["Quintana"]),
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
