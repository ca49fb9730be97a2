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


SAID = {
    # A relative clause between commas ends at its comma.
    "Ines Varga, who said the talks were over, left for Lisbon.": ["Ines Varga: the talks were over"],
    "The ministry, which said the visit was private, gave no details.": ["The ministry: the visit was private"],
    # Nested sayings are told both, the inner one within the outer.
    "The envoy told reporters that the premier had said the talks would resume.": [
        "The envoy: the premier had said the talks would resume",
        "the premier < The envoy: the talks would resume",
    ],
    # The same speaker goes on.
    "Norway rejected the offer, saying the price was too low but adding that it remained ready.": [
        "Norway: the price was too low",
        "Norway: it remained ready",
    ],
    # "The door", as somebody put it, "is open".
    '"The door," as the envoy put it, "is open."': ["the envoy: The door … is open."],
    "By the palace's account, nobody had been invited.": ["the palace: nobody had been invited"],
    "The bridge is shut, affirmed Sunday an authorised source at the palace.": [
        "an authorised source at the palace: The bridge is shut"
    ],
    "The bridge will open in June, the mayor announced this Tuesday from the harbour.": [
        "the mayor: The bridge will open in June"
    ],
    # An act that is only named was not done here.
    "The critics blame him for encouraging farmers to burn the woods.": [
        "The critics: him for encouraging farmers to burn the woods"
    ],
    # A that-clause that belongs to the object.
    "The union maintains its request that the decree be dropped.": [],
    # Transcripts.
    "QUESTION: Is a date set?\nMINISTER VARGA: We have agreed on June.": [
        "QUESTION: Is a date set?",
        "MINISTER VARGA: We have agreed on June.",
    ],
    "Minister of Ports: Ines Varga": [],
    # A quotation that runs over paragraphs.
    '"We shall wait," Ines Varga said.\n"The house is cold, and nobody has lit the stove.\n'
    '"But we shall wait until somebody does."': [
        "Ines Varga: We shall wait",
        "Ines Varga: The house is cold, and nobody has lit the stove.",
        "Ines Varga: But we shall wait until somebody does.",
    ],
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID.keys())
def test_who_says_what(engine: Engine, text: str, expected: list[str]) -> None:
    found = read(engine, text).attributions
    outer = {x.id: x for x in found}
    told = []
    for x in found:
        around = f" < {chain(outer[x.within])}" if x.within else ""
        told.append(f"{chain(x)}{around}: {' … '.join(c.text for c in x.content)}")
    assert told == expected
