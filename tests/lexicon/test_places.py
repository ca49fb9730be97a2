"""Where places lie."""

import pytest

from parley.lexicon.places import cities, place, reviewed


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Oslo", "NOR", 59.9, 10.7),
        ("Geneva", "CHE", 46.2, 6.1),
        ("Brussels", "BEL", 50.8, 4.3),
        ("Kiev", "UKR", 50.4, 30.5),
        ("The Hague", "NLD", 52.1, 4.3),
        ("the Hague", "NLD", 52.1, 4.3),
        ("Camp David", "USA", 39.6, -77.5),
        ("Evian", "FRA", 46.4, 6.6),
        ("Sharm El-Sheikh", "EGY", 27.9, 34.3),
        ("Crimea", "UKR", 45.3, 34.4),
        ("Xian", "CHN", 34.3, 108.9),
        ("Arkhangelsk", "RUS", 64.5, 40.5),
        ("the Middle East", None, 29.3, 42.5),
        ("Norway", "NOR", 62.0, 10.0),
    ],
)
def test_places(name, country, lat, lon):
    found = place(name)
    assert found is not None
    assert (found.country, found.lat, found.lon) == (country, pytest.approx(lat, abs=0.2), pytest.approx(lon, abs=0.2))


@pytest.mark.parametrize("name", ["turkey", "nice", "reading", "Ruritania", "", "NATO"])
def test_what_is_no_place(name):
    assert place(name) is None


def test_coordinates_are_on_earth():
    found = [*reviewed().values(), *(place(line.split("\t")[0]) for line in list(cities().values())[::50])]
    assert all(p.lat is None or (-90 <= p.lat <= 90 and -180 <= (p.lon or 0) <= 180) for p in found if p)
