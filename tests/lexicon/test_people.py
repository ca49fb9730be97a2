"""Who held which office when."""

import pytest

from parley.lexicon.people import Holder, holders, years_from


@pytest.mark.parametrize(
    ("name", "on", "country", "level"),
    [
        ("Putin", "2015-06-01", "RUS", "leaders"),
        ("Zelensky", "2022-03-01", "UKR", "leaders"),
        ("Zelenskiy", "2022-03-01", "UKR", "leaders"),
        ("Kadhafi", "2005-01-01", "LBY", "leaders"),
        ("Qaddafi", "2005-01-01", "LBY", "leaders"),
        ("Lavrov", "2019-01-01", "RUS", "ministers"),
        ("Sergey Lavrov", "2019-01-01", "RUS", "ministers"),
        ("Hillary Clinton", "2010-01-01", "USA", "ministers"),
        ("Bill Clinton", "1999-05-01", "USA", "leaders"),
        ("Kim Jong Un", "2019-01-01", "PRK", "leaders"),
        ("Abe Shinzo", "2015-01-01", "JPN", "leaders"),
        ("Shinzo Abe", "2015-01-01", "JPN", "leaders"),
        ("Mohammed bin Salman", "2022-01-01", "SAU", "leaders"),
        ("Lula", "2024-01-01", "BRA", "leaders"),
        ("Peña Nieto", "2015-01-01", "MEX", "leaders"),
        ("Ursula von der Leyen", "2023-01-01", "EUE", "leaders"),
        ("Guterres", "2020-01-01", "UNO", "leaders"),
        ("Rutte", "2025-03-01", "NATO", "leaders"),
        ("Rutte", "2015-03-01", "NLD", "leaders"),
        ("Steinmeier", "2007-03-01", "DEU", "ministers"),
        ("Erdogan", "2016-01-01", "TUR", "leaders"),
    ],
)
def test_nearest_holder(name, on, country, level):
    found = holders(name, on)[0]
    assert (found.country, found.level) == (country, level)


def test_given_names_must_agree():
    assert {h.name for h in holders("Kim Jong-il", "2009-01-01")} == {"Kim Jong-il"}
    assert all(h.name.startswith("Boris") for h in holders("Boris Johnson", "2020-01-01"))
    assert holders("Wilhelmina Putin") == ()


def test_unknown_names_have_no_office():
    assert holders("Quux") == ()
    assert holders("") == ()


@pytest.mark.parametrize(
    ("term", "when", "years"),
    [
        ({"since": "2010-01-01", "until": "2012-01-01"}, "2011-05-05", 0),
        ({"since": "2010", "until": "2012"}, "2012-12-30", 0),
        ({"since": "2010-01-01", "until": None}, "2030-01-01", 0),
        ({"since": "2010-01-01", "until": None, "seen": "2015-01-31"}, "2015-06-01", 0),
        ({"since": "2010-01-01", "until": None, "seen": "2015-01-01"}, "2020-01-01", 4),
        ({"seen": "2019-06"}, "2019-01-01", 0),
        ({"seen": "2008/2011"}, "2010-01-01", 0),
        ({"since": "2010-01-01"}, "2005-01-01", 5),
        ({}, "2005-01-01", 0),
    ],
)
def test_years_between_a_day_and_a_term(term, when, years):
    holder = Holder("A. Person", "Person", "minister", "ministers", "NOR", **term)
    assert years_from(holder, when) == pytest.approx(years, abs=0.1)
