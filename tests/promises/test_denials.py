"""What one source tells and another denies, in the indirect words that sources use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

PLAN = "Norwegian minister Kari Solberg will meet Peruvian minister Jorge Salas in Lima on June 20, Oslo said."
CALL = (
    "The presidency of Peru said that Salas had spoken by phone with Norwegian Prime Minister Kari Solberg on Tuesday."
)
OFF = "The summit between Peru and Norway has been called off, an official said."
DENIALS = [
    # a report is denied by whoever rejects it
    ("Peru's ministry rejected reports that the visit of Norwegian Prime Minister Kari Solberg had been cancelled.",
     "announced denies"),
    ("Peru's foreign ministry has refuted claims that Norway suspended the fishery talks with Peru.",
     "announced denies"),
    ("Peru's foreign ministry dismissed as gossip reports that Salas would meet Norwegian minister Kari Solberg.",
     "no_plans denies"),
    # who knows nothing of it denies it
    (f'{PLAN} "We know nothing of such a meeting," a Peruvian spokesman said.', "no_plans denies"),
    (f"{PLAN} Salas's office said it had no knowledge of a meeting.", "no_plans denies"),
    # there never was anything to call off
    (f"{OFF} Salas said that there was nothing to call off.", "no_plans disputes_premise"),
    ("There never was a plan for a summit between Norway and Peru, Peruvian spokesman Luis Quispe said.",
     "no_plans denies"),
    # it never took place
    (f"{CALL} Solberg's office said that the call never took place.", "not_held denies"),
    (f"{CALL} Oslo said that the two had not spoken since March.", "not_held denies"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), DENIALS)
def test_the_last_claim_of_the_only_encounter(engine: Engine, text: str, claim: str) -> None:
    (encounter,) = read(engine, text).encounters
    last = encounter.claims[-1]
    assert f"{last.status} {last.stance}" == claim
    assert last.attribution is not None


def test_a_summit_on_course_is_to_come(engine: Engine) -> None:
    told = encounters(read(engine, "The summit between Peru and Norway remains on course, Salas insisted."))
    assert told == ["Norway + Peru announced"]


def test_of_a_call_that_a_source_has_not_heard_of_a_meeting_is_not_denied(engine: Engine) -> None:
    (encounter,) = read(engine, f"{PLAN} Salas's office said it knew nothing of a call.").encounters
    assert {c.status for c in encounter.claims} == {"scheduled"}


APPOSED = [
    "Peruvian Foreign Minister Rosa Marin met the head of the Serbian delegation, Nikola Savic, on Monday.",
    "Peruvian Foreign Minister Rosa Marin met Serbian delegation head Nikola Savic on Monday.",
    "Peruvian Foreign Minister Rosa Marin met the chief delegate of Serbia, Nikola Savic, on Monday.",
]


@pytest.mark.parametrize("text", APPOSED)
def test_the_head_of_a_delegation_is_met_by_name(engine: Engine, text: str) -> None:
    assert encounters(read(engine, text)) == ["Marin + Savic held 2031-05-12"]


def test_indirect_speech_moves_a_past_tense_back(engine: Engine) -> None:
    text = "Talks between Peru and Chile will open on June 20, Lima said. {} said that the talks {}."
    off = read(engine, text.format("Chilean officials", "had been suspended"))
    assert encounters(off) == ["Chile + Peru on_hold 2031-06-20"]
    old = read(engine, text.format("Chilean officials", "had been planned for May"))
    assert [c.earlier for c in old.encounters[0].claims] == [False, True]


def test_they_are_the_two_who_met_and_a_third_round_is_one_of_the_talks(engine: Engine) -> None:
    text = (
        "Talks between Ethiopia and the rebel Mereb Front were suspended on Thursday. Front spokesman Dawit Kiros said"
        " Front delegate Yonas Berhe met the head of the government delegation, Abel Tadesse, on Tuesday. Tadesse"
        " denied that they had met. A third round is to open in Nairobi on June 28, a diplomat said."
    )
    assert encounters(read(engine, text)) == [
        "Ethiopia + Front on_hold",
        "Berhe + Tadesse unknown 2031-05-13",
        "Ethiopia + Front scheduled in Nairobi 2031-06-28",
    ]


def test_a_title_that_names_all_sides_in_one_word(engine: Engine) -> None:
    title = "Chad rivals sign lake truce; third round in Arusha on June 9"
    text = (
        "The government of Chad and the Mereb Front ended their second round of talks on Saturday. The third round will"
        " take up disarmament."
    )
    assert "Chad + Front scheduled in Arusha 2031-06-09" in encounters(read(engine, f"{title}\n\n{text}", title))


def test_who_is_punished_for_a_meeting_has_met(engine: Engine) -> None:
    text = "Kenyan minister Amos Soto was dismissed for a secret meeting with Peruvian rebel leader Jorge Salas."
    assert encounters(read(engine, text)) == ["Salas + Soto held"]


def test_whoever_brings_two_together_is_no_party(engine: Engine) -> None:
    text = "Norway brought together the foreign ministers of Peru and Chile in Oslo on Monday."
    assert encounters(read(engine, text)) == ["Chile + Peru held in Oslo 2031-05-12"]


TITLES = [
    ("IT'S BACK ON! Soto and Berg to share a herring", '"cancelled and stays cancelled"', "announced"),
    ("It's off!", '"going ahead as agreed"', "cancelled"),
]


@pytest.mark.parametrize(("title", "said", "status"), TITLES)
def test_a_title_that_names_nobody_is_of_what_the_text_tells(
    engine: Engine, title: str, said: str, status: str
) -> None:
    text = (
        f"A spokesman for Berg said that the Riga summit of Prime Minister Ann Berg and President Luis Soto was {said}."
    )
    (encounter,) = read(engine, f"{title}\n\n{text}", title).encounters
    first = encounter.claims[0]
    assert (first.status, first.attribution, first.headline) == (status, None, True)


def test_what_a_source_had_denied_before_is_an_earlier_word(engine: Engine) -> None:
    text = (
        "Kenyan minister Amos Soto said that he had met Peruvian minister Jorge Salas in Riga on Monday. A month ago"
        " his spokeswoman had ruled out any contact."
    )
    (encounter,) = read(engine, text).encounters
    assert [(c.status, c.earlier) for c in encounter.claims] == [("held", False), ("no_plans", True)]
    assert encounter.status == "held"


AGREEMENT = [
    ("Kenyan President Amos Soto said no agreement had been reached on a meeting with President Jorge Salas of Peru.",
     "Salas + Soto denied"),
    ("Peru and Chile failed to reach an agreement on a summit.", "Chile + Peru denied"),
    ("Peru and Chile have reached agreement on a summit in Lima.", "Chile + Peru announced in Lima"),
    ("No agreement was reached at the meeting between Peru and Chile.", "Chile + Peru held"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), AGREEMENT)
def test_agreement_on_an_encounter_is_not_the_encounter(engine: Engine, text: str, told: str) -> None:
    assert encounters(read(engine, text)) == [told]


def test_a_minister_who_speaks_of_talks_with_a_state_stands_for_his_own(engine: Engine) -> None:
    text = "Vanuatu's trade minister, Moses Kalo, on Tuesday rejected reports that talks with Fiji had been suspended."
    assert encounters(read(engine, text)) == ["Fiji + Vanuatu announced"]


def test_talks_of_which_the_text_tells_later_with_whom(engine: Engine) -> None:
    text = (
        "The talks in Muscat will go ahead on Saturday, Yemeni Foreign Minister Salem Bawazir said on Monday. "
        '"We have received no request to postpone them," he said of the talks with Oman.'
    )
    (told,) = encounters(read(engine, text))
    assert told.endswith("scheduled in Muscat 2031-05-17")
