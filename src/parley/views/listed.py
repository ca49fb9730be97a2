"""Rows of the agenda and of other lists, put in the order in which a page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from parley.model.encounter import EncounterKind, Status
from parley.views import case, phrases, told

Row = Mapping[str, Any]
STATUSES: tuple[str, ...] = get_args(Status)
KINDS: tuple[str, ...] = get_args(EncounterKind)
ORDERS = {"news": "Newest word first", "day": "By day", "back": "By day, from the latest back"}


def differing(rows: Sequence[Row]) -> dict[str, Any]:
    """The contradictions of one encounter: each with its sides as columns."""
    first = rows[0]
    differences = []
    for r in rows:
        sides: dict[str, list[dict[str, Any]]] = {}
        for claim in r["sides"]:
            who = told.ARROW.join(told.inside(told.one_line(x)) for x in claim["chain"]) or phrases.AUTHOR
            sides.setdefault(claim["origin"], []).append({"row": claim, "who": who, "anchor": case.anchor(claim["id"])})
        words = case.OVER.get(r["over"], r["over"])
        differences.append({"over": words, "why": r["explanation"], "sides": list(sides.items())})
    return {"id": first["encounter"], "title": told.title(first), "differences": differences}


def lines(positions: Sequence[Row]) -> list[dict[str, Any]]:
    """Positions issue by issue, oldest word first: where somebody moved, the move stands on its line."""
    out: dict[str, list[Row]] = {}
    for p in positions:
        out.setdefault(p["line"] or p["issue"], []).append(p)
    return [{"line": line, "rows": rows} for line, rows in sorted(out.items(), key=lambda x: -len(x[1]))]
