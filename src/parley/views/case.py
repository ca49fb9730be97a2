"""One encounter over all reports, for a page: its history, who says what, who says otherwise. A row in, a row out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from parley.views import phrases, told, wording
from parley.views.sides import grouped
from parley.views.standing import stood
from parley.views.strip import Station, strip

Row = Mapping[str, Any]
UNFIT = re.compile(r"[^\w.-]")
CHANGES = {"status": "", "time": "the day", "day": "the day", "place": "the place"}
OVER = {"status": "how it stands", "time": "when", "place": "where", "existence": "whether there was or is to be any"}

SAID = frozenset({"status", "existence"})  # over which a side is told by the status that it claims


def shown(case: Row) -> dict[str, Any]:
    """What ``encounter.html`` shows of the row of ``Ledger.why``."""
    claims = {c["id"]: c for a in case["appearances"] for c in _claims(a)}
    reports = {a["document"]: a["report"] for a in case["appearances"]}
    newest = sorted(case["appearances"], key=lambda a: str(a["at"]), reverse=True)
    steps = _steps(case, claims, reports)
    told_by = [_report(a, claims) for a in newest]
    return {
        "row": case,
        "title": told.title(case),
        "steps": steps,
        "strip": strip([_station(n, s) for n, s in enumerate(steps, 1)]),
        "reports": told_by,
        "stood": stood(told_by),
        "differences": differences(case["contradictions"], claims),
    }


def _station(number: int, step: Row) -> Station:
    row = step["row"]
    head = f"{step['of']}: {step['was']} → {step['now']}" if step["of"] else wording.status(row["status"])
    return Station("" if step["of"] else row["status"], wording.day(row["at"]), head, f"#step-{number}")


def anchor(claim: str) -> str:
    """The anchor of a claim on the page of its encounter.

    >>> anchor("a1:e1.c2")
    'c-a1-e1.c2'
    """
    return f"c-{UNFIT.sub('-', claim)}"


def _claims(appearance: Row) -> list[dict[str, Any]]:
    """The claims of one report, each with who says so and the way to its words."""
    out = []
    for c in appearance["claims"]:
        who = told.ARROW.join(told.inside(told.one_line(x)) for x in c["chain"]) or phrases.AUTHOR
        at = f"/articles/{appearance['report']}#w-c-{UNFIT.sub('-', c['in_reading'])}"
        where = appearance["outlet"] or appearance["document"]
        made = {"id": c["id"], "anchor": anchor(c["id"]), "row": c, "who": who, "notes": told.notes(c)}
        out.append({**made, "at": appearance["at"], "outlet": where, "words_at": at})
    return out


def _report(appearance: Row, claims: Mapping[str, Row]) -> dict[str, Any]:
    mine = [claims[c["id"]] for c in appearance["claims"]]
    return {"row": appearance, "claims": mine, "title": appearance["title"] or appearance["document"]}


def _steps(case: Row, claims: Mapping[str, Row], reports: Mapping[str, str]) -> list[dict[str, Any]]:
    """The changes in order; of a status also what it was before."""
    out, before = [], None
    for step in case["history"]:
        of = CHANGES.get(step["of"], step["of"])
        own = {"of": of, "before": None if of else before, "report": reports.get(step["document"])}
        if of:
            own |= {"was": _value(step["before"]), "now": _value(step["after"])}
        else:
            before = step["status"]
        stands = [claims[c] for c in step["claims"] if c in claims]
        out.append({**own, "row": step, "claims": stands, "who": ", ".join(step["on_whose_word"]) or phrases.AUTHOR})
    return out


def _value(value: Any) -> str:
    """A day or a place as people read it."""
    if not value:
        return "not told"
    if isinstance(value, Mapping):
        return str(value["name"]) if "name" in value else wording.when(value)
    return str(value)


def differences(rows: Sequence[Row], claims: Mapping[str, Row]) -> list[dict[str, Any]]:
    """What accounts differ over, told once each however many pairs of claims do: the sides with their claims."""
    out = []
    for over in dict.fromkeys(r["over"] for r in rows):
        mine = [r for r in rows if r["over"] == over]
        why = list(dict.fromkeys(r["explanation"] for r in mine if r.get("explanation")))
        for sides in _sides(mine, over, claims):
            out.append({"over": OVER.get(over, over), "why": why, "sides": sides})
    return out


def _sides(rows: Sequence[Row], over: str, claims: Mapping[str, Row]) -> list[list[list[Row]]]:
    """The sides of all that hangs together; where there are more than two, those who say the same are one."""
    pairs = [
        (a, b)
        for r in rows
        for a, b in combinations([c for c in r["claims"] if c in claims], 2)
        if claims[a]["row"]["origin"] != claims[b]["row"]["origin"] or len(r["claims"]) == 2
    ]
    out = []
    for group in grouped(pairs):
        sides = [[claims[c] for c in side] for side in group]
        if len(sides) > 2 and over in SAID:
            same: dict[str, list[Row]] = {}
            for claim in (c for side in sides for c in side):
                same.setdefault(claim["row"]["status"], []).append(claim)
            sides = list(same.values())
        out.append(sides)
    return out
