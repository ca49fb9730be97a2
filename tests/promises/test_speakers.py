"""Who only speaks of an encounter is no party to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

PREMIER, PRESIDENT = "Norwegian Prime Minister Ingrid Solheim", "Portuguese President Rui Vasconcelos"
ROWS = [
    ("Talks with Spain are on hold, Algerian government spokesman Karim Bouzid said.", {"Spain", "Algerian"}),
    ("Chadian officials said that they would meet Libya's envoy on Monday.", {"Libya's envoy", "Chadian"}),
    (
        f"{PREMIER} was in Oslo. A meeting with {PRESIDENT} is not on the schedule, a senior Norwegian official said.",
        {"Ingrid Solheim", "Rui Vasconcelos"},
    ),
    (f"{PREMIER} said that she would meet {PRESIDENT}.", {"Ingrid Solheim", "Rui Vasconcelos"}),
]


@pytest.mark.parametrize(("text", "parties"), ROWS)
def test_a_voice_stands_for_its_side(engine: Engine, text: str, parties: set[str]) -> None:
    assert [{p.name for p in e.parties} for e in read(engine, text).encounters] == [parties]
