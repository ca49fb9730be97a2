"""Who meets whom, however the text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

QUINTANA, HERRERA = "Peruvian President Rosa Quintana", "Chilean President Pablo Herrera"
PAIR = f"{QUINTANA} and {HERRERA} signed a treaty in March."

ONE_SENTENCE = [
    ("The Peru-Chile summit was cancelled.", "Chile + Peru cancelled"),
    (
        "The prime ministers of Peru and Chile announce that they will begin trade talks (Radio Riga) (Lima Star)",
        "Chile + Peru announced",
    ),
    ("US Secretary of State John Holt met Norwegian President Olaf Brandt.", "Brandt + Holt held"),
    ("West African leaders met in Accra on Monday.", "leaders held in Accra 2031-05-12"),
    ("The Peruvian government and the opposition held talks in Oslo.", "government + opposition held in Oslo"),
    (
        "According to Peruvian Prime Minister Rosa Quintana, talks with Chile on the border are in a final phase.",
        "Chile + Quintana under_way",
    ),
    (
        "Norwegian Prime Minister Ingrid Solheim met her Portuguese counterpart Duarte Vasconcelos in Lisbon.",
        "Solheim + Vasconcelos held in Lisbon",
    ),
    ("The 2030 North Korea–United States summit ended.", "Korea + States held 2030-01-01..2030-12-31"),
    (
        "Kenyan President Amos Ruto leaves for talks on Sudan and Chad with Norwegian President Olaf Brandt on Friday.",
        "Brandt + Ruto scheduled 2031-05-16",
    ),
    ("U.S. Secretary of State Amy Holt met Norwegian President Olaf Brandt in Oslo.", "Brandt + Holt held in Oslo"),
    ("Talks between Kenya and Sudan began in Oslo on Monday.", "Kenya + Sudan under_way in Oslo 2031-05-12"),
    ("A meeting of the presidents of Peru and Chile is planned for Friday.", "Chile + Peru scheduled 2031-05-16"),
    ("Peru's foreign minister, Eva Roca, met Chile's Jon Dahl in Oslo.", "Dahl + Roca held in Oslo"),
    (f"{QUINTANA} met the king of Norway, Olaf Brandt, in Oslo.", "Brandt + Quintana held in Oslo"),
    (f"{QUINTANA} was received by {HERRERA} in Santiago.", "Herrera + Quintana held in Santiago"),
    (f"{QUINTANA} will host {HERRERA} in Lima on Friday.", "Herrera + Quintana scheduled in Lima 2031-05-16"),
    (f"Norway hosted talks between {QUINTANA} and {HERRERA}.", "Herrera + Quintana held"),
    ("The leaders of Peru, Chile and Kenya met in Nairobi.", "Chile + Kenya + Peru held in Nairobi"),
    ("NATO and Russia held talks in Brussels on Monday.", "NATO + Russia held in Brussels 2031-05-12"),
    ("Chile restored ties with Peru after Kenyan President Amos Ruto met Eva Roca.", "Roca + Ruto held"),
    ("Members of the Arab League meet in Cairo on Friday.", "League scheduled in Cairo 2031-05-16"),
    ("A visit by Peruvian foreign minister Eva Roca to Kenya was confirmed.", "Kenya + Roca announced in Kenya"),
    ("Talks began in Oslo between the governments of Peru and Chile.", "Chile + Peru under_way in Oslo"),
    (
        "Quintana confirmed her invitation to Chilean President Pablo Herrera to visit Peru.",
        "Herrera + Peru proposed in Peru",
    ),
    (f"{QUINTANA} accepted the Chilean president's invitation to visit Chile.", "Chile + Quintana announced in Chile"),
    (
        "Chile sent an invitation for Peruvian President Rosa Quintana to visit Santiago.",
        "Chile + Quintana proposed in Santiago",
    ),
    (f"{QUINTANA} paid a visit to a school in the Kenyan town of Kisumu.", "Kisumu + Quintana held in Kisumu"),
    (f"{QUINTANA} and her husband, Hugo Paz, visited Kenya on Monday.", "Kenya + Quintana held in Kenya 2031-05-12"),
    (f"{QUINTANA} began a visit to Kenya, Norway and Chile.", "Chile + Kenya + Norway + Quintana under_way in Kenya"),
    ("The Sudanese government and the rebels held talks in Cairo.", "government + rebels held in Cairo"),
    (
        "Eva Roca called off a meeting that Peruvian President Rosa Quintana was to hold with Chilean President "
        "Pablo Herrera.",
        "Herrera + Quintana cancelled",
    ),
    (
        "Kenyan President Amos Ruto will meet his Peruvian counterpart in Oslo on Friday.",
        "Ruto + counterpart scheduled in Oslo 2031-05-16",
    ),
]
ACROSS = [
    ("The two leaders will meet again in Oslo on Friday.", "Herrera + Quintana scheduled in Oslo 2031-05-16"),
    ("The two presidents met in Lima on Monday.", "Herrera + Quintana held in Lima 2031-05-12"),
    ("Both sides will hold talks in Oslo on Friday.", "Herrera + Quintana scheduled in Oslo 2031-05-16"),
    ("They will meet in Oslo on Friday.", "Herrera + Quintana scheduled in Oslo 2031-05-16"),
    ("Quintana will meet Herrera in Oslo on Friday.", "Herrera + Quintana scheduled in Oslo 2031-05-16"),
    ("Quintana will meet her Chilean counterpart on Friday.", "Herrera + Quintana scheduled 2031-05-16"),
    ("The Peruvian president will meet Herrera on Friday.", "Herrera + Quintana scheduled 2031-05-16"),
    ("A summit between the two heads of state has been cancelled.", "Herrera + Quintana cancelled"),
    ("The two foreign ministers, Eva Roca and Jon Dahl, met in Oslo.", "Dahl + Roca held in Oslo"),
]


@pytest.mark.parametrize(("text", "expected"), ONE_SENTENCE)
def test_in_one_sentence(engine: Engine, text: str, expected: str) -> None:
    assert encounters(read(engine, text)) == [expected]


@pytest.mark.parametrize(("text", "expected"), ACROSS)
def test_across_sentences(engine: Engine, text: str, expected: str) -> None:
    assert encounters(read(engine, f"{PAIR} {text}")) == [expected]


def test_bilateral_meetings_beside_one_of_three(engine: Engine) -> None:
    text = (
        "The presidents of Peru, Chile and Kenya will meet in Oslo on Friday. "
        "Bilateral meetings between the Peruvian president and the leaders of Chile and Kenya are also planned."
    )
    assert [len(e.parties) for e in read(engine, text).encounters] == [3, 2, 2]


def test_what_they_did_since_their_last_is_another(engine: Engine) -> None:
    text = f"{QUINTANA} and {HERRERA} met in Oslo on Monday for the first time since their summit in Lima."
    assert encounters(read(engine, text)) == [
        "Herrera + Quintana held in Oslo 2031-05-12",
        "Herrera + Quintana held in Lima",
    ]


def test_arriving_and_the_visit_are_one(engine: Engine) -> None:
    text = f"{QUINTANA} arrived in Oslo on her first visit to Norway."
    assert encounters(read(engine, text)) == ["Norway + Quintana under_way in Oslo"]
