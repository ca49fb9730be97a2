"""Where and when, on trees written by hand; the article is of Wednesday, 14 May 2031."""

from __future__ import annotations

import pytest

from parley.model.encounter import Encounter
from tests.extract.encounters.hand import encounters, told

PAIR = "Peru NNP nsubj {0} | and CC cc 3 | Chile NNP conj 1"


def only(rows: str) -> Encounter:
    """The one encounter."""
    (encounter,) = encounters(rows)
    return encounter


@pytest.mark.parametrize(
    "rows",
    [
        f"{PAIR.format(4)} | met/meet VBD root 0 | in IN case 6 | Oslo NNP obl 4",
        f"{PAIR.format(4)} | held/hold VBD root 0 | talks/talks NNS obj 4 | in IN case 7 | Oslo NNP nmod 5",
        f"{PAIR.format(4)} | held/hold VBD root 0 | talks/talks NNS obj 4 | in IN case 7 | Oslo NNP obl 4",
        "The DT det 3 | Oslo NNP compound 3 | summit NN nsubj 9 | between IN case 5 | Peru NNP nmod 3 | and CC cc 7"
        " | Chile NNP conj 5 | has VBZ aux 9 | ended/end VBN root 0",
    ],
    ids=["of the verb", "of the noun", "of the verb that holds the noun", "before the noun"],
)
def test_the_place(rows: str) -> None:
    place = only(rows).place
    assert place is not None
    assert place.name == "Oslo"


def test_where_somebody_spoke_of_it_is_no_place_of_it() -> None:
    rows = "Lume NNP nsubj 2 | said/say VBD root 0 | in IN case 4 | Oslo NNP obl 2 | that IN mark 9 | she PRP nsubj 9"
    assert only(f"{rows} | would MD aux 9 | soon RB advmod 9 | meet VB ccomp 2 | Sand NNP obj 9 | Lume NNP obj 9")
    encounter = only(f"{rows} | would MD aux 9 | soon RB advmod 9 | meet VB ccomp 2 | Sand NNP obj 9 | Lume NNP obj 9")
    assert encounter.place is None


@pytest.mark.parametrize(
    ("rows", "day", "claim"),
    [
        (f"{PAIR.format(4)} | met/meet VBD root 0 | on IN case 6 | Monday NNP obl 4", "2031-05-12", "held"),
        (
            f"{PAIR.format(5)} | will MD aux 5 | meet VB root 0 | on IN case 7 | Friday NNP obl 5",
            "2031-05-16",
            "scheduled",
        ),
        (
            f"{PAIR.format(4)} | agreed/agree VBD root 0 | to TO mark 6 | meet VB xcomp 4 | on IN case 8"
            " | Friday NNP obl 6",
            "2031-05-16",
            "scheduled",
        ),
        (
            f"{PAIR.format(4)} | moved/move VBD root 0 | their PRP$ nmod:poss 6 | meeting NN obj 4 | to IN case 8"
            " | Friday NNP obl 4",
            "2031-05-16",
            "rescheduled",
        ),
    ],
    ids=["the day it was", "a day set", "agreed for a day", "moved to a day"],
)
def test_the_day(rows: str, day: str, claim: str) -> None:
    encounter = only(rows)
    assert encounter.when is not None
    assert (encounter.when.earliest, [told(c) for c in encounter.claims]) == (day, [claim])


def test_the_day_of_the_announcement_is_not_that_of_the_encounter() -> None:
    rows = "On IN case 2 | Monday NNP obl 4 | Peru NNP nsubj 4 | announced/announce VBD root 0 | a DT det 6"
    encounter = only(f"{rows} | meeting NN obj 4 | with IN case 8 | Chile NNP nmod 6")
    assert encounter.when is None
    assert [told(c) for c in encounter.claims] == ["announced"]
