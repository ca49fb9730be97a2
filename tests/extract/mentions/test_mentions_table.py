"""Who is who and what is where: the mechanisms, on trees written by hand."""

from __future__ import annotations

import pytest

from parley.extract.mentions import Mentions, find_actors
from parley.model.analysis import Analysis
from parley.model.mention import Actor
from tests.handmade import document, tree

PEOPLE = {"Ana Lume": "PER", "Lume": "PER", "Bo Sand": "PER", "Sand": "PER", "Eva Roca": "PER", "Roca": "PER"}
PLACES = {"Peru": "LOC", "Chile": "LOC", "Norway": "LOC", "Oslo": "LOC", "Lima": "LOC", "Moscow": "LOC"}
DEMONYMS = {"Peruvian": "DEM", "Chilean": "DEM", "Norwegian": "DEM"}
PRESIDENTS = (
    "Peruvian JJ amod 4 | President NNP compound 4 | Ana NNP compound 4 | Lume NNP nsubj 5 | met/meet VBD root 0"
    " | Chilean JJ amod 9 | President NNP compound 9 | Bo NNP compound 9 | Sand NNP obj 5 | . . punct 5"
)
TWO_PRESIDENTS = "The DT det 3 | two CD nummod 3 | presidents/president NNS nsubj 4 | left/leave VBD root 0"
THREE_LEADERS = "The DT det 3 | three CD nummod 3 | leaders/leader NNS nsubj 4 | left/leave VBD root 0"


def analysed(*rows: str) -> tuple[Analysis, Mentions]:
    """Rows of a tree and what is mentioned there."""
    a = tree(*rows, names=PEOPLE | PLACES | DEMONYMS)
    return a, find_actors(a, document(a, "2031-05-14"))


def people(read: Mentions) -> list[Actor]:
    """Persons in text order."""
    return [x for x in read.actors if x.kind == "person"]


def meant(rows: tuple[str, ...], word: str) -> set[str]:
    """The last names of whom the last token with this word stands for."""
    a, read = analysed(*rows)
    at = max(t.i for t in a.tokens if t.text == word)
    return {x.name.split()[-1] for x in read.actors_of(at)}


def test_a_title_gives_role_country_level_and_code() -> None:
    _, read = analysed(PRESIDENTS)
    assert [(x.name, x.role, x.country, x.level, x.code) for x in people(read)] == [
        ("Ana Lume", "Peruvian President", "PER", "leaders", "PERGOV"),
        ("Bo Sand", "Chilean President", "CHL", "leaders", "CHLGOV"),
    ]


@pytest.mark.parametrize(
    ("rows", "role"),
    [
        (
            "The DT det 3 | Peruvian JJ amod 3 | president NN nsubj 6 | Ana NNP compound 5 | Lume NNP appos 3"
            " | left/leave VBD root 0",
            "Peruvian president",
        ),
        (
            "President NNP nsubj 7 | of IN case 3 | Peru NNP nmod 1 | Ana NNP compound 5 | Lume NNP appos 1"
            " | soon RB advmod 7 | left/leave VBD root 0",
            "President of Peru",
        ),
        (
            "Ana NNP compound 2 | Lume NNP nsubj 8 | , , punct 6 | the DT det 6 | Peruvian JJ amod 6"
            " | president NN appos 2 | , , punct 6 | left/leave VBD root 0",
            "Peruvian president",
        ),
    ],
    ids=["before the name", "with of", "behind the name"],
)
def test_where_a_title_stands(rows: str, role: str) -> None:
    (lume,) = people(analysed(rows)[1])
    assert (lume.role, lume.country, lume.level) == (role, "PER", "leaders")


def test_a_surname_is_the_person_named_in_full() -> None:
    a, read = analysed(PRESIDENTS, "", "Lume NNP nsubj 2 | left/leave VBD root 0 | Lima NNP obj 2")
    assert [x.name for x in people(read)] == ["Ana Lume", "Bo Sand"]
    assert [m.text for m in people(read)[0].mentions if m.text.endswith("Lume")] == ["Ana Lume", "Lume"]
    assert a.text.count("Lume") == 2


@pytest.mark.parametrize(
    ("last", "word", "who"),
    [
        (
            "The DT det 3 | two CD nummod 3 | presidents/president NNS nsubj 4 | left/leave VBD root 0",
            "presidents",
            "both",
        ),
        ("Both DT det 2 | leaders/leader NNS nsubj 3 | left/leave VBD root 0", "leaders", "both"),
        ("The DT det 3 | two CD nummod 3 | sides/side NNS nsubj 4 | left/leave VBD root 0", "sides", "both"),
        ("The DT det 3 | Chilean JJ amod 3 | president NN nsubj 4 | left/leave VBD root 0", "president", "Sand"),
        (
            "The DT det 2 | president NN nsubj 5 | of IN case 4 | Peru NNP nmod 2 | left/leave VBD root 0",
            "president",
            "Lume",
        ),
        ("She PRP nsubj 2 | left/leave VBD root 0", "She", "Lume"),
        (
            "Lume NNP nsubj 2 | thanked/thank VBD root 0 | her PRP$ nmod:poss 5 | Chilean JJ amod 5"
            " | counterpart NN obj 2",
            "counterpart",
            "Sand",
        ),
    ],
)
def test_descriptions_and_pronouns(last: str, word: str, who: str) -> None:
    expected = {"Lume", "Sand"} if who == "both" else {who}
    assert meant((PRESIDENTS, "", last), word) == expected


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        (("She PRP nsubj 2 | left/leave VBD root 0",), "She"),
        ((TWO_PRESIDENTS,), "presidents"),
        (
            (PRESIDENTS, "", THREE_LEADERS),
            "leaders",
        ),
        (("A DT det 2 | president NN nsubj 3 | left/leave VBD root 0",), "president"),
    ],
    ids=["she, of nobody", "two, of nobody", "three, of two", "a president of nowhere"],
)
def test_refuses_to_guess(rows: tuple[str, ...], word: str) -> None:
    assert meant(rows, word) == set()


@pytest.mark.parametrize(
    ("rows", "country"),
    [
        ("Herrera NNP nsubj 2 | left/leave VBD root 0", None),  # a minister somewhere, but nothing here says where
        ("Scholz NNP nsubj 2 | left/leave VBD root 0", "DEU"),  # leads a state
    ],
)
def test_a_bare_surname_is_a_holder_of_office_only_where_that_is_no_guess(rows: str, country: str | None) -> None:
    a = tree(rows, names={"Herrera": "PER", "Scholz": "PER"})
    (person,) = find_actors(a, document(a, "2024-05-14")).actors
    assert person.country == country


def test_a_counterpart_without_a_name_is_somebody_of_that_country_and_level() -> None:
    rows = PRESIDENTS.split(" | Chilean")[0] + " | her PRP$ nmod:poss 8 | Norwegian JJ amod 8 | counterpart NN obj 5"
    _, other = people(analysed(rows)[1])
    assert (other.country, other.level) == ("NOR", "leaders")


@pytest.mark.parametrize(
    ("form", "country"),
    [("Peru", "PER"), ("Peruvian", "PER"), ("Norwegian", "NOR"), ("Moscow", "RUS"), ("Oslo", "NOR")],
)
def test_countries_by_name_demonym_and_capital(form: str, country: str) -> None:
    _, read = analysed(f"{form} NNP nsubj 2 | agreed/agree VBD root 0")
    assert [(x.kind, x.country) for x in read.actors] == [("country", country)]


def test_one_country_is_one_actor_under_its_plain_name() -> None:
    _, read = analysed(
        "Peruvian JJ amod 2 | officials/official NNS nsubj 3 | left/leave VBD root 0 | . . punct 3",
        "",
        "Peru NNP nsubj 2 | agreed/agree VBD root 0",
    )
    assert [(x.name, x.country) for x in read.actors if x.kind == "country"] == [("Peru", "PER")]


def test_officials_of_a_country_are_a_group_of_it() -> None:
    _, read = analysed("Peruvian JJ amod 2 | officials/official NNS nsubj 3 | left/leave VBD root 0")
    (group,) = [x for x in read.actors if x.kind == "group"]
    assert (group.country, group.mentions[0].text) == ("PER", "Peruvian officials")


def test_places_have_country_and_coordinates_where_they_are_known() -> None:
    _, read = analysed("Peru NNP nsubj 2 | agreed/agree VBD root 0 | in IN case 4 | Oslo NNP obl 2")
    oslo = next(p for p in read.places if p.name == "Oslo")
    assert oslo.country == "NOR"
    assert oslo.lat == pytest.approx(59.9, abs=0.3)
    assert oslo.lon == pytest.approx(10.7, abs=0.5)


def test_the_town_of_a_dateline_takes_no_part() -> None:
    rows = "LIMA NNP dep 5 | – : punct 5 | The DT det 4 | sun NN nsubj 5 | shone/shine VBD root 0 | . . punct 5"
    a = tree(rows, names={"LIMA": "LOC"})
    assert find_actors(a, document(a)).actors == ()
