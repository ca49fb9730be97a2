"""One encounter over all reports, for a page: its history, who says what, who says otherwise. A row in, a row out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from parley.views import phrases, told, wording

Row = Mapping[str, Any]
UNFIT = re.compile(r"[^\w.-]")
CHANGES = {"status": "", "time": "the day", "day": "the day", "place": "the place"}
OVER = {"status": "how it stands", "time": "when", "place": "where", "existence": "whether there was or is to be any"}


def shown(case: Row) -> dict[str, Any]:
    """What ``encounter.html`` shows of the row of ``Ledger.why``."""
    claims = {c["id"]: c for a in case["appearances"] for c in _claims(a)}
    reports = {a["document"]: a["report"] for a in case["appearances"]}
    return {
        "row": case,
        "title": told.title(case),
        "steps": _steps(case, claims, reports),
        "reports": [_report(a, claims) for a in sorted(case["appearances"], key=lambda a: str(a["at"]), reverse=True)],
        "differences": [_difference(d, claims) for d in case["contradictions"]],
    }


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


def _difference(row: Row, claims: Mapping[str, Row]) -> dict[str, Any]:
    """A contradiction with one column a side: the claims of one source together."""
    sides: dict[str, list[Row]] = {}
    for c in row["claims"]:
        if c in claims:
            sides.setdefault(claims[c]["row"]["origin"], []).append(claims[c])
    why = row.get("explanation")
    return {"over": OVER.get(row["over"], row["over"]), "why": why, "sides": list(sides.items())}
