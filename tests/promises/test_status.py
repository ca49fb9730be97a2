"""Sentence by sentence: between whom, in which state, where and when. The article is of Wednesday, 14 May 2031."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

QUINTANA, HERRERA = "Peruvian President Rosa Quintana", "Chilean President Pablo Herrera"
ROWS = [
    # held
    (f"{QUINTANA} met {HERRERA} in Lima on Monday.", "Herrera + Quintana held in Lima 2031-05-12"),
    (f"{QUINTANA} and {HERRERA} held talks in Oslo on Tuesday.", "Herrera + Quintana held in Oslo 2031-05-13"),
    (f"{QUINTANA} received {HERRERA} in Lima on Monday.", "Herrera + Quintana held in Lima 2031-05-12"),
    (f"{QUINTANA} sat down with {HERRERA} in Geneva on Tuesday.", "Herrera + Quintana held in Geneva 2031-05-13"),
    (f"{QUINTANA} spoke by telephone with {HERRERA} on Sunday.", "Herrera + Quintana held 2031-05-11"),
    (
        "Peru and Chile held a new round of talks in Riga last week.",
        "Chile + Peru held in Riga 2031-05-05..2031-05-11",
    ),
    ("Talks between Kenya and Sudan ended in Cairo on Monday.", "Kenya + Sudan held in Cairo 2031-05-12"),
    ("A summit of the African Union was held in Nairobi in April.", "Union held in Nairobi 2031-04-01..2031-04-30"),
    (f"After a meeting with {HERRERA}, {QUINTANA} flew home.", "Herrera + Quintana held"),
    # one sentence tells how it went on
    (
        f"A summit of {QUINTANA} and {HERRERA} was planned for May but was called off.",
        "Herrera + Quintana cancelled 2031-05-01..2031-05-31",
    ),
    (f"A meeting of {QUINTANA} with {HERRERA} had been agreed but was dropped.", "Herrera + Quintana cancelled"),
    (
        f"{QUINTANA} is to meet {HERRERA}. The summit, twice put off, opened in Oslo on Monday.",
        "Herrera + Quintana under_way in Oslo 2031-05-12",
    ),
    (f"{QUINTANA} was due to hold talks with {HERRERA} on Friday.", "Herrera + Quintana scheduled 2031-05-16"),
    # going on
    ("Peru and Chile are holding talks in Oslo.", "Chile + Peru under_way in Oslo"),
    ("Talks between Kenya and Sudan resumed in Cairo on Monday.", "Kenya + Sudan under_way in Cairo 2031-05-12"),
    ("Talks between Kenya and Sudan are under way in Cairo.", "Kenya + Sudan under_way in Cairo"),
    # to come
    (f"{QUINTANA} will meet {HERRERA} in Lima on Friday.", "Herrera + Quintana scheduled in Lima 2031-05-16"),
    (f"{QUINTANA} and {HERRERA} are to meet in Oslo on 3 June.", "Herrera + Quintana scheduled in Oslo 2031-06-03"),
    ("A meeting between Norway and Chile is planned for Friday.", "Chile + Norway scheduled 2031-05-16"),
    (f"{QUINTANA} has agreed to meet {HERRERA}.", "Herrera + Quintana announced"),
    (f"{QUINTANA} announced a meeting with {HERRERA}.", "Herrera + Quintana announced"),
    ("Peru and Chile will hold talks next month.", "Chile + Peru announced 2031-06-01..2031-06-30"),
    ("King Olaf Brandt of Norway arrived for a visit to Kenya.", "Brandt + Kenya under_way in Kenya"),
    (f"Closing their summit in Oslo, {QUINTANA} and {HERRERA} reported progress.", "Herrera + Quintana held in Oslo"),
    (f"{QUINTANA} continues to refuse talks with {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} left for a visit to Kenya.", "Kenya + Quintana under_way in Kenya"),
    # how the preparations go is not how the summit goes
    (f"Preparations for the summit between {QUINTANA} and {HERRERA} continue.", "Herrera + Quintana announced"),
    (f"Preparations for talks between {QUINTANA} and {HERRERA} have begun.", "Herrera + Quintana announced"),
    (f"Preparations for the summit between {QUINTANA} and {HERRERA} were suspended.", "Herrera + Quintana on_hold"),
    # what somebody went for on a day that is over
    (f"{QUINTANA} flew to Oslo on Monday to meet {HERRERA}.", "Herrera + Quintana held 2031-05-12"),
    # what somebody means to do there
    (f"{QUINTANA} plans to raise the matter in talks with {HERRERA}.", "Herrera + Quintana announced"),
    (f"{QUINTANA} was expected to sign a treaty at a summit with {HERRERA}.", "Herrera + Quintana announced"),
    (f"{QUINTANA} may raise the matter in talks with {HERRERA}.", "Herrera + Quintana announced"),
    (f"{QUINTANA} will say so in a phone call with {HERRERA}.", "Herrera + Quintana announced"),
    (f"{QUINTANA} agreed to lower tariffs in talks with {HERRERA}.", "Herrera + Quintana held"),
    (f"{QUINTANA} cancelled her participation in a summit with {HERRERA}.", "Herrera + Quintana cancelled"),
    # only suggested
    (f"{QUINTANA} offered to meet {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} wants to meet {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} has invited {HERRERA} to talks in Lima.", "Herrera + Quintana proposed in Lima"),
    (f"{QUINTANA} is ready to meet {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} may meet {HERRERA} in Oslo.", "Herrera + Quintana proposed in Oslo"),
    ("Kenya called for talks between Peru and Chile.", "Chile + Peru proposed"),
    (
        f"{QUINTANA} invited {HERRERA} to Lima, and said he would be warmly welcomed.",
        "Herrera + Quintana proposed in Lima",
    ),
    (f"{QUINTANA} would like to hold talks with {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} is prepared to meet {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} would welcome talks with {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} has not ruled out meeting {HERRERA}.", "Herrera + Quintana proposed"),
    (f"{QUINTANA} is open to talks with {HERRERA}.", "Herrera + Quintana proposed"),
    # off, moved, paused
    (f"The summit between {QUINTANA} and {HERRERA} was put off.", "Herrera + Quintana postponed"),
    (f"The summit between {QUINTANA} and {HERRERA} was called off.", "Herrera + Quintana cancelled"),
    (f"{QUINTANA} rebuffed talks with {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} ruled out meeting {HERRERA}.", "Herrera + Quintana denied"),
    (f"The summit between {QUINTANA} and {HERRERA} is no longer on.", "Herrera + Quintana cancelled"),
    (f"{QUINTANA} has cancelled a meeting with {HERRERA}.", "Herrera + Quintana cancelled"),
    (f"{QUINTANA} called off her meeting with {HERRERA}.", "Herrera + Quintana cancelled"),
    ("The summit between Peru and Chile has been called off.", "Chile + Peru cancelled"),
    ("The summit between Peru and Chile was scrapped on Monday.", "Chile + Peru cancelled"),
    ("The summit between Peru and Chile is off the table.", "Chile + Peru cancelled"),
    ("The meeting between Peru and Chile will not take place.", "Chile + Peru cancelled"),
    ("The summit between Peru and Chile fell through.", "Chile + Peru cancelled"),
    ("Peru and Chile have postponed their summit.", "Chile + Peru postponed"),
    ("The talks between Peru and Chile were put off indefinitely.", "Chile + Peru postponed"),
    ("Peru and Chile moved their summit to 3 June.", "Chile + Peru scheduled 2031-06-03"),
    ("The meeting between Peru and Chile was postponed until Friday.", "Chile + Peru scheduled 2031-05-16"),
    ("The meeting between Peru and Chile is on hold.", "Chile + Peru on_hold"),
    ("Talks between Kenya and Sudan have been suspended.", "Kenya + Sudan on_hold"),
    # denied
    (f"{QUINTANA} refused to meet {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} avoided meeting {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} was prevented from meeting {HERRERA}.", "Herrera + Quintana cancelled"),
    (f"{QUINTANA} went home without meeting {HERRERA}.", "Herrera + Quintana unknown"),
    (f"{QUINTANA} managed to meet {HERRERA}.", "Herrera + Quintana held"),
    (f"Not only did {QUINTANA} meet {HERRERA}, she had tea with him.", "Herrera + Quintana held"),
    (f"{QUINTANA} ruled out a meeting with {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} has no plans to meet {HERRERA}.", "Herrera + Quintana denied"),
    (f"{QUINTANA} rejected talks with {HERRERA}.", "Herrera + Quintana denied"),
    ("No meeting is planned between Peru and Chile.", "Chile + Peru denied"),
    # says nothing of the state
    (f"{QUINTANA} has yet to meet {HERRERA}.", "Herrera + Quintana unknown"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_one_sentence(engine: Engine, text: str, expected: str) -> None:
    assert encounters(read(engine, text)) == [expected]
