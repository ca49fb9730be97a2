"""Contradictions over several articles, on invented stories: ``python -m eval.told [NAME...] [--details | --unread]``.

``eval/told/*.yaml`` hold stories of the project's own, one or several a file, each article in the habits of another
kind of outlet, with the contradictions that an analyst would log: between which articles, over what. ``|`` separates
what is equally good. A contradiction is right where the encounter and what it is over are the same, and it rests on the
documents of both sides and at most two more. The stories grow with every fault that is found: their figure tells
whether a change broke something. Those in ``eval/told/unread`` were written by somebody who knew none of the rules, and
nobody who writes rules reads them or their faults: ``--unread`` prints their sums only.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eval.memory import Memory
from eval.used import FAMILY, folded, wanted
from parley import api
from parley.lexicon.world import country_name

FOLDER = Path(__file__).with_name("told")
SPARE = 2
"""Documents that a contradiction may rest on besides those of both sides."""


@dataclass
class Sums:
    """What was found and right over all stories."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    statuses: int = 0
    status_right: int = 0


def account(story: dict[str, Any]) -> list[dict[str, Any]]:
    """The encounters of a fresh ledger after all articles of a story."""
    ledger = Memory()
    for a in story["articles"]:
        title, _, _ = a["text"].partition("\n")
        line = {**a, "id": str(a["id"]), "title": title, "published": _moment(a["published"])}
        ledger.add(api.read_line(line))
    return list(ledger.encounters(None))


def _moment(value: Any) -> str:
    return value.isoformat().replace("+00:00", "Z") if hasattr(value, "isoformat") else str(value)


def is_of(entry: dict[str, Any], line: str) -> bool:
    """Whether an encounter of the ledger is of the kind and parties of a line ``kind: A, B``."""
    w = wanted(f"any {line}")
    read = [folded(f"{p['name']} {country_name(p['country']) if p.get('country') else ''}") for p in entry["parties"]]
    return FAMILY.get(entry["kind"], entry["kind"]) == w.family and all(
        any(n in r for n in names for r in read) for names in w.parties
    )


def judge(story: dict[str, Any], sums: Sums) -> list[str]:
    """The faults of one story; its figures are added to ``sums``."""
    entries = account(story)
    mine = {k: [e for e in entries if is_of(e, line)] for k, line in story["encounters"].items()}
    faults: list[str] = []
    for k, status in story["statuses"].items():
        best = max(mine[k], key=lambda e: len(e["appearances"]), default=None)
        sums.statuses += 1
        good = best is not None and best["status"] in status.split("|")
        sums.status_right += good
        if not good:
            faults.append(f"  status {best and best['status']}, want {status}")
    claims = [
        ({e["id"] for e in mine[c["encounter"]]}, set(map(str, c["between"])), c["over"])
        for c in story["contradictions"]
    ]
    given = [(e["id"], set(map(str, c["documents"])), c["over"]) for e in entries for c in e["contradictions"]]
    for w in claims:
        hit = any(fits(g, w) for g in given)
        sums.wanted, sums.found = sums.wanted + 1, sums.found + hit
        faults += [] if hit else [f"  missed  {w[2]} between {sorted(w[1])}"]
    for g in given:
        good = any(fits(g, w) for w in claims)
        sums.given, sums.right = sums.given + 1, sums.right + good
        faults += [] if good else [f"  given   {g[2]} between {sorted(g[1])}"]
    return faults


def fits(given: tuple[str, set[str], str], claim: tuple[set[str], set[str], str]) -> bool:
    """Whether a contradiction given is the one wanted."""
    encounter, documents, over = given
    return (
        encounter in claim[0] and claim[1] <= documents and len(documents) <= len(claim[1]) + SPARE and over == claim[2]
    )


def shown(story: dict[str, Any]) -> list[str]:
    """The claims that the ledger holds of each article, for whoever looks for a cause."""
    out: list[str] = []
    for e in account(story):
        out.append(f"    {e['id']} {e['status']} {e['kind']}: {', '.join(p['name'] for p in e['parties'])}")
        for a in e["appearances"]:
            for c in a["claims"]:
                keys = ("status", "stance", "weak", "hedged", "earlier", "unsettled", "place", "when")
                fields = {k: c[k] for k in keys if c.get(k)}
                out.append(
                    f"      [{a['document']}] {json.dumps(fields)} {c.get('origin')} | {c['evidence']['text'][:90]}"
                )
    return out


def main() -> int:
    """Print what is wrong, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="stories whose name begins so (all)")
    parser.add_argument("--details", action="store_true", help="show the claims of each encounter")
    parser.add_argument("--unread", action="store_true", help="only the sums of the stories that nobody has read")
    args = parser.parse_args()
    sums = Sums()
    for path in sorted((FOLDER / "unread" if args.unread else FOLDER).glob("*.yaml")):
        if args.names and not path.name.startswith(tuple(args.names)):
            continue
        for n, story in enumerate(yaml.safe_load_all(path.read_text(encoding="utf-8")), 1):
            faults = judge(story, sums)
            if not args.unread:
                print("\n".join([f"{path.stem} {n}", *faults, *(shown(story) if args.details else ())]))
    print(f"found {sums.found} of {sums.wanted}; right {sums.right} of {sums.given} given; ", end="")
    print(f"statuses {sums.status_right} of {sums.statuses}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
