"""What the world of states and bodies promises."""

import pytest

from parley.lexicon import world


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Norway", "NOR"),
        ("the Netherlands", "NLD"),
        ("Norwegian", "NOR"),
        ("Finns", "FIN"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the US", "USA"),
        ("UAE", "ARE"),
        ("DRC", "COD"),
        ("Russian Federation", "RUS"),
        ("Swaziland", "SWZ"),
        ("Kosovo", "XKX"),
        ("Palestinian", "PSE"),
        ("Taiwanese", "TWN"),
        ("South Koreans", "KOR"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Republic of the Congo", "COG"),
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("European Commission", "EUE"),
        ("African Union", "AFU"),
        ("United Nations", "UNO"),
        ("Hamas", "PSE"),
        ("IRAN", "IRN"),
    ],
)
def test_country_code(form, code):
    assert world.country_code(form) == code


@pytest.mark.parametrize(
    "form", ["us", "turkey", "chad", "Korean", "Hague", "Atlantis", "", "who", "polish", "The", "-"]
)
def test_words_that_name_no_state(form):
    assert world.country_code(form) is None


@pytest.mark.parametrize(
    ("form", "code"),
    [("Moscow", "RUS"), ("Kiev", "UKR"), ("Brussels", "EUE"), ("The Hague", "NLD"), ("Peking", "CHN"), ("Bern", "CHE")],
)
def test_a_capital_may_stand_for_its_government(form, code):
    assert world.capital_country(form) == code


@pytest.mark.parametrize("form", ["Stanley", "Hamilton", "Geneva", "moscow"])
def test_a_city_that_stands_for_no_government(form):
    assert world.capital_country(form) is None


def test_brussels_has_two_readings():
    assert [g.code for g in world.geo("Brussels") if g.kind == "capital"] == ["EUE", "BEL"]


@pytest.mark.parametrize(
    ("form", "code", "government"),
    [
        ("the Kremlin", "RUS", True),
        ("Elysee", "FRA", True),
        ("Downing Street", "GBR", True),
        ("Pentagon", "USA", True),
        ("Foggy Bottom", "USA", True),
        ("Blue House", "KOR", True),
        ("Camp David", "USA", False),
    ],
)
def test_seats(form, code, government):
    seat = world.seat(form)
    assert seat is not None
    assert (seat.code, seat.government) == (code, government)


def test_a_body_knows_the_state_under_which_it_counts():
    body = world.body("Hezbollah")
    assert body is not None
    assert (body.code, body.country) == ("HEZBOLLAH", "LBN")


@pytest.mark.parametrize(
    ("words", "at", "length", "code"),
    [
        ("talks with the United Arab Emirates ended", 3, 3, "ARE"),
        ("the United States", 0, None, None),
        ("Guinea - Bissau signed", 0, 3, "GNB"),
        ("Guinea signed", 0, 1, "GIN"),
        ("in The Hague today", 1, 2, "NLD"),
        ("Organization for Security and Co-operation in Europe said", 0, 7, "OSCE"),
        ("South Korean envoys", 0, 2, "KOR"),
        ("Washington , D.C. , hosts", 0, 3, "USA"),
        ("Kremlin", 0, 1, "RUS"),
        ("nothing here", 0, None, None),
    ],
)
def test_longest_match(words, at, length, code):
    found = world.longest_match(words.split(), at)
    assert (found and (found[0], found[1].code)) == (code and (length, code))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("USA", "leaders"), "USAGOV"),
        (("USA",), "USA"),
        (("HAMAS",), "PSEREB"),
        (("EUE", "ministers"), "EUR"),
        (("UNHCR",), "UNO"),
        (("XKX", "leaders"), "KOSGOV"),
        (("ASEAN",), "IGO"),
        (("ICRC",), "NGO"),
        (("RUS", None, "MIL"), "RUSMIL"),
        ((None, "leaders"), None),
        (("nobody",), None),
    ],
)
def test_plover_code(arguments, code):
    assert world.plover_code(*arguments) == code


def test_names_of_codes():
    assert world.country_name("GBR") == "United Kingdom"
    assert world.country_name("???") == "???"
    assert world.is_demonym("Swiss")
    assert not world.is_demonym("Switzerland")
