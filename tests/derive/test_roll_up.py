"""From claims to a status: what a careful reader holds, by which rule, and whether it is disputed."""

from __future__ import annotations

from itertools import permutations

import pytest

from parley.derive.rules import RULES, roll_up
from tests.derive.claims import VOICE, claims

ONE_CLAIM = [
    ("proposed", "proposed", "suggested"),
    ("announced", "announced", "will_take_place"),
    ("scheduled", "scheduled", "day_is_set"),
    ("rescheduled", "scheduled", "moved_to_a_day"),
    ("under_way", "under_way", "is_going_on"),
    ("held", "held", "took_place"),
    ("on_hold", "on_hold", "paused"),
    ("postponed", "postponed", "put_off"),
    ("cancelled", "cancelled", "called_off"),
    ("not_held", "cancelled", "called_off"),
    ("Lisbon: not_held denies", "denied", "never_took_place"),
    ("refused", "denied", "refused_or_never_planned"),
    ("no_plans", "denied", "refused_or_never_planned"),
    ("not_yet", "unknown", "not_told"),
    ("announced hedged", "announced", "only_hints"),
    ("held hedged", "held", "only_hints"),
    ("Oslo: cancelled", "cancelled", "called_off"),
]

SEVERAL = [
    # things change
    (["proposed", "announced", "scheduled"], "scheduled", "day_is_set", False),
    (["scheduled", "cancelled"], "cancelled", "called_off", False),
    (["scheduled", "postponed"], "postponed", "put_off", False),
    (["scheduled", "postponed", "rescheduled"], "scheduled", "moved_to_a_day", False),
    (["postponed 2031-05-20", "scheduled 2031-06-03"], "scheduled", "moved_to_a_day", False),
    (["scheduled 2031-05-20", "postponed 2031-06-03"], "postponed", "put_off", False),
    (["announced", "held"], "held", "took_place", False),
    (["postponed", "cancelled"], "cancelled", "called_off", False),
    (["proposed", "refused"], "denied", "refused_or_never_planned", False),
    (["scheduled earlier", "cancelled"], "cancelled", "called_off", False),
    (["scheduled", "Lisbon: not_held denies"], "cancelled", "called_off", False),
    # sources compete
    (["Northline: cancelled", "Lisbon: on_hold"], "cancelled", "called_off", True),
    (["cancelled", "Lisbon: on_hold"], "on_hold", "paused_on_a_source_word", True),
    (["cancelled", "Lisbon: postponed"], "postponed", "paused_on_a_source_word", True),
    (["Northline: cancelled", "Oslo: no_plans disputes_premise"], "cancelled", "called_off", True),
    (["Oslo: announced", "Lisbon: no_plans"], "denied", "refused_or_never_planned", True),
    (["Oslo: proposed", "Lisbon: refused"], "denied", "refused_or_never_planned", False),
    (["Northline: cancelled", "Oslo: scheduled confirms"], "cancelled", "called_off", True),
    (["Oslo: held", "Lisbon: not_held denies"], "unknown", "held_or_not", True),
    (["held", "Lisbon: not_held denies"], "held", "took_place", True),
    (["Oslo: scheduled 2031-05-20", "Lisbon: scheduled 2031-05-27"], "scheduled", "day_is_set", True),
    # one source does not compete with itself
    (["Oslo: cancelled", "Oslo: on_hold"], "cancelled", "called_off", False),
    (["Oslo: announced", "Oslo: no_plans"], "denied", "refused_or_never_planned", False),
    # what counts less
    (["held weak", "cancelled"], "cancelled", "called_off", False),
    (["cancelled headline", "on_hold"], "on_hold", "paused", False),
    (["cancelled headline", "held weak"], "cancelled", "called_off", False),
    (["scheduled", "cancelled hedged"], "scheduled", "day_is_set", False),
    (["held", "not_yet"], "held", "took_place", False),
    (["Oslo: scheduled", "Lisbon: not_yet"], "scheduled", "day_is_set", False),
    # going on, and over
    (["under_way", "Oslo: held"], "under_way", "is_going_on", False),
    (["under_way", "held 2031-05-20"], "held", "is_going_on", False),
]


@pytest.mark.parametrize(("text", "status", "rule"), ONE_CLAIM, ids=[row[0] for row in ONE_CLAIM])
def test_one_claim(text: str, status: str, rule: str) -> None:
    verdict = roll_up(claims(text), VOICE)
    assert (verdict.status, verdict.rule, verdict.disputed) == (status, rule, False)


@pytest.mark.parametrize(("texts", "status", "rule", "disputed"), SEVERAL, ids=[" + ".join(row[0]) for row in SEVERAL])
def test_several_claims_in_any_order(texts: list[str], status: str, rule: str, disputed: bool) -> None:
    for order in permutations(texts):
        verdict = roll_up(claims(*order), VOICE)
        assert (verdict.status, verdict.rule, verdict.disputed) == (status, rule, disputed)


def test_nothing_said_is_unknown() -> None:
    assert roll_up((), VOICE).status == "unknown"


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        (["Oslo: cancelled said=2031-05-01", "Oslo: scheduled said=2031-05-03"], "scheduled"),
        (["Oslo: scheduled said=2031-05-03", "Oslo: cancelled said=2031-05-01"], "scheduled"),
        (["Oslo: held said=2031-05-01", "Oslo: not_held said=2031-05-03"], "cancelled"),
        # different sources compete, whoever spoke last
        (["Oslo: cancelled said=2031-05-01", "Lisbon: scheduled said=2031-05-03"], "cancelled"),
        # without knowing when it was said nothing is superseded
        (["Oslo: cancelled", "Oslo: scheduled said=2031-05-03"], "cancelled"),
    ],
)
def test_a_later_word_of_the_same_source_supersedes_its_earlier_one(texts: list[str], status: str) -> None:
    assert roll_up(claims(*texts), VOICE).status == status


@pytest.mark.parametrize("name", RULES)
def test_every_rule_explains_itself(name: str) -> None:
    words = RULES[name].__doc__ or ""
    assert words.rstrip().endswith(".")
    assert len(words.split()) > 5
