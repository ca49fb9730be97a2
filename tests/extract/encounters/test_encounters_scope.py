"""How far a word reaches: what governs it, what it is told of, who does it. On trees written by hand."""

from __future__ import annotations

import pytest

from tests.extract.encounters.hand import encounters, told

PAIR = "Peru NNP nmod 2 | and CC cc 6 | Chile NNP conj 4"
SUMMIT = f"The DT det 2 | summit NN nsubj {{0}} | between IN case 4 | {PAIR}"
WITH_CHILE = "the DT det {0} | talks/talk NNS obj {1} | with IN case {2} | Chile NNP nmod {0}".format
READS = {
    "have been meeting since Monday": (
        "Peru NNP nsubj 6 | and CC cc 3 | Chile NNP conj 1 | have VBP aux 6 | been VBN aux 6 | meeting/meet VBG root 0",
        "under_way",
    ),
    "may not take place": (
        f"{SUMMIT.format(9)} | may MD aux 9 | not RB advmod 9 | take VB root 0 | place NN obj 9",
        "announced hedged",
    ),
    "there will be no talks": (
        "There EX expl 3 | will MD aux 3 | be VB root 0 | no DT det 5 | talks/talk NNS nsubj 3 | between IN case 7"
        " | Peru NNP nmod 5 | and CC cc 9 | Chile NNP conj 7",
        "no_plans denies",
    ),
    "after the talks they will sign": (
        "After IN case 3 | the DT det 3 | talks/talk NNS obl 9 | , , punct 3 | Peru NNP nsubj 9 | and CC cc 7"
        " | Chile NNP conj 5 | will MD aux 9 | sign VB root 0 | a DT det 11 | treaty NN obj 9",
        "announced weak",
    ),
    "will send ships after talks": (
        "Peru NNP nsubj 3 | will MD aux 3 | send VB root 0 | ships/ship NNS obj 3 | after IN case 6"
        " | talks/talk NNS obl 3 | with IN case 8 | Chile NNP nmod 6",
        "held",
    ),
    "will sign it when it meets": (
        "Peru NNP nsubj 3 | will MD aux 3 | sign VB root 0 | it PRP obj 3 | when WRB advmod 7 | Peru NNP nsubj 7"
        " | meets/meet VBZ advcl 3 | Chile NNP obj 7",
        "announced",
    ),
    "threatened to cancel": (
        "Peru NNP nsubj 2 | threatened/threaten VBD root 0 | to TO mark 4 | cancel VB xcomp 2 | " + WITH_CHILE(6, 4, 8),
        "announced hedged",
    ),
    "was forced to cancel": (
        "Peru NNP nsubj:pass 3 | was VBD aux:pass 3 | forced/force VBN root 0 | to TO mark 5 | cancel VB xcomp 3 | "
        + WITH_CHILE(7, 5, 9),
        "cancelled",
    ),
    "agreed to open a border": (
        f"{SUMMIT.format(7).replace('between', 'of')} | agreed/agree VBD root 0 | to TO mark 9 | open VB xcomp 7"
        " | a DT det 11 | border NN obj 9",
        "held weak",
    ),
    "interest in hosting talks": (
        "Kenya NNP nsubj 2 | expressed/express VBD root 0 | interest NN obj 2 | in IN mark 5 | hosting/host VBG acl 3"
        " | talks/talk NNS obj 5 | between IN case 8 | Peru NNP nmod 6 | and CC cc 10 | Chile NNP conj 8",
        "proposed",
    ),
    "rain kept Peru from meeting": (
        "Rain NN nsubj 2 | kept/keep VBD root 0 | Peru NNP obj 2 | from IN mark 5 | meeting/meet VBG advcl 2"
        " | Chile NNP obj 5",
        "not_held denies",
    ),
    "is off until autumn": (
        f"{SUMMIT.format(8)} | is VBZ cop 8 | off RB root 0 | until IN case 10 | autumn NN obl 8",
        "postponed",
    ),
    "saw no point in meeting": (
        "Peru NNP nsubj 2 | saw/see VBD root 0 | no DT det 4 | point NN obj 2 | in IN mark 6 | meeting/meet VBG acl 4"
        " | Chile NNP obj 6",
        "no_plans denies",
    ),
    "pushed it back": (
        "Peru NNP nsubj 2 | pushed/push VBD root 0 | the DT det 4 | summit NN obj 2 | with IN case 6 | Chile NNP nmod 4"
        " | back RB advmod 2",
        "postponed",
    ),
    "at the start of talks": (
        "Peru NNP nsubj 2 | praised/praise VBD root 0 | it PRP obj 2 | at IN case 6 | the DT det 6 | start NN obl 2"
        " | of IN case 8 | talks/talk NNS nmod 6 | with IN case 10 | Chile NNP nmod 8",
        "under_way weak",
    ),
}


@pytest.mark.parametrize(("rows", "claim"), READS.values(), ids=READS.keys())
def test_what_governs_it(rows: str, claim: str) -> None:
    claims = [c for e in encounters(rows) for c in e.claims]
    assert claim in [told(c) for c in claims]


def test_a_question_tells_nothing() -> None:
    (encounter,) = encounters("Did VBD aux 3 | Peru NNP nsubj 3 | meet VB root 0 | Chile NNP obj 3 | ? . punct 3")
    assert encounter.claims == ()


def test_one_who_stays_away_from_a_meeting_of_many_does_not_call_it_off() -> None:
    rows = "Peru NNP nsubj 3 | will MD aux 3 | skip VB root 0 | the DT det 5 | talks/talk NNS obj 3 | of IN case 7"
    many = f"{rows} | Chile NNP nmod 5 | and CC cc 9 | Kenya NNP conj 7"
    assert [told(c) for e in encounters(many) for c in e.claims] == ["announced"]


def test_an_invitation_that_is_accepted() -> None:
    first = (
        "Sand NNP nsubj 2 | invited/invite VBD root 0 | Lume NNP obj 2 | to IN case 5 | Riga NNP obl 2 | . . punct 2"
    )
    second = "Lume NNP nsubj 2 | accepted/accept VBD root 0 | the DT det 4 | invitation NN obj 2 | . . punct 2"
    (encounter,) = encounters(first, "", second)
    assert [told(c) for c in encounter.claims] == ["proposed", "announced"]


def test_a_doubtful_adverb_leaves_a_doubt() -> None:
    (encounter,) = encounters("Peru NNP nsubj 3 | reportedly RB advmod 3 | met/meet VBD root 0 | Chile NNP obj 3")
    assert [told(c) for c in encounter.claims] == ["held hedged"]


def test_talks_in_the_course_of_a_visit_share_its_day() -> None:
    visit = "Lume NNP nsubj 3 | will MD aux 3 | visit VB root 0 | Riga NNP obj 3 | on IN case 6 | Friday NNP obl 3"
    talks = "Lume NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Sand NNP obj 3 | . . punct 3"
    found = encounters(f"{visit} | . . punct 3", "", talks)
    assert [(e.kind, e.when and e.when.text, [told(c) for c in e.claims]) for e in found] == [
        ("visit", "Friday", ["scheduled"]),
        ("meeting", "Friday", ["scheduled"]),
    ]


def test_talks_that_were_held_do_not_share_the_day_of_a_coming_visit() -> None:
    visit = "Lume NNP nsubj 3 | will MD aux 3 | visit VB root 0 | Riga NNP obj 3 | on IN case 6 | Friday NNP obl 3"
    (_, talks) = encounters(f"{visit} | . . punct 3", "", "Lume NNP nsubj 2 | met/meet VBD root 0 | Sand NNP obj 2")
    assert talks.when is None


def test_whoever_will_not_attend_leaves_the_meeting_as_it_is() -> None:
    first = "Peru NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Chile NNP obj 3 | . . punct 3"
    second = "Sand NNP nsubj 4 | will MD aux 4 | not RB advmod 4 | attend VB root 0 | the DT det 6 | meeting NN obj 4"
    (encounter,) = encounters(first, "", second)
    assert [told(c) for c in encounter.claims] == ["announced", "announced"]
