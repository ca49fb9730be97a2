"""One outlet is one source under all of its names."""

from __future__ import annotations

from collections import Counter

import pytest

from parley.lexicon.outlets import outlet, outlet_form, outlet_key
from parley.lexicon.store import table


@pytest.mark.parametrize("name", ["AP", "Associated Press", "The Associated Press", "apnews.com", "www.apnews.com"])
def test_all_names_of_an_agency_are_one(name: str) -> None:
    found = outlet(name)
    assert found is not None
    assert (found.name, found.kind) == ("Associated Press", "agency")


def test_an_outlet_that_the_table_does_not_know_is_known_by_its_name() -> None:
    assert outlet("The Northern Lantern") is None
    assert outlet_key("The Northern Lantern") == outlet_key("Northern lantern") == "northern lantern"


def test_no_name_stands_for_two_outlets() -> None:
    forms = Counter(f for rows in table("outlets").values() for r in rows for f in {outlet_form(str(n)) for n in r})
    assert [f for f, n in forms.items() if n > 1] == []
