"""Words of meeting, talks, calls and visits that are no encounter between states or their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

NONE = [
    # meeting
    "Shareholders will vote at the annual general meeting in June.",
    "The plant in Lima failed to meet the safety standards of Chile.",
    "The company met its targets in Peru and Chile.",
    "Peru and Chile meet again in the final on Sunday.",
    "The runner won the 800 metres at an athletics meeting in Oslo.",
    "The cabinet met on Tuesday to discuss the budget.",
    "The town council meeting in Riga lasted four hours.",
    "The president met survivors of the flood.",
    "The presidents of Peru and Chile have not met since January.",
    "Peru will meet its climate commitments by 2035.",
    # talks
    "The Peruvian airline is in takeover talks with two Chilean banks.",
    "She gave talks about her novel at several schools in Norway.",
    "The union broke off pay talks with the shipyard.",
    "Radio Lima broadcast a talk show on Sunday.",
    # calls
    "The union called for a general strike in Peru.",
    "Norway called on Chile to release the trawlers.",
    "The coroner heard recordings of emergency calls.",
    "The senator called the treaty a bad joke.",
    "Chile called an early election for June.",
    'Peruvian President Rosa Quintana calls Chilean President Pablo Herrera "less than honest".',
    "Kenya rejects Norway's calls to withdraw troops from Sudan.",
    'Peruvian President Rosa Quintana calls Chilean reporter Pablo Herrera, shot in May, as a "hero".',
    # visits
    "Thousands of tourists visit the island of Chiloe each summer.",
    "The mayor visited survivors in hospital.",
    "Peruvian President Rosa Quintana visited a school in Lima on Monday.",
    # summit
    "Two climbers from Chile reached the summit of the mountain on Tuesday.",
    # hosts, receives, sees, gathers
    "NATO welcomes seven new members.",
    "Peruvian President Rosa Quintana and Chilean President Pablo Herrera gathered evidence against the bank.",
    "Norway will host the winter games in 2034.",
    "The museum received two paintings from Peru.",
    "Chile received 200 tonnes of grain from Kenya.",
    # at home
    "The Peruvian cabinet and Peruvian lawmakers held talks in Lima.",
    # leaders of no region
    "Leaders met in Brussels.",
    "Church leaders met on Tuesday.",
    # nothing of the kind
    "Peru and Chile signed a fishing treaty in March.",
    "The price of copper fell in Santiago on Monday.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_encounter(engine: Engine, text: str) -> None:
    assert encounters(read(engine, text)) == []
