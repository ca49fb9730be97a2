"""A ledger as one page that stands alone: the agenda, and behind each entry its history, words and contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from parley.views import alone, phrases, told, wording
from parley.views.marking import Explain

Row = Mapping[str, Any]
PARTS: Mapping[str, tuple[str, ...]] = {
    "Ahead": ("under_way", "scheduled", "announced", "proposed"),
    "In doubt": ("on_hold", "postponed", "unknown"),
    "Off": ("cancelled", "denied"),
    "Held": ("held",),
}
CHANGED = {"time": "day", "place": "place"}


def ledger_page(rows: Iterable[Row], explain: Explain = str, moment: str | None = None) -> str:
    """The page of encounters (rows as ``parley export encounters`` gives them); ``moment`` is said in its heading."""
    told_ = [_encounter(row, explain) for row in rows]
    known = {e["row"]["id"]: e for e in told_}
    for e in told_:
        e["related"] = list(_related(e["row"], known))
    parts = {name: _ordered(told_, statuses) for name, statuses in PARTS.items()}
    return alone.page("report.html", parts={n: p for n, p in parts.items() if p}, moment=moment, count=len(told_))


def _ordered(found: Sequence[dict[str, Any]], statuses: tuple[str, ...]) -> list[dict[str, Any]]:
    """The encounters of a part, by day; those without one at its end."""
    mine = [e for e in found if e["row"]["status"] in statuses]
    return sorted(mine, key=lambda e: ((e["row"]["when"] or {}).get("earliest") or "9999", e["row"]["since"]))


def _encounter(row: Row, explain: Explain) -> dict[str, Any]:
    reports = {a["document"]: a for a in row["appearances"]}
    claims = {c["id"]: {**c, "report": a} for a in row["appearances"] for c in a["claims"]}
    return {
        "row": row,
        "title": told.title(row),
        "place": told.place(row),
        "why": explain(row["rule"]),
        "history": [_step(s, reports, explain) for s in row["history"]],
        "differences": list(_differences(row, claims)),
    }


def _step(step: Row, reports: Mapping[str, Row], explain: Explain) -> dict[str, Any]:
    """A change with what it changed, in words."""
    change = None
    if step["of"] != "status":
        before, after = (_value(step[k], step["of"]) for k in ("before", "after"))
        change = f"{CHANGED[step['of']]}: {before} → {after}"
    return {"row": step, "change": change, "report": reports.get(step["document"]), "why": explain(step["rule"])}


def _value(value: Row | None, of: str) -> str:
    if value is None:
        return "not told"
    return wording.when(value) if of == "time" else str(value["name"])


def _differences(row: Row, claims: Mapping[str, Row]) -> Iterator[Row]:
    """What reports differ over, with the sides that stand against each other: those who say the same on one side."""
    for over in dict.fromkeys(c["over"] for c in row["contradictions"]):
        told_ = dict.fromkeys(i for c in row["contradictions"] if c["over"] == over for i in c["claims"])
        sides: dict[str, list[Row]] = {}
        for claim in (claims[i] for i in told_ if i in claims):
            sides.setdefault(_side(claim, over), []).append(claim)
        yield {"words": phrases.DIFFERENCES[over], "sides": [_once(side) for side in sides.values()]}


def _side(claim: Row, over: str) -> str:
    """What a claim says of what is differed over."""
    state = wording.state(claim["status"])
    if over == "time":
        return wording.when(claim["when"])
    if over == "place":
        return str((claim.get("place") or {}).get("name"))
    return "none" if over == "existence" and state == "denied" else "some" if over == "existence" else state


def _once(side: Iterable[Row]) -> list[Row]:
    """The claims of a side, one for each origin and state."""
    return list({(c["origin_key"], c["status"]): c for c in reversed(list(side))}.values())[::-1]


def _related(row: Row, known: Mapping[str, Row]) -> Iterator[Row]:
    for kind in ("prepares", "led_to"):
        for other in row[kind]:
            if other in known:
                yield {"words": phrases.RELATIONS[kind], "id": other, "title": known[other]["title"]}
