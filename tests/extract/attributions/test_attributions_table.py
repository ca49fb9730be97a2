"""Who says what: the mechanisms, on trees written by hand."""

from __future__ import annotations

import pytest

from parley.extract.attributions import Cover, chain_of, find_attributions
from parley.model.attribution import Attribution
from tests.handmade import document, named, tree

OFF = "talks/talks NNS nsubj {0} | were/be VBD cop {0} | off RB {1} {2}"


def read(*rows: str, headline: str | None = None, names: dict[str, str] | None = None) -> tuple[Attribution, ...]:
    """The attributions of rows, people known by name."""
    a = tree(*rows, names={"Lume": "PER", "Sand": "PER", "Northline": "ORG"} | (names or {}))
    return find_attributions(a, document(a, headline=headline), named(a, "Peru"))


def told(x: Attribution) -> tuple[list[str], str | None, list[str]]:
    """Sources from the nearest outwards, cue, contents without their last comma or full stop."""
    return [s.text for s in x.chain], x.cue.text if x.cue else None, [c.text.rstrip(",.") for c in x.content]


TABLE = {
    "source before": (
        f"Lume NNP nsubj 2 | said/say VBD root 0 | {OFF.format(5, 'ccomp', 2)} | . . punct 2",
        (["Lume"], "said", ["talks were off"]),
    ),
    "that-clause": (
        f"Lume NNP nsubj 2 | said/say VBD root 0 | that IN mark 6 | {OFF.format(6, 'ccomp', 2)} | . . punct 2",
        (["Lume"], "said", ["talks were off"]),
    ),
    "source behind": (
        f"{OFF.format(3, 'root', 0)} | , , punct 3 | Lume NNP nsubj 6 | said/say VBD parataxis 3 | . . punct 3",
        (["Lume"], "said", ["talks were off"]),
    ),
    "inverted": (
        f"{OFF.format(3, 'root', 0)} | , , punct 3 | said/say VBD parataxis 3 | Lume NNP nsubj 5 | . . punct 3",
        (["Lume"], "said", ["talks were off"]),
    ),
    "to hearers": (
        "Lume NNP nsubj 2 | told/tell VBD root 0 | reporters/reporter NNS obj 2 | that IN mark 7"
        f" | {OFF.format(7, 'ccomp', 2)} | . . punct 2",
        (["Lume"], "told reporters", ["talks were off"]),
    ),
    "according to": (
        "According/accord VBG case 3 | to TO fixed 1 | Lume NNP obl 7 | , , punct 7"
        f" | {OFF.format(7, 'root', 0)} | . . punct 7",
        (["Lume"], "According to", ["talks were off"]),
    ),
    "as somebody said": (
        f"{OFF.format(3, 'root', 0)} | , , punct 7 | as IN mark 7 | Lume NNP nsubj 7 | said/say VBD advcl 3"
        " | . . punct 3",
        (["Lume"], "said", ["talks were off"]),
    ),
    "a visit announced": (
        "Lume NNP nsubj 2 | announced/announce VBD root 0 | a DT det 4 | visit NN obj 2 | to IN case 6"
        " | Peru NNP nmod 4 | . . punct 2",
        (["Lume"], "announced", ["a visit to Peru"]),
    ),
    "a call for": (
        "Lume NNP nsubj 2 | called/call VBD root 0 | for IN case 5 | a DT det 5 | truce NN obl 2 | . . punct 2",
        (["Lume"], "called for", ["a truce"]),
    ),
    "an order": (
        "Lume NNP nsubj 2 | urged/urge VBD root 0 | Sand NNP obj 2 | to TO mark 5 | stay VB xcomp 2 | . . punct 2",
        (["Lume"], "urged", ["Sand to stay"]),
    ),
    "it was said": (
        "It PRP expl 4 | was VBD aux:pass 4 | later RB advmod 4 | said/say VBN root 0 | that IN mark 8"
        f" | {OFF.format(8, 'ccomp', 4)} | . . punct 4",
        ([], "said", ["talks were off"]),
    ),
    "an outlet cites somebody": (
        "Northline NNP nsubj 2 | reported/report VBD root 0 | , , punct 4 | citing/cite VBG advcl 2 | Lume NNP obj 4"
        f" | , , punct 4 | that IN mark 10 | {OFF.format(10, 'ccomp', 2)} | . . punct 2",
        (["Lume", "Northline"], "reported", ["talks were off"]),
    ),
    "quoted as saying": (
        "Northline NNP nsubj 2 | quoted/quote VBD root 0 | Lume NNP obj 2 | as IN mark 5 | saying/say VBG advcl 2"
        f" | {OFF.format(8, 'ccomp', 5)} | . . punct 2",
        (["Lume", "Northline"], "quoted Lume as saying", ["talks were off"]),
    ),
    "quotation before": (
        "“ `` punct 5 | We PRP nsubj 5 | are VBP cop 5 | not RB advmod 5 | ready JJ ccomp 9 | , , punct 5"
        " | ” '' punct 5 | Lume NNP nsubj 9 | said/say VBD root 0 | . . punct 9",
        (["Lume"], "said", ["We are not ready"]),
    ),
    "quotation behind": (
        "Lume NNP nsubj 2 | said/say VBD root 0 | : : punct 2 | “ `` punct 6 | Never RB advmod 6 | again RB ccomp 2"
        " | . . punct 6 | ” '' punct 6",
        (["Lume"], "said", ["Never again"]),
    ),
}
NONE = {
    "to say it is not to have said it": "Lume NNP nsubj 2 | wants/want VBZ root 0 | to TO mark 4 | say VB xcomp 2"
    f" | that IN mark 8 | {OFF.format(8, 'ccomp', 4)}",
    "if somebody says": "If IN mark 3 | Lume NNP nsubj 3 | says/say VBZ advcl 9 | that IN mark 7"
    f" | {OFF.format(7, 'ccomp', 3)} | we PRP nsubj 9 | leave VBP root 0",
    "the flights that were added": "Northline NNP nsubj 2 | added/add VBD root 0 | two CD nummod 4 | flights NNS obj 2",
    "a bridge cannot speak": "The DT det 2 | bridge NN nsubj 3 | showed/show VBD root 0 | cracks/crack NNS obj 3",
    "ranked by size": "Teams NNS nsubj 2 | ranked/rank VBD root 0 | . . punct 2",
    "nobody said": f"Nobody NN nsubj 2 | said/say VBD root 0 | {OFF.format(5, 'ccomp', 2)}",
}


@pytest.mark.parametrize(("rows", "expected"), TABLE.values(), ids=TABLE.keys())
def test_source_cue_content(rows: str, expected: tuple[list[str], str | None, list[str]]) -> None:
    (found,) = read(rows)
    sources, cue, content = told(found)
    assert (sources, [c.removesuffix(",") for c in content]) == (
        expected[0],
        [c.removesuffix(",") for c in expected[2]],
    )
    assert expected[1] in (cue or "")


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE.keys())
def test_nobody_says_anything(rows: str) -> None:
    assert read(rows) == ()


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (TABLE["quotation before"][0], "direct"),
        (TABLE["source before"][0], "indirect"),
        (
            "Lume NNP nsubj 2 | said/say VBD root 0 | the DT det 4 | talks/talks NNS nsubj 8 | were/be VBD cop 8"
            " | “ `` punct 8 | badly RB advmod 8 | timed JJ ccomp 2 | ” '' punct 8 | . . punct 2",
            "mixed",
        ),
    ],
)
def test_kind_of_quotation(rows: str, kind: str) -> None:
    (found,) = read(rows)
    assert found.kind == kind


def test_unnamed_sources_and_outlets_are_marked() -> None:
    content = OFF.format(6, "ccomp", 3)
    (official,) = read(f"An DT det 2 | official NN nsubj 3 | said/say VBD root 0 | {content} | . . punct 3")
    (outlet,) = read(f"The DT det 2 | newspaper NN nsubj 3 | said/say VBD root 0 | {content} | . . punct 3")
    (person,) = read(TABLE["source before"][0])
    seen = [(x.chain[0].kind, x.chain[0].named) for x in (official, outlet, person)]
    assert seen[0] == ("speaker", False)
    assert seen[1][0] == "outlet"
    assert seen[2] == ("speaker", True)


def test_an_attribution_inside_another_knows_it() -> None:
    inner = f"Sand NNP nsubj 4 | denied/deny VBD ccomp 2 | that IN mark 8 | {OFF.format(8, 'ccomp', 4)} | . . punct 2"
    found = read(f"Lume NNP nsubj 2 | said/say VBD root 0 | {inner}")
    outer, within = found
    assert (told(outer)[0], told(within)[0], within.within, outer.within) == (["Lume"], ["Sand"], outer.id, None)
    assert [s.text for s in chain_of(within, found)] == ["Sand", "Lume"]


def test_a_title_with_a_colon_quotes_its_speaker() -> None:
    title = "Lume NNP root 0 | : : punct 1 | No DT det 4 | talks/talks NNS appos 1 | now RB advmod 4"
    found = read(title, "¶", "It PRP nsubj 2 | rained/rain VBD root 0 | . . punct 2", headline="Lume: No talks now")
    assert [told(x) for x in found] == [(["Lume"], ":", ["No talks now"])]


def test_he_is_the_one_who_spoke_before() -> None:
    first = TABLE["source before"][0]
    second = f"He PRP nsubj 2 | added/add VBD root 0 | that IN mark 6 | {OFF.format(6, 'ccomp', 2)} | . . punct 2"
    a = tree(first, "", second, names={"Lume": "PER"})
    people = named(a, "Lume", "He")  # the mentions room has resolved "He"
    both = find_attributions(a, document(a), people)
    assert [x.chain[0].actor for x in both] == ["a0", "a1"]


def test_the_innermost_attribution_answers_for_words() -> None:
    inner = f"Sand NNP nsubj 4 | denied/deny VBD ccomp 2 | that IN mark 8 | {OFF.format(8, 'ccomp', 4)} | . . punct 2"
    a = tree(f"Lume NNP nsubj 2 | said/say VBD root 0 | {inner}", names={"Lume": "PER", "Sand": "PER"})
    found = find_attributions(a, document(a))
    at = a.text.index("off")
    held = Cover(found).innermost(at, at + 3)
    assert held is not None
    assert held.chain[0].text == "Sand"
    assert Cover(found).innermost(0, 4) is None
