"""Who takes part where the tree ties a name to the wrong word, and word order is plain."""

from __future__ import annotations

import pytest

from parley.extract.encounters.build import find_encounters
from parley.model.mention import Actor
from tests.extract.encounters.hand import PUBLISHED, encounters, who
from tests.handmade import document, named, tree

MET = "met/meet VBD root 0"
TABLE = {
    "a person right before the verb": (
        "Kenya NNP nsubj 2 | restored/restore VBD root 0 | ties/tie NNS obj 2 | after IN mark 6 | Lume NNP nmod 3"
        " | met/meet VBD advcl 2 | Sand NNP obj 6",
        ["Lume", "Sand"],
    ),
    "behind another clause with and": (
        "Kenya NNP nsubj 2 | urged/urge VBD root 0 | restraint NN obj 2 | and CC cc 8 | Lume NNP compound 1"
        " | is VBZ cop 8 | to TO mark 8 | meet VB ccomp 2 | Sand NNP obj 8",
        ["Lume", "Sand"],
    ),
    "a country in a title": (
        f"Lume NNP nsubj 2 | {MET} | with IN case 4 | Chile NNP obl 2 | president NN obl 2 | Sand NNP flat 5",
        ["Lume", "Sand"],
    ),
    "a list with a gap in the tree": (
        f"Peru NNP nsubj 6 | , , punct 3 | Chile NNP dep 1 | and CC cc 5 | Kenya NNP conj 1 | {MET}",
        ["Chile", "Kenya", "Peru"],
    ),
    "a letter to meet somebody": (
        "Lume NNP nsubj 2 | sent/send VBD root 0 | a DT det 4 | letter NN obj 2 | to TO mark 6 | meet VB acl 4"
        " | Sand NNP obj 6",
        ["Lume", "Sand"],
    ),
    "an owner tied to another word": (
        "Protests/protest NNS nsubj 2 | followed/follow VBD root 0 | Lume NNP nmod 1 | 's POS case 3"
        " | planned JJ amod 6 | visit NN obj 2 | to IN case 8 | Chile NNP nmod 6",
        ["Chile", "Lume"],
    ),
    "while on a visit": (
        "Rebels/rebel NNS nsubj 2 | attacked/attack VBD root 0 | while IN mark 8 | Lume NNP nsubj 8 | was VBD cop 8"
        " | on IN case 8 | a DT det 8 | visit NN advcl 2 | to IN case 10 | Kenya NNP nmod 8",
        ["Kenya", "Lume"],
    ),
    # where word order must not override the tree
    "an aide to somebody": (
        f"Roca NNP nsubj 4 | of IN case 3 | Lume NNP nmod 1 | {MET} | Sand NNP obj 4",
        ["Roca", "Sand"],
    ),
}


@pytest.mark.parametrize(("rows", "parties"), TABLE.values(), ids=TABLE.keys())
def test_word_order(rows: str, parties: list[str]) -> None:
    (encounter,) = encounters(rows)
    assert who(encounter) == parties


UNION = Actor("union", "Sahel Union", "organisation", country="XSU")
LEADERS = Actor("leaders", "leaders", "group")


@pytest.mark.parametrize("word", ["of", "from"])
def test_the_body_behind_its_leaders_is_the_party(word: str) -> None:
    rows = f"The DT det 2 | leaders/leader NNS nsubj 6 | {word} IN case 5 | the DT det 5 | Union NNP nmod 2"
    a = tree(f"{rows} | hold VBP root 0 | a DT det 8 | summit NN obj 6")
    (encounter,) = find_encounters(a, document(a, PUBLISHED), named(a, UNION, LEADERS), [], []).encounters
    assert who(encounter) == ["Union"]


def test_a_body_of_which_nothing_is_known_is_no_guest() -> None:
    assert encounters("Lume NNP nsubj 2 | hosts/host VBZ root 0 | the DT det 4 | Bank NNP obj 2") == ()
