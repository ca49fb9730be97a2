"""Names that the engine cut or mislabelled, put right by what stands around them."""

from __future__ import annotations

import pytest

from parley.extract.mentions.names import find_names
from tests.handmade import tree


def names(rows: str, spans: dict[str, str], day: str | None = None) -> list[tuple[str, str]]:
    """Label and words of every name."""
    a = tree(rows, names=spans)
    return [(n.label, a.words(n.first, n.last)) for n in find_names(a, day)]


@pytest.mark.parametrize(
    ("rows", "spans", "expected"),
    [
        (
            "Moon NNP nsubj 5 | Jae NNP flat 1 | - HYPH punct 4 | in NNP flat 1 | left VBD root 0",
            {"Moon Jae": "PER"},
            "Moon Jae-in",
        ),
        (
            "Pak NNP nsubj 5 | Ui NNP flat 1 | - HYPH punct 4 | chun NN flat 1 | left VBD root 0",
            {"Pak Ui": "ORG"},
            "Pak Ui-chun",
        ),
        (
            "Jean NNP nsubj 5 | - HYPH punct 1 | Luc NNP flat 1 | Orlo NNP flat 1 | left VBD root 0",
            {"Luc Orlo": "PER"},
            "Jean-Luc Orlo",
        ),
        (
            "Ana NNP nsubj 5 | Orlo NNP flat 1 | Orlo NNP flat 1 | AnaChair NNP flat 1 | left VBD root 0",
            {"Ana Orlo Orlo AnaChair": "PER"},
            "Ana Orlo",
        ),
        ("S. NNP nsubj 3 | Orlo NNP flat 1 | left VBD root 0", {"Orlo": "PER"}, "S. Orlo"),
        ("General NNP nsubj 4 | Than IN case 3 | Orlo NNP nmod 1 | left VBD root 0", {"Orlo": "PER"}, "Than Orlo"),
        ("Ms NNP nmod:desc 2 | Orlo NNP nsubj 3 | left VBD root 0", {"Ms": "PER", "Orlo": "PER"}, "Orlo"),
        (
            "House NNP compound 2 | Speaker NNP compound 3 | Ana NNP nsubj 5 | Orlo NNP flat 3 | left VBD root 0",
            {"House Speaker Ana Orlo": "PER"},
            "Ana Orlo",
        ),
    ],
    ids=[
        "in",
        "Korean body",
        "before the hyphen",
        "printed twice",
        "initial",
        "behind a title",
        "only a title",
        "office inside",
    ],
)
def test_a_person_is_named_in_full(rows: str, spans: dict[str, str], expected: str) -> None:
    assert names(rows, spans) == [("PER", expected)]


@pytest.mark.parametrize(
    ("rows", "spans", "expected"),
    [
        (
            "The DT det 3 | High NNP amod 3 | Council NNP nsubj 6 | of IN case 5 | State NNP nmod 3 | met VBD root 0",
            {"High Council of": "ORG"},
            [("ORG", "High Council of State")],
        ),
        (
            "The DT det 3 | Unity NNP compound 3 | Council NNP nsubj 6 | of IN case 5 | Peru NNP nmod 3"
            " | met VBD root 0",
            {"Unity Council of": "ORG", "Peru": "LOC"},
            [("ORG", "Unity Council"), ("LOC", "Peru")],
        ),
        (
            "The DT det 2 | Government NNP nsubj 5 | of IN case 4 | Peru NNP nmod 2 | met VBD root 0",
            {"Government of": "ORG", "Peru": "LOC"},
            [("LOC", "Peru")],
        ),
        (
            "The DT det 4 | Clean NNP amod 3 | Water NNP compound 4 | Summit NNP nsubj 5 | opened VBD root 0",
            {"Clean Water Summit": "ORG"},
            [],
        ),
        (
            "The DT det 3 | Water NNP compound 3 | Conference NNP nsubj 4 | objected VBD root 0",
            {"Water Conference": "ORG"},
            [("ORG", "Water Conference")],
        ),
        (
            "The DT det 2 | Speaker NNP nsubj 6 | of IN case 5 | Upper NNP amod 5 | House NNP nmod 2 | left VBD root 0",
            {"Speaker": "ORG", "Upper House": "ORG"},
            [("ORG", "Upper House")],
        ),
        (
            "Minister NN nsubj 5 | of IN case 4 | Foreign NNP amod 4 | Affairs NNP nmod 1 | left VBD root 0",
            {"Foreign Affairs": "ORG"},
            [],
        ),
        (
            "Palace NNP compound 3 | Press NNP compound 3 | Secretary NNP flat 4 | Bo NNP nsubj 5 | ran VBD root 0",
            {"Palace Press Secretary": "ORG", "Bo": "PER"},
            [("ORG", "Palace"), ("PER", "Bo")],
        ),
        (
            "The DT det 4 | Arab NNP compound 4 | League NNP compound 4 | Summit NNP nsubj 5 | met VBD root 0",
            {"Arab League Summit": "ORG"},
            [("ORG", "Arab League")],
        ),
        (
            "The DT det 2 | Secretary NNP nsubj 5 | of IN case 4 | Transport NNP nmod 2 | left VBD root 0",
            {"Secretary of Transport": "ORG"},
            [],
        ),
        ("The DT det 3 | Dalai NNP compound 3 | Lama NNP nsubj 4 | left VBD root 0", {"Dalai Lama": "ORG"}, []),
    ],
    ids=[
        "of State",
        "of a state",
        "a government",
        "only a summit",
        "a conference",
        "a speaker",
        "a portfolio",
        "behind a body",
        "a body's summit",
        "an office",
        "a title of its own",
    ],
)
def test_where_a_body_ends(rows: str, spans: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert names(rows, spans) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Trump NNP compound 4 | - HYPH punct 1 | Putin NNP compound 4 | summit NN root 0", ["Trump", "Putin"]),
        ("Lume NNP compound 4 | - HYPH punct 1 | Sand NNP compound 4 | summit NN root 0", ["Lume-Sand"]),
    ],
    ids=["leaders", "nobody known"],
)
def test_two_leaders_joined_by_a_hyphen_are_two(rows: str, expected: list[str]) -> None:
    assert [w for _, w in names(rows, {"Trump - Putin": "PER", "Lume - Sand": "PER"})] == expected


SAID = "said VBD root 0 | . . punct 3"


@pytest.mark.parametrize(
    ("second", "label"),
    [
        ("Lagos NNP nsubj 2 | left VBD root 0", "PER"),
        ("Lagos NNP nsubj 3 | 's POS case 1 | fell VBD root 0", "PER"),
    ],
)
def test_a_surname_that_is_a_town_goes_with_the_full_name(second: str, label: str) -> None:
    a = tree(f"Ana NNP nsubj 3 | Lagos NNP flat 1 | {SAID}", "", second, names={"Ana Lagos": "PER", "Lagos": "LOC"})
    assert [n.label for n in find_names(a)] == ["PER", label]


def test_a_title_before_a_name_makes_it_a_person() -> None:
    assert names("Minister NNP compound 2 | Orlo NNP nsubj 3 | left VBD root 0", {"Orlo": "LOC"}) == [("PER", "Orlo")]


def test_a_leader_of_that_day_is_no_place() -> None:
    rows = "Putin NNP nsubj 2 | left VBD root 0"
    assert names(rows, {"Putin": "LOC"}, "2015-05-01") == [("PER", "Putin")]
    assert names(rows, {"Putin": "LOC"}, "1985-05-01") == [("LOC", "Putin")]


STATES = "and CC cc 3 | South NNP conj 1 | Korea NNP flat 3 | left VBD root 0"


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (f"North NNP nsubj 5 | {STATES}", ["PRK", "KOR"]),
        (f"Orlo NNP nsubj 5 | {STATES}", ["KOR"]),
        (
            "North JJ amod 4 | and CC cc 3 | South JJ conj 1 | Koreans NNPS nsubj 5 | left VBD root 0",
            ["PRK", "KOR"],
        ),
        ("Chad NNP nsubj 4 | and CC cc 3 | Peru NNP conj 1 | left VBD root 0", ["TCD", "PER"]),
    ],
    ids=["a shared word", "a word of no state", "nationals", "nothing shared"],
)
def test_states_that_share_a_word(rows: str, codes: list[str]) -> None:
    a = tree(rows, names={"North": "LOC", "South Korea": "LOC", "Chad": "LOC", "Peru": "LOC"})
    assert [n.geo.code for n in find_names(a) if n.geo is not None] == codes


def test_a_state_before_a_person_is_no_part_of_the_name() -> None:
    rows = (
        "President NNP nsubj 6 | of IN case 3 | Peru NNP nmod 1 | Maria NNP flat 1 | Orlo NNP flat 4 | left VBD root 0"
    )
    assert names(rows, {"Peru Maria Orlo": "ORG"}) == [("LOC", "Peru"), ("PER", "Maria Orlo")]
