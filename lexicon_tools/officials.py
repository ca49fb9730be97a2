"""Principal officers of the US Department of State, with dates."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from lexicon_tools.people import Row, level, plain_title

FIRST_YEAR = 1999
WANTED = re.compile(
    r"^(secretary|deputy-secretary|under-secretary-for-(political|arms|econ|public)|ambassador-at-large|counselor|"
    r"assistant-secretary-for-(african|east-asian|european|near|south|western|arms|democracy|public|politico)|"
    r"assistant-secretary-(international|non-proliferation|arms)|director-policy)"
)


def officials(data: Path) -> list[Row]:
    """Secretaries, deputies, under and assistant secretaries of State since 1999."""
    names = people(data)
    out: list[Row] = []
    for path in sorted((data / "HistoryAtState_pocom" / "positions-principals").glob("*.xml")):
        if not WANTED.match(path.stem):
            continue
        tree = ElementTree.parse(path).getroot()
        title = tree.findtext("names/singular") or path.stem.replace("-", " ")
        for person in tree.iterfind("principals/principal"):
            since, until = person.findtext("started/date") or None, person.findtext("ended/date") or None
            if (until or since or "0")[:4] >= str(FIRST_YEAR):
                full, family = names.get(
                    person.findtext("person-id") or "", _from_id(person.findtext("person-id") or "")
                )
                plain = plain_title(title)
                out.append(Row(full, family, plain, level(title), since, until))
    return out


def people(data: Path) -> dict[str, tuple[str, str]]:
    """Person id → (full name, family name), of everyone with a page of the Office of the Historian."""
    out: dict[str, tuple[str, str]] = {}
    for path in (data / "HistoryAtState_people" / "data").rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        for key in re.findall(r"departmenthistory/people/([\w-]+)", text):
            name = re.search(r"<preferred>\s*<name>([^<]+), ([^<]+)</name>", text)
            if name:
                out[key] = (f"{name[2]} {name[1]}", name[1])
    return out


def _from_id(key: str) -> tuple[str, str]:
    """A name from an id: "blinken-antony-j" → ("Antony J. Blinken", "Blinken")."""
    parts = [p.capitalize() for p in key.split("-")]
    given = [p + "." if len(p) == 1 else p for p in parts[1:]]
    return " ".join([*given, parts[0]]), parts[0]
