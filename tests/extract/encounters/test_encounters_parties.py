"""Who takes part, on trees written by hand."""

from __future__ import annotations

import pytest

from tests.extract.encounters.hand import encounters, who

MET = "met/meet VBD root 0"
TABLE = {
    # how the words tell the parties
    "verb and object": (f"Peru NNP nsubj 2 | {MET} | Chile NNP obj 2", ["Chile", "Peru"]),
    "verb and with": (f"Peru NNP nsubj 2 | {MET} | with IN case 4 | Chile NNP obl 2", ["Chile", "Peru"]),
    "coordinated subject": (f"Peru NNP nsubj 4 | and CC cc 3 | Chile NNP conj 1 | {MET}", ["Chile", "Peru"]),
    "passive with by": (
        "Lume NNP nsubj:pass 3 | was VBD aux:pass 3 | received/receive VBN root 0 | by IN case 5"
        " | Sand NNP obl:agent 3",
        ["Lume", "Sand"],
    ),
    "between": (
        "Talks/talks NNS nsubj 6 | between IN case 3 | Peru NNP nmod 1 | and CC cc 5 | Chile NNP conj 3"
        " | began/begin VBD root 0",
        ["Chile", "Peru"],
    ),
    "possessive and with": (
        "Lume NNP nmod:poss 3 | 's POS case 1 | meeting NN nsubj 6 | with IN case 5 | Sand NNP nmod 3"
        " | ended/end VBD root 0",
        ["Lume", "Sand"],
    ),
    "names before the noun": (
        "The DT det 5 | Peru NNP compound 5 | - HYPH punct 4 | Chile NNP compound 5 | summit NN nsubj 6"
        " | opened/open VBD root 0",
        ["Chile", "Peru"],
    ),
    "subject and object of a light verb": (
        "Peru NNP nsubj 4 | and CC cc 3 | Chile NNP conj 1 | held/hold VBD root 0 | talks/talks NNS obj 4",
        ["Chile", "Peru"],
    ),
    "who agreed to": (
        "Lume NNP nsubj 2 | agreed/agree VBD root 0 | to TO mark 4 | meet VB xcomp 2 | Sand NNP obj 4",
        ["Lume", "Sand"],
    ),
    "three sides are one encounter": (
        f"Peru NNP nsubj 6 | , , punct 3 | Chile NNP conj 1 | and CC cc 5 | Kenya NNP conj 1 | {MET}",
        ["Chile", "Kenya", "Peru"],
    ),
    # who is no party
    "the host of others": (
        "Kenya NNP nsubj 2 | hosted/host VBD root 0 | talks/talks NNS obj 2 | between IN case 5 | Peru NNP nmod 3"
        " | and CC cc 7 | Chile NNP conj 5",
        ["Chile", "Peru"],
    ),
    "who only speaks of it": (
        "Kenya NNP nsubj 2 | welcomed/welcome VBD root 0 | talks/talks NNS obj 2 | between IN case 5 | Peru NNP nmod 3"
        " | and CC cc 7 | Chile NNP conj 5",
        ["Chile", "Peru"],
    ),
}
NONE = {
    "targets are met, nobody": f"Peru NNP nsubj 2 | {MET} | the DT det 4 | targets/target NNS obj 2",
    "shareholders": "Bank NNP nsubj 2 | held/hold VBD root 0 | its PRP$ nmod:poss 6 | annual JJ amod 6"
    " | general JJ amod 6 | meeting NN obj 2",
    "one party alone": "Peru NNP nsubj 2 | held/hold VBD root 0 | a DT det 4 | meeting NN obj 2",
    "a bank and a state": f"Bank NNP nsubj 2 | {MET} | Peru NNP obj 2",
    "people of one country": f"Lume NNP nsubj 2 | {MET} | Roca NNP obj 2",
    "talks as lectures": "Lume NNP nsubj 2 | gave/give VBD root 0 | talks/talk NNS obj 2 | in IN case 5"
    " | schools/school NNS obl 2",
    "calls for": "Peru NNP nsubj 2 | called/call VBD root 0 | for IN case 4 | peace NN obl 2 | with IN case 6"
    " | Chile NNP nmod 4",
}


@pytest.mark.parametrize(("rows", "parties"), TABLE.values(), ids=TABLE.keys())
def test_parties(rows: str, parties: list[str]) -> None:
    (encounter,) = encounters(rows)
    assert who(encounter) == parties


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE.keys())
def test_no_encounter(rows: str) -> None:
    assert encounters(rows) == ()


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (f"Peru NNP nsubj 2 | {MET} | Chile NNP obj 2", "meeting"),
        ("Peru NNP nsubj 2 | telephoned/telephone VBD root 0 | Chile NNP obj 2", "call"),
        (
            "Peru NNP nsubj 2 | held/hold VBD root 0 | talks/talks NNS obj 2 | with IN case 5 | Chile NNP nmod 3",
            "talks",
        ),
        (
            "Peru NNP nsubj 2 | held/hold VBD root 0 | a DT det 5 | phone NN compound 5 | call NN obj 2"
            " | with IN case 7 | Chile NNP nmod 5",
            "call",
        ),
        (
            "Peru NNP nsubj 2 | held/hold VBD root 0 | a DT det 4 | summit NN obj 2 | with IN case 6"
            " | Chile NNP nmod 4",
            "summit",
        ),
    ],
)
def test_kinds(rows: str, kind: str) -> None:
    (encounter,) = encounters(rows)
    assert encounter.kind == kind


def test_people_give_the_level() -> None:
    leaders, ministers = f"Lume NNP nsubj 2 | {MET} | Sand NNP obj 2", f"Roca NNP nsubj 2 | {MET} | Dahl NNP obj 2"
    assert [encounters(rows)[0].level for rows in (leaders, ministers)] == ["leaders", "ministers"]


def test_an_encounter_of_nobody_known_is_told_as_ungrounded() -> None:
    from tests.extract.encounters.hand import found
    from tests.handmade import tree

    read = found(tree("The DT det 2 | summit NN nsubj:pass 4 | was VBD aux:pass 4 | cancelled/cancel VBN root 0"))
    assert read.encounters == ()
    assert [u.words.text for u in read.ungrounded] == ["The summit"]
