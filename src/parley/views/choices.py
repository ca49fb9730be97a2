"""What a correction offers to choose from: statuses, encounters, reports and claims, each told in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from parley.views import told, wording
from parley.views.listed import STATUSES

Row = Mapping[str, Any]
MOST = 30  # reports or claims, the newest
SHORT = 90  # letters of a claim's words


def offered(case: Row, others: Sequence[Row]) -> dict[str, list[tuple[str, str]]]:
    """For each kind of correction the values and what they are called."""
    newest = sorted(case["appearances"], key=lambda a: str(a["at"]), reverse=True)
    claims = [(c, a) for a in newest for c in a["claims"] if c.get("why_not") != "copy"]
    return {
        "override": [(s, wording.status(s)) for s in STATUSES if s != case["status"]],
        "merge": [(r["id"], _encounter(r)) for r in others],
        "split": [(a["id"], _report(a)) for a in newest[:MOST]],
        "claims": [(c["id"], _claim(c, a)) for c, a in claims[:MOST]],
    }


def _encounter(row: Row) -> str:
    return f"{told.title(row)}, {wording.when(row['when'])} ({wording.status(row['status'])})"


def _report(a: Row) -> str:
    return f"{told.one_line(a['title'] or a['document'])} ({a['outlet'] or a['document']}, {wording.day(a['at'])})"


def _claim(c: Row, a: Row) -> str:
    words = told.one_line(c["evidence"]["text"] or "words taken out")
    short = words if len(words) <= SHORT else f"{words[:SHORT]}…"
    return f"{wording.status(c['status'])}: “{short}” ({a['outlet'] or a['document']}, {wording.day(a['at'])})"
