"""Encounters whose sentence names nobody: of which two they are, and where that stays open.

Read by the shipped engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

TWO_MINISTERS = "Foreign Ministers Ana Duval of Portugal and Lars Eide of Norway traded barbs on Monday. "
TWO_LEADERS = "President Ana Duval of Portugal and President Lars Eide of Norway have quarrelled for a month. "
TWO_STATES = "Norway and Portugal are at odds over cod. Norway turned a boat back, Portugal said on Monday. "

TELLS = [
    # whoever is of another rank or another ministry is not one of those named
    (TWO_MINISTERS + "The deputy ministers had met last week in Bergen.", "Norway + Portugal held in Bergen"),
    (TWO_MINISTERS + "The defence ministers met last week in Bergen.", "Norway + Portugal held in Bergen"),
    (TWO_MINISTERS + "The ministers met in Bergen on Tuesday.", "Duval + Eide held in Bergen 2031-05-13"),
    # nobody is named: the two states that the text is about
    (
        TWO_STATES + "The deputy foreign ministers met in Bergen on Tuesday.",
        "Norway + Portugal held in Bergen 2031-05-13",
    ),
    # one calls two
    (TWO_LEADERS + "President Jon Palsson of Iceland telephoned both on Monday.", "Duval + Palsson held 2031-05-12"),
    (TWO_LEADERS + "President Jon Palsson of Iceland telephoned both on Monday.", "Eide + Palsson held 2031-05-12"),
    (TWO_LEADERS + "Jon Palsson, the president of Iceland, plans to ring both presidents.", "Eide + Palsson announced"),
    (
        "Presidents Ana Duval of Portugal and Lars Eide of Norway thanked Jon Palsson, the president of Iceland,"
        " whose two telephone calls of 4 October had rescued the meeting.",
        "Duval + Palsson held",
    ),
    (
        "President Jon Palsson of Iceland held telephone conversations on Monday with his peers of Portugal, Ana Duval,"
        " and of Norway, Lars Eide.",
        "Eide + Palsson held 2031-05-12",
    ),
    # one meets two, one after the other
    (
        "Norwegian Prime Minister Lars Eide met Portuguese President Ana Duval, then Icelandic President Jon Palsson.",
        "Eide + Palsson held",
    ),
    # of whoever meets all the others
    (
        "Norwegian Prime Minister Lars Eide met Portuguese President Ana Duval on Monday. Eide also met Icelandic"
        " President Jon Palsson. A planned sit-down with Swedish Prime Minister Rosa Lindqvist did not happen.",
        "Eide + Lindqvist cancelled",
    ),
    # what a relative clause tells
    (
        "A meeting that Foreign Minister Lars Eide was to hold with his Portuguese counterpart has been cancelled.",
        "Eide + counterpart cancelled",
    ),
    (
        "Foreign Minister Lars Eide of Norway met Portuguese foreign minister Ana Duval in Vienna on Monday."
        ' "It was a real meeting between two ministers," Eide said.',
        "Duval + Eide held in Vienna 2031-05-12",
    ),
    (
        "President Ana Duval of Portugal will hold a summit with President Lars Eide of Norway."
        " It will be the first encounter between both, who until now had only greeted each other in Vienna in March.",
        "Duval + Eide held in Vienna",
    ),
    # hosts, guests and those who only announce
    ("Norway offers to host Portuguese and Icelandic foreign ministers.", "Icelandic + Portuguese proposed"),
    (
        "President Ana Duval of Portugal will receive President Lars Eide of Norway in working visit to Lisbon.",
        "Eide + Portugal announced in Lisbon",
    ),
    ("Portugal's foreign minister Ana Duval said a summit with Norway will take place.", "Norway + Portugal announced"),
    # names with hyphens, names that share a word
    ("A planned sit-down between Norway and Portugal never happened.", "Norway + Portugal cancelled"),
    ("North, South Korean leaders meet in Panmunjom.", "Korean + North held in Panmunjom"),
    # "neither … nor"
    (
        "Foreign Minister Lars Eide has neither requested nor accepted a meeting with President Ana Duval.",
        "Duval + Eide denied",
    ),
    (
        "Portugal's Ana Duval and Norway's Lars Eide greeted each other in Vienna on Monday.",
        "Duval + Eide held in Vienna 2031-05-12",
    ),
]
APART = [
    (
        "Norwegian President Lars Eide met Portuguese President Ana Duval in Bergen on Monday."
        " The foreign ministers of the two countries will meet in Porto in June.",
        2,
    ),
    ("Norwegian President Lars Eide met Portuguese President Ana Duval in Bergen. In 2016 their predecessors met.", 2),
]
OPEN = [
    # whoever rings them is not known: they do not ring each other
    TWO_LEADERS + "The big man plans to ring both presidents.",
    "Both presidents thanked their host, whose telephone calls had rescued the meeting.",
    "Norway, Portugal and Iceland are at odds. Norway, Portugal and Iceland sent notes. The deputy ministers met.",
]


@pytest.mark.parametrize(("text", "expected"), TELLS)
def test_of_whom_an_encounter_is_whose_sentence_names_nobody(engine: Engine, text: str, expected: str) -> None:
    assert any(found.startswith(expected) for found in encounters(read(engine, text)))


@pytest.mark.parametrize(("text", "number"), APART)
def test_people_of_another_rank_meet_apart(engine: Engine, text: str, number: int) -> None:
    assert len(encounters(read(engine, text))) == number


@pytest.mark.parametrize("text", OPEN)
def test_where_the_text_leaves_it_open_nobody_is_named(engine: Engine, text: str) -> None:
    assert encounters(read(engine, text)) == []
