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
    """The contradictions of one encounter, told once each however many pairs of claims do: the sides as columns."""
    claims = {c["id"]: _claim(c) for r in rows for c in r["sides"]}
    told_by = [{**r, "claims": [c["id"] for c in r["sides"]]} for r in rows]
    title = told.title(rows[0])
    return {"id": rows[0]["encounter"], "title": title, "differences": case.differences(told_by, claims)}


def _claim(row: Row) -> dict[str, Any]:
    """One claim with who says so, and its place on the page of its encounter."""
    who = told.ARROW.join(told.inside(told.one_line(x)) for x in row["chain"]) or phrases.AUTHOR
    return {"row": row, "who": who, "anchor": case.anchor(row["id"])}


def lines(positions: Sequence[Row]) -> list[dict[str, Any]]:
    """Positions issue by issue, oldest word first: where somebody moved, the move stands on its line."""
    out: dict[str, list[Row]] = {}
    for p in positions:
        out.setdefault(p["line"] or p["issue"], []).append(p)
    return [{"line": line, "rows": rows} for line, rows in sorted(out.items(), key=lambda x: -len(x[1]))]
