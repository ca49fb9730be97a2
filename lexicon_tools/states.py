"""Names, demonyms and capitals of states and territories, from country codes and country facts."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

from lexicon_tools.facts import countries, degrees, text_at

# Not in ISO 3166-1; the user-assigned code that everybody uses.
KOSOVO = "XKX"
FIPS_EXTRA = {"KV": KOSOVO, "GZ": "PSE", "WE": "PSE"}
NO_VALUE = re.compile(r"^(none|n/?a|-)?$", re.I)


def iso_rows(path: Path) -> list[dict[str, str]]:
    """The rows of the country-code file, white space trimmed."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: (v or "").replace("\xa0", " ").strip() for k, v in row.items()} for row in csv.DictReader(file)]


def states(data: Path) -> dict[str, dict[str, Any]]:
    """Every state and territory by ISO 3166-1 alpha-3 code, with names, demonyms and capital."""
    out: dict[str, dict[str, Any]] = {}
    fips: dict[str, str] = dict(FIPS_EXTRA)
    for row in iso_rows(data / "country-codes" / "country-codes.csv"):
        code = row["ISO3166-1-Alpha-3"]
        if not code:
            continue
        out[code] = from_codes(row)
        for key in row["FIPS"].split(","):
            fips[key] = code
    out.setdefault(KOSOVO, {"code": KOSOVO, "name": "Kosovo", "independent": True, "names": ["Kosovo"]})
    for key, facts in countries(data / "factbook"):
        if key in fips and key not in {"GZ", "WE"}:
            add_facts(out[fips[key]], facts)
    drop_borrowed(out)
    for state in out.values():
        state["names"] = unique(n for n in state["names"] if not NO_VALUE.match(n) and len(n) > 2)
    return out


def drop_borrowed(out: dict[str, dict[str, Any]]) -> None:
    """Demonyms that are a state's own ("French" for Saint Pierre) or a name ("Singapore") are no demonyms of it."""
    owned = {d for state in out.values() if state["independent"] for d in state.get("demonyms", ())}
    for state in out.values():
        if not state["independent"]:
            state["demonyms"] = [d for d in state.get("demonyms", ()) if d not in owned]
        state["demonyms"] = [d for d in state.get("demonyms", ()) if d not in state["names"] and len(d) > 2]


def fips_codes(data: Path) -> dict[str, str]:
    """FIPS country code → ISO alpha-3."""
    rows = iso_rows(data / "country-codes" / "country-codes.csv")
    found = {key: row["ISO3166-1-Alpha-3"] for row in rows for key in row["FIPS"].split(",") if key}
    return found | FIPS_EXTRA


def unique(values: Any) -> list[str]:
    """The values in their order, each once."""
    return list(dict.fromkeys(values))


def clean(name: str) -> str:
    """A name without notes: "Congo (the)" → "Congo", "Holy See *" → "Holy See"."""
    name = re.split(r";|, note|\s+note -", name)[0]
    name = re.sub(r"\s*\([^)]*\)|\s*\*|\[[^]]*\]", "", name)
    return re.sub(r"^the ", "", name, flags=re.I).strip(" ,.")


def from_codes(row: dict[str, str]) -> dict[str, Any]:
    """The start of a state's entry: what the country-code file says."""
    fields = ["CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en"]
    names = [clean(row[f]) for f in fields]
    entry: dict[str, Any] = {
        "code": row["ISO3166-1-Alpha-3"],
        "name": names[0],
        "independent": row["is_independent"] == "Yes",
        "names": names,
    }
    if row["Capital"]:
        entry["capital"] = {"name": row["Capital"]}
    return entry


def add_facts(entry: dict[str, Any], facts: Any) -> None:
    """Add a country file's names, demonyms and capital to an entry."""
    country = facts.get("Government", {}).get("Country name", {})
    names = [clean(text_at(country, f"conventional {form} form")) for form in ("short", "long")]
    entry["names"] += names
    entry["demonyms"] = demonyms(facts)
    spot = degrees(text_at(facts, "Geography", "Geographic coordinates"))
    if spot:
        entry["lat"], entry["lon"] = spot
    name = clean(text_at(facts, "Government", "Capital", "name")).split(",")[0].split("(")[0].strip()
    place = degrees(text_at(facts, "Government", "Capital", "geographic coordinates"))
    if name and len(name) < 40:
        known = entry.get("capital", {}).get("name")
        entry["capital"] = {"name": name} | ({"lat": place[0], "lon": place[1]} if place else {})
        if known and known != name:
            entry["capital"]["also"] = [known]


def demonyms(facts: Any) -> list[str]:
    """Adjectives and nouns, singular and plural: "Swede(s)" gives Swede and Swedes."""
    out: list[str] = []
    for part in ("adjective", "noun"):
        text = re.split(r"; ?note|note:", text_at(facts, "People and Society", "Nationality", part))[0]
        for form in re.split(r",| or |;", text):
            out += numbers(form.strip())
    return unique(f for f in out if (f and f[0].isupper()) or f.startswith("i-"))


def numbers(form: str) -> list[str]:
    """Singular and plural of one demonym as the country files write it."""
    form = re.sub(r"\((singular|plural|collective plural|singular and plural|US |or |colloq)[^)]*\)?", "", form).strip()
    pair = re.fullmatch(r"(.+?)\((\w+)\)", form)
    if not pair:
        return [form] if form.lower() != "none" else []
    word, ending = pair.groups()
    plural = word[:-3] + ending if ending in {"men"} else word[:-5] + ending if ending == "women" else word + ending
    return [word, plural]
