"""Invented articles read as a user would: ``python -m eval.used [NAME...]``.

``eval/used/*.yaml`` hold full-length articles of the project's own, written in the habits of news agencies, readouts
and briefs, each with what a careful reader keeps of it: ``status kind: parties``. ``|`` separates what is equally
good (statuses, or names for one party). ``optional`` lists kinds of which more may be read without harm. They are
written to find faults and grow with every fault that is found, so their figure is no measure of accuracy: it tells
whether a change broke something.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from parley import api
from parley.model.encounter import Encounter

FOLDER = Path(__file__).with_name("used")
FAMILY = {"summit": "meeting", "talks": "meeting"}


@dataclass(frozen=True)
class Wanted:
    """One line of ``expected``: accepted statuses, the family of kinds, and for each party its accepted names."""

    line: str
    statuses: tuple[str, ...]
    family: str
    parties: tuple[tuple[str, ...], ...]

    def names(self, e: Encounter) -> bool:
        """Whether the encounter is of these parties: each wanted one there, and none that nobody wants."""
        if FAMILY.get(e.kind, e.kind) != self.family:
            return False
        read = [folded(p.name) + " " + folded(p.country or "") for p in e.parties]
        found = [any(any(n in r for n in names) for r in read) for names in self.parties]
        known = [any(n in r for names in self.parties for n in names) for r in read]
        return all(found) and all(known)


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def wanted(line: str) -> Wanted:
    """A line of ``expected``."""
    head, _, tail = line.partition(":")
    statuses, kind = head.split()
    parties = tuple(tuple(folded(n).strip() for n in p.split("|")) for p in tail.split(","))
    return Wanted(line, tuple(statuses.split("|")), FAMILY.get(kind, kind), parties)


def judge(case: dict[str, Any]) -> tuple[list[str], int, int]:
    """The faults of one article, how many lines were right, and how many there are."""
    reading = api.read_line({"text": case["text"], "published": str(case["published"])})
    lines = [wanted(f"{head}: {tail}") for entry in case["expected"] for head, tail in entry.items()]
    missed, used = list[Wanted](), set[str]()
    for w in lines:
        fit = next((e for e in reading.encounters if e.id not in used and w.names(e) and e.status in w.statuses), None)
        if fit:
            used.add(fit.id)
        else:
            missed.append(w)
    faults = [f"  missed  {w.line}" for w in missed]
    allowed = {FAMILY.get(k, k) for k in case.get("optional", ())}
    for e in (x for x in reading.encounters if x.id not in used):
        spare = FAMILY.get(e.kind, e.kind) in allowed and e.status != "held"
        faults += [] if spare else [f"  read    {e.status} {e.kind}: {', '.join(p.name for p in e.parties)}"]
    return faults, len(lines) - len(missed), len(lines)


def main() -> int:
    """Print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="articles whose name begins so (all)")
    args = parser.parse_args()
    total = good = extra = 0
    for path in sorted(FOLDER.glob("*.yaml")):
        if args.names and not path.name.startswith(tuple(args.names)):
            continue
        faults, right, count = judge(yaml.safe_load(path.read_text(encoding="utf-8")))
        total, good, extra = total + count, good + right, extra + sum(f.startswith("  read") for f in faults)
        print("\n".join([f"{path.stem}: {right} of {count}", *faults]))
    print(f"{good} of {total} right, {extra} read that nobody wants")
    return 0


if __name__ == "__main__":
    sys.exit(main())
