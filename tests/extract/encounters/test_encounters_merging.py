"""Which mentions are one encounter, on trees written by hand."""

from __future__ import annotations

import pytest

from parley.extract.encounters.sides import actor_fit, party_fit
from parley.model.attribution import Attribution, Source
from parley.model.mention import Actor
from parley.model.span import Span
from tests.extract.encounters.hand import DAHL, LUME, ROCA, SAND, encounters, found, told, who
from tests.handmade import tree

WILL_MEET = "Lume NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Sand NNP obj 3 | . . punct 3"
MET = "Lume NNP nsubj 2 | met/meet VBD root 0 | Sand NNP obj 2 | . . punct 2"
SUMMIT_OFF = "The DT det 2 | summit NN nsubj:pass 4 | was VBD aux:pass 4 | cancelled/cancel VBN root 0 | . . punct 4"
MINISTERS = "Roca NNP nsubj 2 | met/meet VBD root 0 | Dahl NNP obj 2 | . . punct 2"
CALLED = "Lume NNP nsubj 2 | telephoned/telephone VBD root 0 | Sand NNP obj 2 | . . punct 2"
KENYA = "Peru NNP nsubj 2 | met/meet VBD root 0 | Kenya NNP obj 2 | . . punct 2"
BODIES = "Talks/talks NNS nsubj 6 | between IN case 3 | Peru NNP nmod 1 | and CC cc 5 | Chile NNP conj 3"
COUNTRIES_OFF = f"{BODIES} | collapsed/collapse VBD root 0 | . . punct 6"
AGAIN = "A DT det 3 | second JJ amod 3 | meeting NN nsubj:pass 6 | was VBD aux:pass 6 | also RB advmod 6"
SECOND = f"{AGAIN} | planned/plan VBN root 0 | . . punct 6"


def shape(*rows: str) -> list[tuple[list[str], int]]:
    """For each encounter its parties and how many claims tell of it."""
    return [(who(e), len(e.claims)) for e in encounters(*rows)]


def test_the_summit_is_the_one_spoken_of() -> None:
    assert shape(WILL_MEET, "", SUMMIT_OFF) == [(["Lume", "Sand"], 2)]


def test_it_is_the_one_spoken_of() -> None:
    off = "It PRP nsubj:pass 4 | has VBZ aux 4 | been VBN aux:pass 4 | postponed/postpone VBN root 0 | . . punct 4"
    ((_, claims),) = [(who(e), [told(c) for c in e.claims]) for e in encounters(WILL_MEET, "", off)]
    assert claims == ["announced", "postponed"]


def test_who_has_met_and_will_meet_meets_twice() -> None:
    assert shape(MET, "", WILL_MEET) == [(["Lume", "Sand"], 1), (["Lume", "Sand"], 1)]


def test_a_call_is_not_the_meeting_that_it_prepares() -> None:
    assert [e.kind for e in encounters(CALLED, "", WILL_MEET)] == ["call", "meeting"]


def test_other_people_of_the_same_countries_meet_apart() -> None:
    assert shape(MET, "", MINISTERS) == [(["Lume", "Sand"], 1), (["Dahl", "Roca"], 1)]


def test_other_countries_meet_apart() -> None:
    assert shape(MET, "", KENYA) == [(["Lume", "Sand"], 1), (["Kenya", "Peru"], 1)]


def test_the_countries_of_the_people_are_the_same_encounter() -> None:
    assert len(encounters(WILL_MEET, "", COUNTRIES_OFF.replace("collapsed/collapse", "opened/open"))) == 1


def test_a_second_meeting_is_another_of_the_same_people() -> None:
    assert [who(e) for e in encounters(MET, "", SECOND)] == [["Lume", "Sand"], ["Lume", "Sand"]]


def test_two_days_are_two_encounters() -> None:
    on = "Lume NNP nsubj 2 | met/meet VBD root 0 | Sand NNP obj 2 | on IN case 5 | {} NNP obl 2 | . . punct 2"
    assert shape(on.format("Monday"), "", on.format("Tuesday")) == [(["Lume", "Sand"], 1), (["Lume", "Sand"], 1)]


def test_two_towns_are_two_encounters() -> None:
    there = "Lume NNP nsubj 2 | met/meet VBD root 0 | Sand NNP obj 2 | in IN case 5 | {} NNP obl 2 | . . punct 2"
    assert shape(there.format("Oslo"), "", there.format("Riga")) == [(["Lume", "Sand"], 1), (["Lume", "Sand"], 1)]


def test_claims_of_the_title_are_marked() -> None:
    title = "Lume NNP compound 4 | - HYPH punct 3 | Sand NNP compound 4 | summit NN nsubj 5"
    title += " | cancelled/cancel VBN root 0"
    (encounter,) = encounters(title, "¶", WILL_MEET, headline="Lume - Sand summit cancelled")
    assert [c.headline for c in encounter.claims] == [True, False]


def test_a_preparatory_meeting_prepares_the_summit() -> None:
    prepares = "A DT det 3 | preparatory JJ amod 3 | meeting NN nsubj 9 | between IN case 5 | Roca NNP nmod 3"
    prepares += " | and CC cc 7 | Dahl NNP conj 5 | will MD aux 9 | follow VB root 0 | . . punct 9"
    read = found(tree(WILL_MEET, "", prepares))
    summit, before = read.encounters
    assert [(r.from_, r.to, r.kind) for r in read.relations] == [(before.id, summit.id, "prepares")]


IT_WOULD = "It PRP nsubj 6 | would MD aux 6 | be VB cop 6 | their PRP$ nmod:poss 6 | first JJ amod 6"
FIRST = f"{IT_WOULD} | meeting NN root 0 | . . punct 6"
LAST_MET = "Lume NNP nsubj 3 | last RB advmod 3 | met/meet VBD root 0 | Sand NNP obj 3 | in IN case 6"
RECALLED = f"{LAST_MET} | Riga NNP obl 3 | . . punct 3"
WILL_BE = "The DT det 2 | summit NN nsubj 5 | will MD aux 5 | be VB cop 5 | short JJ root 0 | . . punct 5"


def test_what_a_sentence_says_that_it_is_stays_one_encounter() -> None:
    assert len(encounters(WILL_MEET, "", FIRST)) == 1


def test_what_is_recalled_does_not_take_the_summit() -> None:
    coming, recalled = encounters(WILL_MEET, "", RECALLED, "", WILL_BE)
    assert [m.text for m in coming.mentions] == ["meet", "The summit"]
    assert [m.text for m in recalled.mentions] == ["met"]


def test_that_meeting_is_the_one_just_told() -> None:
    that = "That DT det 2 | meeting NN nsubj 3 | ended/end VBD root 0 | early RB advmod 3 | . . punct 3"
    coming, recalled = encounters(WILL_MEET, "", RECALLED, "", that)
    assert [len(coming.mentions), len(recalled.mentions)] == [1, 2]


def test_the_pair_are_the_two_told_last() -> None:
    pair = "The DT det 2 | pair NN nsubj 3 | met/meet VBD root 0 | on IN case 5 | Monday NNP obl 3"
    assert shape(WILL_MEET, "", pair) == [(["Lume", "Sand"], 1), (["Lume", "Sand"], 1)]


def test_a_place_in_the_title_finds_its_encounter() -> None:
    title = "Riga NNP compound 2 | summit NN nsubj 3 | called/call VBN root 0 | off RP compound:prt 3"
    there = "Lume NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Sand NNP obj 3 | in IN case 6 | Riga NNP obl 3"
    (one,) = encounters(title, "¶", there, headline="Riga summit called off")
    assert [m.text for m in one.mentions] == ["Riga summit", "meet"]


def test_the_summit_is_not_the_ministers_meeting() -> None:
    follow = "Roca NNP nsubj 3 | will MD aux 3 | meet VB root 0 | Dahl NNP obj 3 | . . punct 3"
    leaders, ministers = encounters(WILL_MEET, "", follow, "", WILL_BE)
    assert [len(leaders.mentions), len(ministers.mentions)] == [2, 1]


def test_a_round_of_talks_is_told_once() -> None:
    words = "Peru NNP nsubj 3 | then RB advmod 3 | opened/open VBD root 0"
    words += " | a DT det 6 | third JJ amod 6 | round NN obj 3 | of IN case 8 | talks NNS nmod 6 | with IN case 10"
    (one,) = encounters(f"{words} | Kenya NNP nmod 6 | . . punct 3")
    assert (who(one), len(one.claims)) == (["Kenya", "Peru"], 1)


def test_a_meeting_in_which_the_day_is_set_prepares_the_other() -> None:
    call = "Roca NNP nsubj 5 | and CC cc 3 | Dahl NNP conj 1 | then RB advmod 5 | agreed/agree VBD root 0"
    call += " | on IN case 8 | a DT det 8 | date NN obl 5 | by IN case 10 | telephone NN obl 5 | . . punct 5"
    read = found(tree(WILL_MEET, "", call))
    summit, before = read.encounters
    assert [(r.from_, r.to, r.kind) for r in read.relations] == [(before.id, summit.id, "prepares")]


def test_ministers_meet_for_the_leaders_who_are_to_meet() -> None:
    coming, past = found(tree(WILL_MEET, "", MINISTERS)), found(tree(MET, "", MINISTERS))
    assert [r.kind for r in coming.relations] == ["prepares"]
    assert past.relations == ()


def test_a_claim_tells_its_place_and_when_it_was_said() -> None:
    says = "Lume NNP nsubj 2 | said/say VBD root 0 | on IN case 4 | Monday NNP obl 2 | that IN mark 8"
    says += " | Sand NNP nsubj 8 | will MD aux 8 | meet VB ccomp 2 | Roca NNP obj 8 | in IN case 11 | Oslo NNP obl 8"
    a = tree(says)
    cue, content = a.tokens[1], Span.of(a.text, a.tokens[4].start, a.tokens[10].end)
    source = Source("Lume", 0, 4, "lume", "speaker", True)
    heard = Attribution("a1", (source,), Span.of(a.text, cue.start, cue.end), (content,), "indirect")
    (claim,) = found(a, [heard]).encounters[0].claims
    assert (claim.said, claim.place.name if claim.place else None) == ("2031-05-12", "Oslo")


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (LUME, LUME, "same"),
        (LUME, Actor("peru", "Peru", "country", country="PER"), "country"),
        (LUME, ROCA, "none"),
        (LUME, SAND, "none"),
        (Actor("x", "Peru", "country", country="PER"), Actor("y", "Kenya", "country", country="KEN"), "none"),
    ],
)
def test_how_far_two_actors_can_be_the_same_party(one: Actor, other: Actor, fit: str) -> None:
    value = actor_fit(one, other)
    assert {"same": value == 1, "country": 0 < value < 1, "none": value == 0}[fit]
    assert value == actor_fit(other, one)


def test_another_minister_of_a_country_is_a_rival() -> None:
    assert party_fit([LUME, SAND], [LUME, SAND]) == 1
    assert party_fit([ROCA, DAHL], [LUME, SAND]) == 0
    assert party_fit([LUME, DAHL], [LUME, SAND]) == 0
