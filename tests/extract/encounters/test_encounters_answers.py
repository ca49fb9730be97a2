"""Sentences that answer what was told of an encounter without naming it, one promise a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parley.extract.encounters.answers import EFFECTS
from parley.lexicon.answers import phrases
from parley.lexicon.compile import HERE, parse
from parley.model.encounter import Claim
from tests.extract.encounters.hand import told
from tests.promises.shorthand import read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

TABLE: dict[str, Any] = parse((HERE / "languages/en/answers.yaml").read_text(encoding="utf-8"))
PLAN = "The presidents of Peru and Kenya, Luis Soto and Peter Mboya, will meet in Riga on 30 May, Peru's embassy said."
OFF = "The Riga meeting between Presidents Luis Soto of Peru and Peter Mboya of Kenya is cancelled, a source said."
MET = "The presidents of Peru and Kenya, Luis Soto and Peter Mboya, met in Riga on Monday, three guests said."
ANSWERS = [
    # the premise
    (OFF, '"There was no such arrangement," Mboya said.', "no_plans disputes_premise"),
    (PLAN, '"Nothing has been agreed," Kenyan minister Rose Otieno said.', "no_plans disputes_premise"),
    (PLAN, '"Kenya has neither sought nor accepted any such thing," Otieno, a minister, said.', "no_plans denies"),
    (OFF, '"The president will travel as planned," Kenyan minister Rose Otieno said.', "announced confirms"),
    # nobody met
    (MET, '"There has been no contact with Peru, in Riga or elsewhere," Kenya\'s embassy said.', "no_plans denies"),
    # the report
    (MET, 'Kenya\'s embassy said the report was "fantasy".', "not_held denies"),
    (OFF, "Kenya's embassy called the report pure invention.", "announced denies"),
    (PLAN, "Kenya's embassy denied the report.", "no_plans denies"),
    # it goes ahead
    (OFF, 'Kenya\'s embassy said preparations were going ahead "as before".', "announced confirms"),
    (OFF, '"The invitation stands," Kenyan minister Rose Otieno said.', "announced confirms"),
    # the day
    (PLAN, '"No timetable has been settled," Kenyan minister Rose Otieno said.', "announced denies weak"),
    (PLAN, "Kenyan minister Rose Otieno said 30 May was only a proposal.", "announced denies weak"),
    (PLAN, '"The exact day will be named next week," Kenyan minister Rose Otieno said.', "announced weak"),
]
NO_ANSWERS = [
    (MET, '"Preparations are going ahead," Kenyan minister Rose Otieno said.'),  # of what was held already
    (MET, '"Nothing was agreed," Kenyan minister Rose Otieno said.'),  # at the meeting
    (PLAN, '"If no timetable was settled, somebody slept," Kenyan minister Rose Otieno said.'),
    (PLAN, '"There has been no contact with Chile," Kenyan minister Rose Otieno said.'),  # with others
    (OFF, "A radio station claimed that the bridge had fallen. Kenya's embassy denied the report."),
]


@pytest.mark.parametrize("row", TABLE["answers"], ids=lambda r: r["words"])
def test_the_sentences_beside_a_phrase(row: dict[str, Any]) -> None:
    assert row["effect"] in EFFECTS
    for key, expected in (("yes", True), ("no", False)):
        for sentence in row.get(key, ()):
            found = {p.effect for p in phrases() if p.pattern.search(sentence.lower())}
            assert (row["effect"] in found) is expected, sentence


@pytest.mark.parametrize(("before", "answer", "claim"), ANSWERS)
def test_an_answer_is_a_claim_of_the_encounter_told_before(
    engine: Engine, before: str, answer: str, claim: str
) -> None:
    (encounter,) = read(engine, f"{before} {answer}").encounters
    last = encounter.claims[-1]
    assert told(last) == claim
    assert last.attribution is not None
    assert (last.unsettled == "time") is ("weak" in claim)


@pytest.mark.parametrize(("before", "answer"), NO_ANSWERS)
def test_what_is_no_answer(engine: Engine, before: str, answer: str) -> None:
    alone = read(engine, before).encounters
    assert [_told(e.claims) for e in read(engine, f"{before} {answer}").encounters] == [_told(e.claims) for e in alone]


def _told(claims: tuple[Claim, ...]) -> list[str]:
    return [told(c) for c in claims]
