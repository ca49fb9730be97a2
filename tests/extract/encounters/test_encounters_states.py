"""What the words around an encounter say of its state, on trees written by hand."""

from __future__ import annotations

import pytest

from tests.extract.encounters.hand import encounters, told

# "Peru and Chile … meet …": the verb group decides
PAIR = "Peru NNP nsubj {0} | and CC cc 3 | Chile NNP conj 1"
VERBS = {
    "met": ("met/meet VBD root 0", 4, "held"),
    "are meeting": ("are VBP aux 5 | meeting/meet VBG root 0", 5, "under_way"),
    "will meet": ("will MD aux 5 | meet VB root 0", 5, "announced"),
    "are to meet": ("are VBP aux 6 | to TO mark 6 | meet VB root 0", 6, "announced"),
    "may meet": ("may MD aux 5 | meet VB root 0", 5, "proposed hedged"),
    "should meet": ("should MD aux 5 | meet VB root 0", 5, "proposed"),
    "were to meet": ("were/be VBD aux 6 | to TO mark 6 | meet VB root 0", 6, "announced earlier"),
    "had met": ("had VBD aux 5 | met/meet VBN root 0", 5, "held earlier"),
    "have not met": ("have/have VBP aux 6 | not RB advmod 6 | met/meet VBN root 0", 6, "not_yet"),
    "did not meet": ("did VBD aux 6 | not RB advmod 6 | meet VB root 0", 6, "not_held denies"),
    "will not meet": ("will MD aux 6 | not RB advmod 6 | meet VB root 0", 6, "refused denies"),
    "agreed to meet": ("agreed/agree VBD root 0 | to TO mark 6 | meet VB xcomp 4", 4, "announced"),
    "offered to meet": ("offered/offer VBD root 0 | to TO mark 6 | meet VB xcomp 4", 4, "proposed"),
    "refused to meet": ("refused/refuse VBD root 0 | to TO mark 6 | meet VB xcomp 4", 4, "refused denies"),
    "did not agree to meet": (
        "did VBD aux 6 | not RB advmod 6 | agree VB root 0 | to TO mark 8 | meet VB xcomp 6",
        6,
        "no_plans denies",
    ),
    "are ready to meet": ("are VBP cop 5 | ready JJ root 0 | to TO mark 7 | meet VB xcomp 5", 5, "proposed"),
    "are due to meet": ("are VBP cop 5 | due JJ root 0 | to TO mark 7 | meet VB xcomp 5", 5, "announced"),
}
# "The summit between Peru and Chile …": the predicate decides
SUMMIT = "The DT det 2 | summit NN {1} {0} | between IN case 4 | Peru NNP nmod 2 | and CC cc 6 | Chile NNP conj 4"
PREDICATES = {
    "was held": ("was VBD aux:pass 8 | held/hold VBN root 0", 8, "held"),
    "will be held": ("will MD aux 9 | be VB aux:pass 9 | held/hold VBN root 0", 9, "announced"),
    "was cancelled": ("was VBD aux:pass 8 | cancelled/cancel VBN root 0", 8, "cancelled"),
    "was called off": ("was VBD aux:pass 8 | called/call VBN root 0 | off RP compound:prt 8", 8, "cancelled"),
    "was postponed": ("was VBD aux:pass 8 | postponed/postpone VBN root 0", 8, "postponed"),
    "was suspended": ("was VBD aux:pass 8 | suspended/suspend VBN root 0", 8, "on_hold"),
    "may be cancelled": ("may MD aux 9 | be VB aux:pass 9 | cancelled/cancel VBN root 0", 9, "announced hedged"),
    "was not cancelled": (
        "was VBD aux:pass 9 | not RB advmod 9 | cancelled/cancel VBN root 0",
        9,
        "announced denies",
    ),
    "was announced": ("was VBD aux:pass 8 | announced/announce VBN root 0", 8, "announced"),
    "was proposed": ("was VBD aux:pass 8 | proposed/propose VBN root 0", 8, "proposed"),
    "had been planned": ("had VBD aux 9 | been VBN aux:pass 9 | planned/plan VBN root 0", 9, "announced earlier"),
}
ACTIVE = {
    "opened": ("opened/open VBD root 0", 7, "under_way"),
    "ended": ("ended/end VBD root 0", 7, "held"),
    "fell through": ("fell/fall VBD root 0 | through RP compound:prt 7", 7, "cancelled"),
    "is off the table": ("is VBZ cop 10 | off IN case 10 | the DT det 10 | table NN root 0", 10, "cancelled"),
    "remains on hold": ("remains/remain VBZ root 0 | on IN case 9 | hold NN obl 7", 7, "on_hold"),
    "is under way": ("is VBZ cop 9 | under IN case 9 | way NN root 0", 9, "under_way"),
    "took place": ("took/take VBD root 0 | place NN obj 7", 7, "held"),
    "will not take place": (
        "will MD aux 9 | not RB advmod 9 | take VB root 0 | place NN obj 9",
        9,
        "cancelled denies",
    ),
}
# "Peru … the meeting with Chile": what somebody does to it decides
TRANSITIVE = {
    "called off": ("called/call VBD root 0 | off RP compound:prt 2", "cancelled"),
    "postponed": ("postponed/postpone VBD root 0", "postponed"),
    "announced": ("announced/announce VBD root 0", "announced"),
    "wants": ("wants/want VBZ root 0", "proposed"),
    "rejected": ("rejected/reject VBD root 0", "refused denies"),
    "denied": ("denied/deny VBD root 0", "no_plans denies"),
    "confirmed": ("confirmed/confirm VBD root 0", "announced confirms"),
}


def only(rows: str) -> str:
    """The one claim of the one encounter."""
    ((claim,),) = [e.claims for e in encounters(rows)]
    return told(claim)


@pytest.mark.parametrize(("group", "head", "claim"), VERBS.values(), ids=VERBS.keys())
def test_tense_and_mood(group: str, head: int, claim: str) -> None:
    assert only(f"{PAIR.format(head)} | {group}") == claim


@pytest.mark.parametrize(("predicate", "head", "claim"), PREDICATES.values(), ids=PREDICATES.keys())
def test_what_is_done_to_it(predicate: str, head: int, claim: str) -> None:
    assert only(f"{SUMMIT.format(head, 'nsubj:pass')} | {predicate}") == claim


@pytest.mark.parametrize(("predicate", "head", "claim"), ACTIVE.values(), ids=ACTIVE.keys())
def test_what_it_does(predicate: str, head: int, claim: str) -> None:
    assert only(f"{SUMMIT.format(head, 'nsubj')} | {predicate}") == claim


@pytest.mark.parametrize(("verb", "claim"), TRANSITIVE.values(), ids=TRANSITIVE.keys())
def test_what_a_party_does_to_it(verb: str, claim: str) -> None:
    at = 3 + verb.count("|")
    noun = f"the DT det {at + 1} | meeting NN obj 2 | with IN case {at + 3} | Chile NNP nmod {at + 1}"
    assert only(f"Peru NNP nsubj 2 | {verb} | {noun}") == claim


def test_no_plans_for_it() -> None:
    rows = "Peru NNP nsubj 2 | has VBZ root 0 | no DT det 4 | plans/plan NNS obj 2 | for IN case 7 | a DT det 7"
    assert only(f"{rows} | meeting NN nmod 4 | with IN case 9 | Chile NNP nmod 7") == "no_plans denies"


def test_a_condition_is_no_plan() -> None:
    rows = "If IN mark 5 | Peru NNP nsubj 5 | and CC cc 4 | Chile NNP conj 2 | meet VBP advcl 7"
    assert only(f"{rows} | prices/price NNS nsubj 7 | fall VBP root 0") == "proposed conditions hedged"


def test_the_adjective_before_the_noun() -> None:
    rows = "The DT det 3 | planned VBN amod 3 | summit NN root 0 | between IN case 5 | Peru NNP nmod 3 | and CC cc 7"
    assert only(f"{rows} | Chile NNP conj 5") == "announced"


def test_whoever_asks_about_the_premise_denies_it() -> None:
    first = "Peru NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Chile NNP obj 3 | . . punct 3"
    second = "You PRP nsubj 4 | can MD aux 4 | not RB advmod 4 | postpone VB root 0 | something NN obj 4 | . . punct 4"
    (encounter,) = encounters(first, "", second)
    assert [told(c) for c in encounter.claims] == ["announced", "no_plans disputes_premise"]
