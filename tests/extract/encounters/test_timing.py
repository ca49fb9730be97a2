"""Which time is the encounter's, on trees written by hand; the article is of Wednesday, 14 May 2031."""

from __future__ import annotations

import pytest

from parley.extract.encounters.told_later import counted_from_each_other
from parley.model.encounter import Encounter, EncounterKind, When
from parley.model.span import Span
from tests.extract.encounters.hand import encounters

PAIR = "Peru NNP nsubj {0} | and CC cc 3 | Chile NNP conj 1"
TALKS = "Talks/talks NNS {1} {0} | between IN case 3 | Peru NNP nmod 1 | and CC cc 5 | Chile NNP conj 3"
HOLD = f"{PAIR.format(5)} | will MD aux 5 | hold VB root 0 | a DT det 7 | summit NN obj 5"
VISIT = "a DT det 5 | three-day JJ amod 5 | visit NN obj 2 | to IN case 7"

ONE_SENTENCE = {
    "planned for": (
        "Peru NNP nsubj 2 | cancelled/cancel VBD root 0 | the DT det 4 | summit NN obj 2 | with IN case 6"
        " | Chile NNP nmod 4 | planned/plan VBN acl 4 | for IN case 9 | Friday NNP obl 7",
        "2031-05-16",
    ),
    "planned for, with the day tied to the wrong verb": (
        "Peru NNP nsubj 2 | cancelled/cancel VBD root 0 | the DT det 4 | summit NN obj 2 | with IN case 6"
        " | Chile NNP nmod 4 | planned/plan VBN acl 4 | for IN case 9 | Friday NNP obl 2",
        "2031-05-16",
    ),
    "scheduled to take place": (
        f"{TALKS.format(15, 'nsubj:pass')} | , , punct 7 | scheduled/schedule VBN acl 1 | to TO mark 9"
        " | take VB advcl 7 | place NN obj 9 | on IN case 12 | Friday NNP obl 9 | , , punct 7 | were VBD aux:pass 15"
        " | cancelled/cancel VBN root 0",
        "2031-05-16",
    ),
    "expected to begin": (
        f"{TALKS.format(7, 'nsubj:pass')} | are VBP aux:pass 7 | expected/expect VBN root 0 | to TO mark 9"
        " | begin VB xcomp 7 | on IN case 11 | Friday NNP obl 9",
        "2031-05-16",
    ),
    "held in a place on": (
        f"{TALKS.format(14, 'nsubj')} | , , punct 7 | held/hold VBN acl 5 | in IN case 9 | Oslo NNP obl 7"
        " | on IN case 11 | Monday NNP obl 9 | , , punct 7 | were VBD cop 14 | short JJ root 0",
        "2031-05-12",
    ),
    "which ended on, with the clause tied to the wrong noun": (
        "Lume NNP nsubj 2 | praised/praise VBD root 0 | results/result NNS obj 2 | of IN case 6 | the DT det 6"
        " | summit NN nmod 3 | between IN case 8 | Peru NNP nmod 6 | and CC cc 10 | Chile NNP conj 8 | , , punct 13"
        " | which WDT nsubj 13 | ended/end VBD acl:relcl 3 | on IN case 15 | Monday NNP obl 13",
        "2031-05-12",
    ),
    "his September state visit": (
        "Lume NNP nsubj 2 | cancelled/cancel VBD root 0 | her PRP$ nmod:poss 6 | June NNP compound 5"
        " | state NN compound 6 | visit NN obj 2 | to IN case 8 | Chile NNP nmod 6",
        "2031-06-01/2031-06-30",
    ),
    "before the June elections": (
        f"{PAIR.format(4)} | held/hold VBD root 0 | talks/talks NNS obj 4 | before IN case 9 | the DT det 9"
        " | June NNP compound 9 | elections/election NNS obl 4",
        None,
    ),
    "moved from … to": (
        f"{PAIR.format(4)} | moved/move VBD root 0 | their PRP$ nmod:poss 6 | summit NN obj 4 | from IN case 8"
        " | Tuesday NNP obl 4 | to IN case 10 | Friday NNP obl 4",
        "2031-05-16",
    ),
    "went somewhere to meet": (
        "Lume NNP nsubj 2 | flew/fly VBD root 0 | to IN case 4 | Oslo NNP obl 2 | on IN case 6 | Monday NNP obl 2"
        " | to TO mark 8 | meet VB advcl 2 | Sand NNP obj 8",
        "2031-05-12",
    ),
    "goes somewhere for talks": (
        "Lume NNP nsubj 3 | will MD aux 3 | travel VB root 0 | to IN case 5 | Oslo NNP obl 3 | on IN case 7"
        " | Friday NNP obl 3 | for IN case 9 | talks/talks NNS obl 3 | with IN case 11 | Sand NNP nmod 9",
        "2031-05-16",
    ),
    "managed to meet": (
        "On IN case 2 | Monday NNP obl 4 | Lume NNP nsubj 4 | managed/manage VBD root 0 | to TO mark 6"
        " | meet VB xcomp 4 | Sand NNP obj 6",
        "2031-05-12",
    ),
    "announced a visit in": (
        "Peru NNP nsubj 2 | announced/announce VBD root 0 | a DT det 4 | summit NN obj 2 | with IN case 6"
        " | Chile NNP nmod 4 | in IN case 8 | June NNP obl 2",
        "2031-06-01/2031-06-30",
    ),
    "began a three-day visit on": (
        f"Lume NNP nsubj 2 | began/begin VBD root 0 | {VISIT} | Chile NNP nmod 5 | on IN case 9 | Monday NNP obl 2",
        "2031-05-12/2031-05-14",
    ),
    "ended a three-day visit on": (
        f"Lume NNP nsubj 2 | ended/end VBD root 0 | {VISIT} | Chile NNP nmod 5 | on IN case 9 | Monday NNP obl 2",
        "2031-05-10/2031-05-12",
    ),
    "paid a three-day visit on: nobody says which day of it": (
        f"Lume NNP nsubj 2 | paid/pay VBD root 0 | {VISIT} | Chile NNP nmod 5 | on IN case 9 | Monday NNP obl 2",
        "2031-05-12",
    ),
    "cancelled on": (
        "Peru NNP nsubj 2 | cancelled/cancel VBD root 0 | its PRP$ nmod:poss 4 | summit NN obj 2 | with IN case 6"
        " | Chile NNP nmod 4 | on IN case 8 | Monday NNP obl 2",
        None,
    ),
    "will meet after": (
        f"{PAIR.format(5)} | will MD aux 5 | meet VB root 0 | after IN case 7 | Friday NNP obl 5",
        None,
    ),
}  # fmt: skip

TWO_SENTENCES = {
    "It will take place on": (
        "It PRP nsubj 3 | will MD aux 3 | take VB root 0 | place NN obj 3 | on IN case 6 | Friday NNP obl 3",
        "2031-05-16",
    ),
    "It is due on": ("It PRP nsubj 3 | is VBZ cop 3 | due JJ root 0 | on IN case 5 | Friday NNP obl 3", "2031-05-16"),
    "The date is": ("The DT det 2 | date NN nsubj 4 | is VBZ cop 4 | Friday NNP root 0", "2031-05-16"),
    "It spoke of it on": ("It PRP nsubj 2 | complained/complain VBD root 0 | on IN case 4 | Monday NNP obl 2", None),
    "The storm began on": (
        "The DT det 2 | storm NN nsubj 3 | began/begin VBD root 0 | on IN case 5 | Monday NNP obl 3",
        None,
    ),
    "another encounter between": (
        "Visits/visit NNS nsubj 2 | help VBP root 0 | ; : punct 2 | it PRP nsubj 5 | starts/start VBZ parataxis 2"
        " | on IN case 7 | Friday NNP obl 5",
        None,
    ),
}


def days(e: Encounter) -> str | None:
    """The days of an encounter in one word."""
    if e.when is None:
        return None
    return e.when.earliest if e.when.earliest == e.when.latest else f"{e.when.earliest}/{e.when.latest}"


@pytest.mark.parametrize(("rows", "day"), ONE_SENTENCE.values(), ids=list(ONE_SENTENCE))
def test_the_time_of_an_encounter_in_its_own_sentence(rows: str, day: str | None) -> None:
    assert days(encounters(rows)[0]) == day


@pytest.mark.parametrize(("rows", "day"), TWO_SENTENCES.values(), ids=list(TWO_SENTENCES))
def test_the_time_of_an_encounter_in_the_next_sentence(rows: str, day: str | None) -> None:
    assert days(encounters(HOLD, "", rows)[0]) == day


def test_a_narrower_time_of_another_mention_is_kept() -> None:
    first = f"{HOLD} | this DT det 9 | month NN obl 5"
    again = "The DT det 2 | summit NN nsubj 3 | opens/open VBZ root 0 | on IN case 5 | Friday NNP obl 3"
    (encounter,) = encounters(first, "", again)
    assert days(encounter) == "2031-05-16"


def test_the_day_before_an_encounter_is_counted_from_it() -> None:
    text = "They will meet the day before the summit, which is on Friday."
    summit = made("summit", Span(30, 40, "the summit"), When("Friday", 54, 60, "2031-05-16", "2031-05-16"))
    meeting = made("meeting", Span(10, 14, "meet"), When("the day before", 15, 29))
    assert [days(e) for e in counted_from_each_other([summit, meeting], text)] == ["2031-05-16", "2031-05-15"]


def made(kind: EncounterKind, mention: Span, when: When) -> Encounter:
    """An encounter of which nothing is known but its time."""
    return Encounter(kind, kind, None, (), None, when, (mention,), "scheduled", False, "not_told", ())
