"""Sentence by sentence: between whom, in which state, where and when. The article is of Wednesday, 14 May 2031."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

LUME, SAND = "Peruvian President Ana Lume", "Chilean President Bo Sand"
ROWS = [
    # held
    (f"{LUME} met {SAND} in Lima on Monday.", "Lume + Sand held in Lima 2031-05-12"),
    (f"{LUME} and {SAND} held talks in Oslo on Tuesday.", "Lume + Sand held in Oslo 2031-05-13"),
    (f"{LUME} received {SAND} in Lima on Monday.", "Lume + Sand held in Lima 2031-05-12"),
    (f"{LUME} sat down with {SAND} in Geneva on Tuesday.", "Lume + Sand held in Geneva 2031-05-13"),
    (f"{LUME} spoke by telephone with {SAND} on Sunday.", "Lume + Sand held 2031-05-11"),
    (
        "Peru and Chile held a new round of talks in Riga last week.",
        "Chile + Peru held in Riga 2031-05-05..2031-05-11",
    ),
    ("Talks between Kenya and Sudan ended in Cairo on Monday.", "Kenya + Sudan held in Cairo 2031-05-12"),
    ("A summit of the African Union was held in Nairobi in April.", "Union held in Nairobi 2031-04-01..2031-04-30"),
    (f"After a meeting with {SAND}, {LUME} flew home.", "Lume + Sand held"),
    # going on
    ("Peru and Chile are holding talks in Oslo.", "Chile + Peru under_way in Oslo"),
    ("Talks between Kenya and Sudan resumed in Cairo on Monday.", "Kenya + Sudan under_way in Cairo 2031-05-12"),
    ("Talks between Kenya and Sudan are under way in Cairo.", "Kenya + Sudan under_way in Cairo"),
    # to come
    (f"{LUME} will meet {SAND} in Lima on Friday.", "Lume + Sand scheduled in Lima 2031-05-16"),
    (f"{LUME} and {SAND} are to meet in Oslo on 3 June.", "Lume + Sand scheduled in Oslo 2031-06-03"),
    ("A meeting between Norway and Chile is planned for Friday.", "Chile + Norway scheduled 2031-05-16"),
    (f"{LUME} has agreed to meet {SAND}.", "Lume + Sand announced"),
    (f"{LUME} announced a meeting with {SAND}.", "Lume + Sand announced"),
    ("Peru and Chile will hold talks next month.", "Chile + Peru announced 2031-06-01..2031-06-30"),
    # only suggested
    (f"{LUME} offered to meet {SAND}.", "Lume + Sand proposed"),
    (f"{LUME} wants to meet {SAND}.", "Lume + Sand proposed"),
    (f"{LUME} has invited {SAND} to talks in Lima.", "Lume + Sand proposed in Lima"),
    (f"{LUME} is ready to meet {SAND}.", "Lume + Sand proposed"),
    (f"{LUME} may meet {SAND} in Oslo.", "Lume + Sand proposed in Oslo"),
    ("Kenya called for talks between Peru and Chile.", "Chile + Peru proposed"),
    # off, moved, paused
    (f"{LUME} has cancelled a meeting with {SAND}.", "Lume + Sand cancelled"),
    (f"{LUME} called off her meeting with {SAND}.", "Lume + Sand cancelled"),
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
    (f"{LUME} refused to meet {SAND}.", "Lume + Sand denied"),
    (f"{LUME} ruled out a meeting with {SAND}.", "Lume + Sand denied"),
    (f"{LUME} has no plans to meet {SAND}.", "Lume + Sand denied"),
    (f"{LUME} rejected talks with {SAND}.", "Lume + Sand denied"),
    ("No meeting is planned between Peru and Chile.", "Chile + Peru denied"),
    # says nothing of the state
    (f"{LUME} has yet to meet {SAND}.", "Lume + Sand unknown"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_one_sentence(engine: Engine, text: str, expected: str) -> None:
    assert encounters(read(engine, text)) == [expected]
