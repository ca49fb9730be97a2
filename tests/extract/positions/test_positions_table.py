"""What positions promise, on trees written by hand."""

from __future__ import annotations

import pytest

from parley.extract.positions import find_movement, find_positions
from parley.model.attribution import Attribution, Source
from parley.model.position import Position
from parley.model.span import Span
from tests.handmade import document, named, tree


def told(found: tuple[Position, ...]) -> list[tuple[str, str | None, str]]:
    """Stance, movement and words of positions."""
    return [(p.stance, p.movement, p.evidence.text) for p in found]


DEMAND = ("Peru NNP nsubj 2", "calls/call VBZ root 0", "for IN case 4", "talks/talk NNS obl 2")
REFUSAL = ("Peru NNP nsubj 2", "refused/refuse VBD root 0", "to TO mark 4", "meet VB xcomp 2", "Chile NNP obj 4")
TWICE = ("Peru NNP nsubj 2", "refused/refuse VBD root 0", "to TO mark 4", "reject VB xcomp 2", "talks/talk NNS obj 4")
DENIED = ("Peru NNP nsubj 4", "has VBZ aux 4", "not RB advmod 4", "rejected/reject VBN root 0", "talks/talk NNS obj 4")
PASSIVE = (
    *("The DT det 2", "plan NN nsubj:pass 4", "was VBD aux:pass 4", "rejected/reject VBN root 0"),
    *("by IN case 6", "Chile NNP obl:agent 4"),
)
WANTS_NOT = (
    *("Peru NNP nsubj 4", "does VBZ aux 4", "not RB advmod 4", "want VB root 0", "to TO mark 6", "back VB xcomp 4"),
    *("down RP compound:prt 6",),
)
STILL = (
    *("Peru NNP nsubj 4", "has VBZ aux 4", "not RB advmod 4", "moved/move VBN root 0", "far RB advmod 6"),
    *("enough RB advmod 4", "from IN case 9", "its PRP$ nmod:poss 9", "demands/demand NNS obl 4"),
)
SOFTER = ("Peru NNP nsubj 2", "softened/soften VBD root 0", "its PRP$ nmod:poss 4", "stance NN obj 2")
INSISTS = ("Peru NNP nsubj 2", "insists/insist VBZ root 0", "on IN case 5", "the DT det 5", "pact NN obl 2")
READY = ("Peru NNP nsubj 3", "is VBZ cop 3", "ready JJ root 0", "to TO mark 5", "negotiate VB xcomp 3")
UNREADY = (
    *("Peru NNP nsubj 4", "is VBZ cop 4", "not RB advmod 4", "ready JJ root 0"),
    *("to TO mark 6", "negotiate VB xcomp 4"),
)
NOUN = (
    *("The DT det 2", "offer NN nsubj 7", "of IN case 4", "Peru NNP nmod 2", "to TO mark 6"),
    *("negotiate VB acl 2", "came/come VBD root 0"),
)
WILL_NOT = ("Peru NNP nsubj 4", "will MD aux 4", "not RB advmod 4", "attend VB root 0", "talks/talk NNS obj 4")
UNLESS = (
    *("Peru NNP nsubj 4", "will MD aux 4", "not RB advmod 4", "attend VB root 0"),
    *("unless IN mark 7", "Chile NNP nsubj 7", "withdraws/withdraw VBZ advcl 4"),
)
COMMENT = ("Peru NNP nsubj 2", "refused/refuse VBD root 0", "to TO mark 4", "comment VB xcomp 2")
ASKED = ("Will MD aux 3", "Peru NNP nsubj 3", "refuse VB root 0", "talks/talk NNS obj 3", "? . punct 3")


@pytest.mark.parametrize(
    ("rows", "stance", "movement", "words"),
    [
        pytest.param(DEMAND, "demand", None, "Peru calls for talks", id="call for"),
        pytest.param(REFUSAL, "refusal", None, "Peru refused to meet Chile", id="refuse to"),
        pytest.param(PASSIVE, "refusal", None, "The plan was rejected by Chile", id="passive: the agent holds it"),
        pytest.param(WANTS_NOT, "refusal", "none", "back down", id="no movement"),
        pytest.param(STILL, "demand", "insufficient", "far enough from its demands", id="too little movement"),
        pytest.param(SOFTER, "concession", "softened", "Peru softened its stance", id="softened"),
        pytest.param(INSISTS, "demand", "none", "Peru insists on the pact", id="insist on"),
        pytest.param(READY, "offer", None, "Peru is ready to negotiate", id="ready to"),
        pytest.param(UNREADY, "refusal", None, "not ready to negotiate", id="not ready to"),
        pytest.param(NOUN, "offer", None, "The offer of Peru to negotiate", id="noun with its holder"),
        pytest.param(WILL_NOT, "refusal", None, "Peru will not attend talks", id="will not"),
    ],
)
def test_reads_a_stance(rows: tuple[str, ...], stance: str, movement: str | None, words: str) -> None:
    a = tree(*rows)
    found = find_positions(a, document(a), named(a, "Peru", "Chile"), ())
    assert [(p.stance, p.movement) for p in found] == [(stance, movement)]
    assert words in found[0].evidence.text


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(TWICE, id="a refusal refused"),
        pytest.param(DENIED, id="did not reject"),
        pytest.param(COMMENT, id="declining to speak"),
        pytest.param(ASKED, id="a question"),
    ],
)
def test_leaves_alone(rows: tuple[str, ...]) -> None:
    a = tree(*rows)
    assert find_positions(a, document(a), named(a, "Peru", "Chile"), ()) == ()


def test_condition_tells_the_refusal_that_it_binds_too() -> None:
    a = tree(*UNLESS)
    found = told(find_positions(a, document(a), named(a, "Peru", "Chile"), ()))
    assert found == [("condition", None, "Peru will not attend unless Chile withdraws")]


def test_nobody_known_holds_nothing() -> None:
    a = tree(*DEMAND)
    assert find_positions(a, document(a), named(a), ()) == ()
    assert find_positions(a, document(a), None, ()) == ()


def test_must_in_the_words_of_a_source_is_its_demand() -> None:
    rows = (
        "Rebels/rebel NNS nsubj 3",
        "must MD aux 3",
        "withdraw VB root 0",
        ", , punct 3",
        "Peru NNP nsubj 6",
        "said/say VBD parataxis 3",
    )
    a = tree(*rows)
    actors = named(a, "Peru")
    source = Source("Peru", a.tokens[4].start, a.tokens[4].end, "a0", "speaker", True)
    quoted = Attribution("q1", (source,), None, (Span.of(a.text, 0, a.tokens[2].end),), "indirect")
    found = find_positions(a, document(a), actors, (quoted,))
    assert [(p.actor, p.stance, p.attribution) for p in found] == [("a0", "demand", "q1")]
    assert find_positions(a, document(a), actors, ()) == ()


def test_who_moved() -> None:
    a = tree(*SOFTER)
    moved = find_movement(find_positions(a, document(a), named(a, "Peru"), ()))
    assert {actor: [m for m, _ in rows] for actor, rows in moved.items()} == {"a0": ["softened"]}


FINES = (
    *("Peru NNP nsubj 2", "waives/waive VBZ root 0", "the DT det 4", "fines/fine NNS obj 2", "of IN case 7"),
    *("last JJ amod 4", "week NN obl 2"),
)
PROPOSED = (
    *("A DT det 2", "truce NN nsubj 6", "proposed/propose VBN acl 2", "by IN case 5", "Peru NNP obl:agent 3"),
    "failed/fail VBD root 0",
)
SUBJUNCTIVE = (
    *("Peru NNP nsubj 2", "insists/insist VBZ root 0", "that IN mark 5", "Chile NNP nsubj 5"),
    *("withdraw VB ccomp 2", "its PRP$ nmod:poss 7", "ships/ship NNS obj 5"),
)


@pytest.mark.parametrize(
    ("rows", "stance", "words"),
    [
        pytest.param(FINES, "concession", "Peru waives the fines of last week", id="a noun phrase is not cut"),
        pytest.param(PROPOSED, "offer", "A truce proposed by Peru", id="reduced passive: the agent offers"),
        pytest.param(SUBJUNCTIVE, "demand", "Peru insists that Chile withdraw its ships", id="bare subjunctive"),
    ],
)
def test_reads_the_whole_words(rows: tuple[str, ...], stance: str, words: str) -> None:
    a = tree(*rows)
    found = find_positions(a, document(a), named(a, "Peru", "Chile"), ())
    assert [(p.stance, p.evidence.text) for p in found] == [(stance, words)]
