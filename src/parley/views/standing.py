"""The reports of one encounter for its page: what counts, what counts no more, copies with the text that they copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
MOST = 12  # reports of a list that a page shows, the newest; the rest is a link away


def stood(reports: Sequence[Row]) -> dict[str, list[Row]]:
    """Reports in three lists: ``live`` and ``past`` with the claims that count and count no more, ``silent`` with none.

    A report may stand in both of the first two. A copy stands in none: it is among the ``copies`` of the text that it
    copies.
    """
    kept, copies = _folded(reports)
    out: dict[str, list[Row]] = {"live": [], "past": [], "silent": []}
    for r in kept:
        mine = {**r, "copies": copies.get(r["row"]["id"], [])}
        live = [x for x in r["claims"] if x["row"]["live"]]
        past = [x for x in r["claims"] if not x["row"]["live"]]
        for name, claims in (("live", live), ("past", past)):
            if claims:
                out[name].append({**mine, "claims": claims})
                mine = {**mine, "copies": []}  # told once
        if not r["claims"]:
            out["silent"].append(mine)
    return out


def _folded(reports: Sequence[Row]) -> tuple[list[Row], dict[str, list[Row]]]:
    """The reports that are no copies, and for each of them those that are copies of it."""
    firsts: dict[Any, Row] = {}
    for r in reports:
        if not _copy(r):
            firsts.setdefault(r["row"]["source_group"], r)
    kept: list[Row] = []
    copies: dict[str, list[Row]] = {}
    for r in reports:
        first = firsts.get(r["row"]["source_group"])
        if _copy(r) and first:
            copies.setdefault(first["row"]["id"], []).append(r)
        else:
            kept.append(r)
    return kept, copies


def _copy(report: Row) -> bool:
    """Whether all that it says counts elsewhere: it is a copy of another text."""
    return bool(report["claims"]) and all(x["row"].get("why_not") == "copy" for x in report["claims"])
