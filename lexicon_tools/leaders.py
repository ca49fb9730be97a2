"""Heads of state and government: dated leaders 1999–2021, visitors to the United States, heads of today."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from lexicon_tools.facts import countries, day, text_at
from lexicon_tools.people import Row, split_name
from parley.lexicon.fold import name_key, same_name
from parley.lexicon.surnames import is_family_name, same_person, surname
from parley.lexicon.world import country_code

FIRST_YEAR = 1999
# Names of the dated list that differ from everyday country names.
REIGN_NAMES = {
    "Dominican Rep": "DOM",
    "UKG": "GBR",
    "Czech Rep": "CZE",
    "Cen African Rep": "CAF",
    "Congo-Brz": "COG",
    "Congo/Zaire": "COD",
    "Korea North": "PRK",
    "Korea South": "KOR",
}
LAST_DAY = "2021-03"
OFFICES = {"chief of state": "president", "head of government": "prime minister"}
# Where the family name stands first and the visitors' list mixes both orders.
EAST = {"CHN", "KOR", "PRK", "VNM", "TWN", "KHM"}
# The words that titles of today's heads are made of; the name begins after them.
TITLE_WORDS = frozenset(
    """
    president prime minister premier king queen emir amir sultan pope chancellor taoiseach supreme leader interim
    transition transitional acting of the and state government council councils ministers captain capt. general
    gen. col. dr. sheikh crown prince princess grand duke chairman chairperson chair presidency sovereign
    presidential leadership commander-in-chief armed forces sudanese gnu cnsp taliban first vice co-vice swiss
    confederation federal head chief executive emperor national committee foreign secretary military affairs
    political commission states peace security (prime minister) spain paramount (prime-minister-equivalent)
    minister-equivalent) ruler yang di-pertuan agong administration caretaker senior president, council, field
    marshal party communist general-secretary secretary-general for safeguard homeland (cnsp) administrative (co-
    chair) lt. maj. sir lord
    """.split()  # noqa: SIM905 - a list of a hundred quoted words is harder to read
)
# Ranks and loose ends that are left after the office itself.
TITLE_END = re.compile(r"(?: (?:of|the|and|capt\.|gen\.|general|col\.|dr\.|lord|sheikh|sir|field marshal))+$")


def reign(data: Path) -> dict[str, list[Row]]:
    """Effective leaders whose term reaches 1999 or later, by country code."""
    folder = data / "REIGN" / "data_sets"
    names: dict[str, str] = {}
    for row in csv.DictReader((folder / "regime_list.csv").read_text("latin-1").splitlines()):
        names.setdefault(row["cowcode"], row["gwf_country"])
    out: dict[str, list[Row]] = {}
    text = (folder / "leaderlist_3_21.csv").read_bytes().decode("utf-8", "replace")
    for row in csv.DictReader(text.splitlines()):
        until, since = _date(row, "e"), _date(row, "s")
        if until and int(until[:4]) < FIRST_YEAR:
            continue
        country = names.get(row["ccode"], "")
        code = REIGN_NAMES.get(country) or country_code(country) or row["stateabb"]
        found = leader(row["leader"], code)
        if found and len(code) == 3 and code != "SMR":
            seen = None if until else LAST_DAY
            out.setdefault(code, []).append(Row(*found, "leader", "leaders", since, until, seen))
    return out


def _date(row: dict[str, str], end: str) -> str | None:
    year, month, number = row[f"{end}year"], row[f"{end}month"], row.get(f"{end}date", "")
    if not year:
        return None
    if not month:
        return year
    return f"{year}-{int(month):02}" + (f"-{int(number):02}" if number and end == "s" else "")


def leader(text: str, code: str) -> tuple[str, str] | None:
    """(name, family name) of a leader as the dated list writes it; None for pairs of people and broken names."""
    name = re.sub(r"\s*\([^)]*\)", "", text.replace("\N{REPLACEMENT CHARACTER}", "")).strip()
    if not name or " and " in name or "&" in name:
        return None
    after = re.fullmatch(r"([A-Z][\w'-]+) ([A-Z])\.", name)
    name = f"{after[2]}. {after[1]}" if after else re.sub(r"^([A-Z])\.(?=[A-Z][a-z])", r"\1. ", name)
    return name, surname(name, code)


def visitors(data: Path) -> dict[str, list[Row]]:
    """Foreign leaders who visited the United States in 1999 or later, with title and years, by country code."""
    out: dict[str, list[Row]] = {}
    pattern = re.compile(r"^([^,.]+), ([^.]+?)\. Visited U\.S\. (?:once|\d+ times), (\d{4})(?:–(\d{4}))?")
    for path in (data / "HistoryAtState_people" / "data").rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        if "Visited U.S." not in text:
            continue
        tree = ElementTree.fromstring(text)
        name = tree.findtext(".//preferred/name") or ""
        for note in tree.iterfind(".//remarks/remark/p"):
            found = pattern.match("".join(note.itertext()))
            if found and int(found[4] or found[3]) >= FIRST_YEAR:
                code = country_code(found[2].split(";")[0].split(",")[0])
                if code:
                    out.setdefault(code, []).append(visitor(name, found[1], found[3], found[4] or found[3], code))
    return {code: terms(rows) for code, rows in out.items()}


def terms(rows: list[Row]) -> list[Row]:
    """One row for all visits of a person in one office."""
    out: dict[tuple[str, str], Row] = {}
    for row in rows:
        old = out.get((row.name, row.title))
        years = sorted(f"{row.seen}/{old.seen if old else row.seen}".split("/"))
        out[row.name, row.title] = replace(row, seen=f"{years[0]}/{years[-1]}")
    return list(out.values())


def visitor(name: str, title: str, first: str, last: str, code: str) -> Row:
    """A visitor's row; "Rao, P.V. Narasimha" is turned round, and stands as it is where the family name comes first."""
    family, _, given = (part.strip() for part in name.partition(","))
    full = f"{given} {family}".strip() if given else family
    if is_family_name(family) and code in EAST:
        full = f"{family} {given}"
    own = family if given and code not in EAST else surname(full, code)
    return Row(
        full,
        own,
        title.strip().lower().replace("president-elect", "president"),
        "leaders",
        None,
        None,
        f"{first}/{last}",
    )


def today(data: Path, fips: dict[str, str], independent: set[str]) -> dict[str, list[Row]]:
    """Chiefs of state, heads of government and ambassadors of the country facts, by country code.

    A territory's chief of state is its owner's and stands there.
    """
    out: dict[str, list[Row]] = {}
    for key, facts in countries(data / "factbook"):
        code = fips.get(key)
        if code is None:
            continue
        rows = out.setdefault(code, [])
        for office in ("chief of state", "head of government")[0 if code in independent else 1 :]:
            rows += heads(text_at(facts, "Government", "Executive branch", office), OFFICES[office])
        for field, title, of in (("in", "ambassador to the United States", code), ("from", "ambassador", "USA")):
            text = text_at(facts, "Government", f"Diplomatic representation {field} the US", "chief of mission")
            out.setdefault(of, []).extend(ambassador(text, title))
    return {code: merge_offices(rows) for code, rows in out.items()}


def heads(text: str, office: str) -> Iterator[Row]:
    """The people in an office text: "President A. B. NAME (since 1 May 2020)"."""
    for part in re.split(r";|, represented", text)[:1]:
        found = re.match(r"(.+?) \((?:chairperson )?(?:since )?([^)]*\d{4})\)", part)
        if not found or "of the Netherlands" in part or " of Denmark" in part:
            continue
        words = found[1].split()
        n = next((i for i, w in enumerate(words) if w.lower() not in TITLE_WORDS), 0)
        title = TITLE_END.sub("", re.sub(r"\s*\(.*?\)|,", "", " ".join(words[:n])).lower()) or office
        name, family = split_name(" ".join(words[n:]))
        if family:
            yield Row(name, family, title, "leaders", day(found[2]), None, "2026-01")


def ambassador(text: str, title: str) -> Iterator[Row]:
    """The ambassador in a text, if there is one."""
    found = re.match(r"Ambassador (.+?) \((?:since )?([^)]*\d{4})", text)
    if found and "Charg" not in found[1]:
        name, family = split_name(found[1])
        yield Row(name, family, title, "officials", day(found[2]), None, "2026-01")


def merge_offices(rows: list[Row]) -> list[Row]:
    """One row for a person who is both chief of state and head of government."""
    out: dict[str, Row] = {}
    for row in rows:
        out.setdefault(row.name, row)
    return list(out.values())


def join(dated: list[Row], others: list[Row], code: str) -> list[Row]:
    """Dated leaders with the full name and title that another source gives; the others' people beside them."""
    used: set[int] = set()
    out: list[Row] = []
    for row in dated:
        matches = [i for i, o in enumerate(others) if same_term(row, o, code)]
        used.update(matches)
        if not matches:
            out.append(row)
            continue
        match = others[matches[0]]
        seen = latest(row, [others[i] for i in matches]) if row.until is None else None
        also = () if name_key(row.surname) == name_key(match.surname) else (row.surname,)
        out.append(Row(match.name, match.surname, match.title, "leaders", row.since, row.until, seen, also))
    return out + [o for i, o in enumerate(others) if i not in used]


def latest(row: Row, others: list[Row]) -> str | None:
    """The last time at which a source knows the person in office."""
    return max((str(r.seen).split("/")[-1] for r in (row, *others) if r.seen), default=None)


def same_term(dated: Row, other: Row, code: str) -> bool:
    """The same person in the same term: names alike and the other's date within the term, a year either way."""
    if other.level != "leaders" or not alike(dated, other, code):
        return False
    first = int((dated.since or "1990")[:4]) - 1
    last = int((dated.until or "2100")[:4]) + 1
    times = [t[:4] for t in (other.since, *str(other.seen or "").split("/")) if t]
    return any(first <= int(t) <= last for t in times)


def alike(a: Row, b: Row, code: str) -> bool:
    """Family names alike, or one source's short name among the words of the other's full name."""
    words, other = ({name_key(w) for w in r.name.split()} for r in (a, b))
    if same_name(a.surname, b.surname):
        return same_person(a.name, b.name, f"{a.surname} {b.surname}", code)
    if name_key(a.surname) in other or name_key(a.name) in other:
        return True
    return code not in EAST and len(words & other) > 1
