"""Make ``lexicon/actors/<code>.yaml`` from public facts: ``python -m lexicon_tools.build_world --data FOLDER``.

Hand-written knowledge stands in ``lexicon/actors/reviewed`` and is never touched.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from lexicon_tools.cabinets import cabinets
from lexicon_tools.leaders import join, reign, today, visitors
from lexicon_tools.officials import officials
from lexicon_tools.people import Row
from lexicon_tools.states import fips_codes, states
from lexicon_tools.told import folded, told, uncovered
from lexicon_tools.write import entry_yaml

ACTORS = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "actors"


def forms(every: dict[str, Any]) -> dict[str, str]:
    """Names and adjectives of independent states with their codes, reviewed ones included."""
    out: dict[str, str] = {}
    for code, entry in every.items():
        path = ACTORS / "reviewed" / f"{code.lower()}.yaml"
        reviewed = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        found = [x for made in (entry, reviewed) for key in ("names", "demonyms") for x in made.get(key) or ()]
        for form in found if entry["independent"] else ():
            if form not in (reviewed.get("drop") or ()):
                out.setdefault(form, code)
    return out


def holders(data: Path, every: dict[str, Any], left_out: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Everybody who held an office, by country code, in order of time."""
    fips = fips_codes(data)
    independent = {code for code, entry in every.items() if entry["independent"]}
    news = told(data / "wikipedia_current_events" / "events.jsonl", forms(every), left_out)
    now, seen, guests = today(data, fips, independent), cabinets(data, fips), visitors(data)
    dated = reign(data)
    out: dict[str, list[Row]] = {}
    for code in sorted({*now, *seen, *guests, *dated, *news}):
        rows = join(dated.get(code, []), [*guests.get(code, []), *now.get(code, []), *seen.get(code, [])], code)
        rows += officials(data) if code == "USA" else []
        out[code] = rows + uncovered(news.get(code, []), rows)
    return {code: [row.entry() for row in sorted(once(rows), key=order)] for code, rows in out.items()}


def once(rows: list[Row]) -> list[Row]:
    """The rows without a second one for the same person, office and time."""
    out: dict[tuple[str, str, str | None], Row] = {}
    for row in rows:
        out.setdefault((row.surname, row.level if row.level == "leaders" else row.title, row.since), row)
    return list(out.values())


def order(row: Row) -> tuple[str, str, str, str]:
    """Leaders first, then by time."""
    return (row.level, row.since or row.seen or "", row.name, row.title)


def main() -> None:
    """Write one file for each state and territory."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="folder that holds the unpacked fact files")
    arguments.add_argument("--leave-out", type=Path, help="folder of texts that nothing may be learnt from")
    args = arguments.parse_args()
    data = args.data
    left_out = (
        {folded(p.read_text(encoding="utf-8")) for p in args.leave_out.rglob("*.txt")} if args.leave_out else set()
    )
    ACTORS.mkdir(exist_ok=True)
    every = states(data)
    people = holders(data, every, left_out)
    for code, entry in every.items():
        entry["holders"] = people.get(code, [])
        (ACTORS / f"{code.lower()}.yaml").write_text(entry_yaml(entry, code.lower()), encoding="utf-8")


if __name__ == "__main__":
    main()
