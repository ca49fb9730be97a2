"""What sources of different reports say of one encounter and cannot both be true, one promise a line."""

from __future__ import annotations

from typing import cast

import pytest

from parley.derive.conflicts import RULES, Statement, differ
from parley.derive.origins import Standing, Voice
from parley.model.ledger import LedgerClaim, Origin
from tests.derive.claims import claim

DIFFER = [
    ("1 unnamed: cancelled", "2 party: announced denies", ("on_or_off",)),
    ("1 unnamed: cancelled", "2 party: no_plans disputes_premise", ("planned_or_never_was",)),
    ("1 named: held", "2 party: not_held denies", ("took_place_or_never_was",)),
    # the day and the place, both where both differ, and also where they are only mentioned
    ("1 party: scheduled 2031-05-20", "2 named: scheduled 2031-05-27", ("another_day",)),
    ("1 party: scheduled @Riga", "2 named: scheduled @Lima", ("another_place",)),
    ("1 party: scheduled 2031-05-20 @Riga", "2 named: scheduled 2031-05-27 @Lima", ("another_day", "another_place")),
    ("1 unnamed: scheduled 2031-05-20", "2 outlet: scheduled 2031-05-27 weak", ("another_day",)),
    ("1 party: held 2031-04-20", "2 named: held 2031-04-21", ("another_day_held",)),
]
AGREE = [
    ("1 party: scheduled 2031-05-20", "9 named: scheduled 2031-05-27", ()),  # moved meanwhile
    ("1 unnamed: cancelled", "2 party: announced weak", ()),  # a side remark insists on nothing
    ("1 outlet: held 2031-04-20", "2 unnamed: held 2031-04-21", ()),  # nobody named says so
    ("1 party: held 2031-04-20", "2 named: held 2031-04-21 weak", ()),
]


def statement(text: str) -> Statement:
    """ "2 party: scheduled 2031-05-20 @Riga": the day of the report in May, who says so, what."""
    day, standing = text.partition(":")[0].split()
    said = claim(text)
    placed = LedgerClaim(text, "a", f"r{day}", f"2031-05-{int(day):02}T00:00:00Z", said, Origin(standing, standing))
    return Statement(placed, Voice(placed.origin, cast(Standing, standing)), said.place)


@pytest.mark.parametrize(("first", "second", "rules"), DIFFER + AGREE)
def test_the_rules_by_which_two_statements_differ(first: str, second: str, rules: tuple[str, ...]) -> None:
    assert differ(statement(first), statement(second)) == rules


def test_every_rule_explains_itself_to_the_user() -> None:
    assert all(rule.__doc__ for _, rule in RULES.values())
