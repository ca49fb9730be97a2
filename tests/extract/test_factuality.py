"""Did it happen? Each rule on records written by hand, the signatures on sentences of the lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import parley.lexicon
from parley.extract.clauses import Clause
from parley.extract.factuality import Layer, did_it_happen, factuality
from parley.lexicon.compile import parse
from tests.handmade import tree

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

SOURCE = Path(parley.lexicon.__file__).parent / "languages/en/implicatives.yaml"
RAW: dict[str, Any] = parse(SOURCE.read_text(encoding="utf-8"))
MET = Clause(0, "meet", "past")
TO_MEET = Clause(0, "meet", "none", infinitive=True, finite=False)

LAYERS = {
    "They met.": ([Layer(MET, "meet")], "told past +"),
    "They did not meet.": ([Layer(Clause(0, "meet", "past", negated=True), "meet")], "told past -"),
    "They will meet.": ([Layer(Clause(0, "meet", "future", modal="future"), "meet")], "to come o"),
    "They may meet.": ([Layer(Clause(0, "meet", "present", modal="possible"), "meet")], "possible o"),
    "if they meet": ([Layer(Clause(0, "meet", "present", conditional=True), "meet")], "under a condition o"),
    "Meet them!": ([Layer(Clause(0, "meet", "none"), "meet", ordered=True)], "ordered o"),
    "Did they meet?": ([Layer(MET, "meet", asked=True)], "asked of the past o"),
    "They managed to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "manage", "past"), "manage")],
        "implied +",
    ),
    "They failed to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "fail", "past"), "fail")],
        "implied -",
    ),
    "They did not fail to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "fail", "past", negated=True), "fail")],
        "implied by a denial +",
    ),
    "They will manage to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "manage", "future", modal="future"), "manage")],
        "left open by +- o",
    ),
    "They did not refuse to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "refuse", "past", negated=True), "refuse")],
        "left open by -o o",
    ),
    "They failed to manage to meet.": (
        [
            Layer(TO_MEET, "meet", "infinitive"),
            Layer(Clause(1, "manage", "none", infinitive=True, finite=False), "manage", "infinitive"),
            Layer(Clause(2, "fail", "past"), "fail"),
        ],
        "implied by a denial -",
    ),
    "They wanted to meet.": (
        [Layer(TO_MEET, "meet", "infinitive"), Layer(Clause(1, "want", "past"), "want")],
        "governed o",
    ),
    "He knew that they met.": (
        [Layer(MET, "meet", "clause"), Layer(Clause(1, "know", "past"), "know")],
        "implied +",
    ),
    "He denied that they met.": (
        [Layer(MET, "meet", "clause"), Layer(Clause(1, "deny", "past"), "deny")],
        "implied -",
    ),
    "He said that they met.": (
        [Layer(MET, "meet", "clause"), Layer(Clause(1, "say", "past"), "say")],
        "reported, told past +",
    ),
    "They came to meet.": (
        [Layer(TO_MEET, "meet", "purpose"), Layer(Clause(1, "arrive", "past"), "arrive")],
        "purpose o",
    ),
    "without meeting": (
        [Layer(Clause(0, "meet", "none", gerund=True, mark="without", finite=False), "meet")],
        "left undone -",
    ),
    "They cancelled the meeting.": (
        [
            Layer(Clause(0, "meeting", "none"), "meeting", "nominal", named=True),
            Layer(Clause(1, "cancel", "past"), "cancel"),
        ],
        "undone -",
    ),
}


@pytest.mark.parametrize(("layers", "rule"), LAYERS.values(), ids=list(LAYERS))
def test_each_rule(layers: list[Layer], rule: str) -> None:
    verdict = factuality(layers)
    assert verdict.rule == rule
    assert -3 <= verdict.value <= 3


TREES = {
    "managed to meet": (
        "They PRP nsubj 2 | managed/manage VBD root 0 | to TO mark 4 | meet VB xcomp 2",
        3,
        "implied +",
    ),
    "refused to meet": (
        "They PRP nsubj 2 | refused/refuse VBD root 0 | to TO mark 4 | meet VB xcomp 2",
        3,
        "implied -",
    ),
    "offered and agreed to meet: verbs on one level": (
        "They PRP nsubj 2 | failed/fail VBD root 0 | to TO mark 4 | call VB xcomp 2 | or CC cc 6 | meet VB conj 4",
        5,
        "implied -",
    ),
    "a plan to meet": (
        "Their PRP$ nmod:poss 2 | plan NN nsubj 5 | to TO mark 4 | meet VB acl 2 | failed/fail VBD root 0",
        3,
        "governed by a noun o",
    ),
}


@pytest.mark.parametrize(("rows", "event", "rule"), TREES.values(), ids=list(TREES))
def test_layers_from_a_tree(rows: str, event: int, rule: str) -> None:
    assert did_it_happen(tree(rows), event).rule == rule


def sentences(kind: str) -> list[tuple[str, str]]:
    """The example sentences of one kind, each with the signature that it stands beside."""
    groups = [(f"{takes} {key}", group) for takes in ("infinitive", "clause") for key, group in RAW[takes].items()]
    return [(name, s) for name, group in groups for s in group.get(kind, [])]


CASES = [(s, "+", name) for name, s in sentences("yes")] + [(s, "-", name) for name, s in sentences("no")]
CASES += [(s, "o", name) for name, s in sentences("open")]


@pytest.mark.parametrize(("sentence", "sign", "signature"), CASES, ids=[f"{n}: {s}" for s, _, n in CASES])
def test_the_sentences_of_the_lexicon(engine: Engine, sentence: str, sign: str, signature: str) -> None:
    analysis = engine.analyse(sentence)
    event = next(t.i for t in analysis.tokens if t.lemma.lower() == "meet")
    assert did_it_happen(analysis, event).rule[-1] == sign


def test_no_word_stands_under_two_signatures() -> None:
    for takes in ("infinitive", "clause"):
        words = [w for group in RAW[takes].values() for w in group["words"]]
        assert len(words) == len(set(words)), sorted(w for w in set(words) if words.count(w) > 1)
