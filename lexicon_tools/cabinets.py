"""Ministers and ambassadors of one day: the cabinets of June 2019."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

from lexicon_tools.people import Row, level, plain_title, split_name

SEEN = "2019-06"
# Offices that diplomatic news names; the others would only make chance matches of common surnames.
WANTED = re.compile(
    r"president|prime min|premier|chancellor|king|queen|emir|amir|sultan|supreme leader|"
    r"foreign|external|defen[cs]e|armed forces|finance|treasury|economy|econ\.|economic|trade|commerce|"
    r"interior|internal affairs|home affairs|energy|petroleum|oil|national security|european|unification|"
    r"permanent representative to the un|ambassador to the us|^secretary of state$"
)
UNWANTED = re.compile(
    r"central bank|court|assembly|office of the president|central sector|bank|legislative|speaker|chief of staff|"
    r"yuan(?! \(premier)|university|academy|senate|board of"
)
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def cabinets(data: Path, fips: dict[str, str]) -> dict[str, list[Row]]:
    """Holders of diplomatic offices in 2019 by country code."""
    with zipfile.ZipFile(data / "cia_world_leaders_2019" / "json.zip") as archive:
        offices = json.loads(archive.read("dist/json/government-offices.json"))
        places = json.loads(archive.read("dist/json/countries.json"))
    codes = {}
    for place in places.values():
        gec = next((v for k, v in place["datatypeProperties"].items() if k.endswith("countryCodeGEC")), "")
        codes[place["@id"]] = fips.get(gec.upper())
    out: dict[str, list[Row]] = {}
    for office in offices.values():
        code, row = _office(office, codes)
        if code and row:
            out.setdefault(code, []).append(row)
    return out


def _office(office: Any, codes: dict[str, str | None]) -> tuple[str | None, Row | None]:
    title = next((v for k, v in office["datatypeProperties"].items() if k.endswith("title")), "")
    links = {k: v for link in office["objectProperties"] for k, v in link.items()}
    country = next((v["@id"] for k, v in links.items() if k.endswith("hasCountry")), "")
    person = next((v[LABEL] for k, v in links.items() if k.endswith("hasGovernmentOfficial")), "")
    low = title.lower().split(", supporting")[0]
    if not person or not WANTED.search(low) or UNWANTED.search(low):
        return None, None
    name, family = split_name(person)
    # Only names whose family name is marked: the rest are ranks and broken lines.
    if not family or not re.search(r"[A-Z]{2}", person):
        return None, None
    plain = plain_title(title)
    return codes.get(country), Row(name, family, plain, level(plain), None, None, SEEN)
