"""Whom pronouns and descriptions mean, on trees written by hand."""

from __future__ import annotations

import pytest

from parley.extract.mentions import Mentions, find_actors
from parley.model.analysis import Analysis
from tests.handmade import document, tree

NAMES = {"Ana Lume": "PER", "Renato Sand": "PER", "Sand": "PER", "Maria Roca": "PER", "Bo Sand": "PER", "Lume": "PER"}
NAMES |= {"Peru": "LOC", "Chile": "LOC", "Norway": "LOC", "Oslo": "LOC", "Moscow": "LOC", "Sobat Front": "ORG"}
NAMES |= {"Peruvian": "DEM", "Chilean": "DEM", "Norwegian": "DEM", "Russian": "DEM"}


def read(*rows: str) -> tuple[Analysis, Mentions]:
    """Rows of a tree and what is mentioned there."""
    a = tree(*rows, names=NAMES)
    return a, find_actors(a, document(a, "2031-05-14"))


def meant(rows: tuple[str, ...], word: str) -> set[str]:
    """The last words of the names of whom the last token with this word stands for."""
    a, found = read(*rows)
    at = max(t.i for t in a.tokens if t.text == word)
    return {x.name.split()[-1] for x in found.actors_of(at)}


MET = "Renato NNP nsubj 3 | Sand NNP flat 1 | met/meet VBD root 0 | Maria NNP obj 3 | Roca NNP flat 4 | . . punct 3"
WITH = (
    "Ana NNP nsubj 3 | Lume NNP flat 1 | spoke/speak VBD root 0 | with IN case 5 | Renato NNP obl 3 | Sand NNP flat 5"
)
SAID = "said/say VBD root 0"


@pytest.mark.parametrize(
    ("rows", "word", "who"),
    [
        ((MET, "", "She PRP nsubj 2 | left/leave VBD root 0"), "She", {"Roca"}),
        ((MET, "", "He PRP nsubj 2 | left/leave VBD root 0"), "He", {"Sand"}),
        ((WITH, "", "They PRP nsubj 2 | agreed/agree VBD root 0"), "They", {"Lume", "Sand"}),
        (
            (
                "Before IN case 3 | his PRP$ nmod:poss 3 | departure NN obl 6 | Renato NNP nsubj 6 | Sand NNP flat 4"
                " | smiled/smile VBD root 0",
            ),
            "his",
            {"Sand"},
        ),
        (
            (
                f"Renato NNP nsubj 3 | Sand NNP flat 1 | {SAID}"
                " | Bo NNP nsubj 7 | Sand NNP flat 4 | had/have VBD aux 7 | met/meet VBN ccomp 3 | him PRP obj 7",
            ),
            "him",
            {"Sand"},
        ),
    ],
    ids=["a woman's name", "a man's name", "they, who spoke with each other", "before his name", "not the subject"],
)
def test_pronouns(rows: tuple[str, ...], word: str, who: set[str]) -> None:
    assert meant(rows, word) == who


PREMIER = (
    "Peruvian JJ amod 3 | Prime NNP amod 3 | Minister NNP nmod:desc 4 | Ana NNP nsubj 6 | Lume NNP flat 4"
    " | left VBD root 0"
)
SOURCE = f"A DT det 2 | source NN nsubj 3 | {SAID}"


@pytest.mark.parametrize(
    ("rows", "word", "who"),
    [
        ((PREMIER, "", f"The DT det 2 | premier NN nsubj 3 | {SAID}"), "premier", {"Lume"}),
        ((PREMIER, "", f"The DT det 2 | Peruvian JJ nsubj 3 | {SAID}"), "Peruvian", {"Lume"}),
        ((PREMIER, "", f"The DT det 3 | finance NN compound 3 | minister NN nsubj 4 | {SAID}"), "minister", set()),
        ((PREMIER, "", f"The DT det 2 | country NN nsubj 3 | {SAID}"), "country", {"Peruvian"}),
        (
            (SOURCE, "", f"The DT det 3 | same JJ amod 3 | source NN nsubj 4 | {SAID}"),
            "source",
            {"source"},
        ),
        ((f"Two CD nummod 2 | delegates/delegate NNS nsubj 3 | {SAID}",), "delegates", {"delegates"}),
    ],
    ids=["another word for it", "the Peruvian", "another office", "the country", "the same source", "two of no name"],
)
def test_descriptions(rows: tuple[str, ...], word: str, who: set[str]) -> None:
    assert meant(rows, word) == who


def test_a_named_counterpart_is_one_person_with_country_and_rank() -> None:
    _, found = read(
        PREMIER.replace("left VBD root 0", "met/meet VBD root 0")
        + " | her PRP$ nmod:poss 9 | Chilean JJ amod 9 | counterpart NN nmod:desc 10 | Renato NNP obj 6"
        " | Sand NNP flat 10"
    )
    assert [(x.name, x.country, x.level) for x in found.actors if x.kind == "person"] == [
        ("Ana Lume", "PER", "leaders"),
        ("Renato Sand", "CHL", "leaders"),
    ]


def test_two_names_go_with_two_countries_in_their_order() -> None:
    _, found = read(
        "The DT det 2 | presidents/president NNS nsubj 13 | of IN case 4 | Peru NNP nmod 2 | and CC cc 6"
        " | Chile NNP conj 4 | , , punct 8 | Ana NNP appos 2 | Lume NNP flat 8 | and CC cc 11 | Maria NNP conj 8"
        " | Roca NNP flat 11 | met/meet VBD root 0"
    )
    people = {x.name: (x.country, x.level) for x in found.actors if x.kind == "person"}
    assert people == {"Ana Lume": ("PER", "leaders"), "Maria Roca": ("CHL", "leaders")}


@pytest.mark.parametrize(
    ("rows", "acts"),
    [
        ("Moscow NNP nsubj 2 | agreed/agree VBD root 0", True),
        ("Talks/talk NNS nsubj 2 | began/begin VBD root 0 | in IN case 4 | Moscow NNP obl 2", False),
        ("He PRP nsubj 2 | flew/fly VBD root 0 | to IN case 4 | Moscow NNP obl 2", False),
    ],
    ids=["speaks", "in", "flew to"],
)
def test_a_capital_acts_only_where_it_does_not_say_where(rows: str, acts: bool) -> None:
    _, found = read(rows)
    assert [x.country for x in found.actors if x.kind == "country"] == (["RUS"] if acts else [])
    assert [p.country for p in found.places] == ["RUS"]


def test_leaders_of_two_nations_are_these_two() -> None:
    rows = ("Peruvian JJ amod 4 | and CC cc 3 | Chilean JJ conj 1 | leaders/leader NNS nsubj 5 | met/meet VBD root 0",)
    assert meant(rows, "leaders") == {"Peruvian", "Chilean"}


@pytest.mark.parametrize(
    ("rows", "group", "country"),
    [
        ("EU NNP compound 2 | envoys/envoy NNS nsubj 3 | left/leave VBD root 0", "EU envoys", "EUE"),
        ("An DT det 3 | EU NNP compound 3 | delegation NN nsubj 4 | left/leave VBD root 0", "EU delegation", "EUE"),
        ("Peruvian JJ amod 2 | monitors/monitor NNS nsubj 3 | left/leave VBD root 0", "Peruvian monitors", "PER"),
        (
            "The DT det 2 | government NN nsubj 5 | of IN case 4 | Lumia NNP nmod 2 | left/leave VBD root 0",
            "government of Lumia",
            None,
        ),
    ],
    ids=["of a body", "sent by a body", "of a state", "of a region"],
)
def test_people_of_a_body_are_a_group_of_their_own(rows: str, group: str, country: str | None) -> None:
    a = tree(rows, names={"EU": "ORG", "Peruvian": "DEM", "Lumia": "LOC"})
    found = find_actors(a, document(a, "2031-05-14"))
    assert [(x.name, x.country) for x in found.actors if x.kind == "group"] == [(group, country)]


def test_one_government_is_not_another_of_which_the_place_is_told() -> None:
    _, found = read(
        "The DT det 3 | Peruvian JJ amod 3 | government NN nsubj 4 | left/leave VBD root 0 | . . punct 4",
        "",
        "The DT det 2 | government NN nsubj 5 | of IN case 4 | Lumia NNP nmod 2 | left/leave VBD root 0",
    )
    assert [x.name for x in found.actors if x.kind == "group"] == ["Peruvian government", "government of Lumia"]


def test_leaders_of_two_states_are_those_whom_the_text_names() -> None:
    last = (
        "leaders/leader NNS nsubj 6 | of IN case 3 | Peru NNP nmod 1 | and CC cc 5 | Chile NNP conj 3 | met VBD root 0"
    )
    assert meant((PREMIER, "", last), "leaders") == {"Lume", "Chile"}
