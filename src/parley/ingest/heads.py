"""What the lines around an article tell of it: when it came out, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from parley.ingest.dateline import Told, date_line, dateline, outlet_named
from parley.ingest.phrases import byline, whole

FIRST = 8  # lines in which an article speaks of itself
LAST = 3
LONGEST = 160  # characters of a line that speaks of the article
PARTED = re.compile(r"\s*[|·•]\s*|\s+[–—/]\s+")


def told_by(text: str) -> Told | None:
    """What the first and last lines of ``text`` tell; the first line that says when it came out wins."""
    found = [told for line in _edges(text) if (told := about_line(line) or dateline(line))]
    if not found:
        return None
    dated = [t for t in found if t.date]
    best = next((t for t in dated if not t.updated), dated[0] if dated else found[0])
    return replace(
        best,
        outlet=best.outlet or next((t.outlet for t in found if t.outlet), None),
        agency=next((t.agency for t in found if t.agency), None),
    )


def about_line(line: str) -> Told | None:
    """What a line tells that speaks of nothing but its article: dates, outlet, byline, minutes to read."""
    if len(line) > LONGEST:
        return None
    one = _part(line)
    if one:
        return one
    parts = [p for p in PARTED.split(line) if p.strip()]
    told = [_part(p) or (Told() if byline().fullmatch(p) or whole().fullmatch(p) else None) for p in parts]
    known = [t for t in told if t]
    if len(parts) < 2 or len(known) < len(parts):
        return None
    dates = sorted((t for t in known if t.date), key=lambda t: t.updated)
    outlet = next((t.outlet for t in known if t.outlet), None)
    return replace(dates[0], outlet=outlet) if dates else Told(outlet=outlet)


def _part(line: str) -> Told | None:
    told = date_line(line)
    if told:
        return told
    name = outlet_named(line)
    return Told(outlet=name) if name else None


def _edges(text: str) -> list[str]:
    head = list(islice((line for line in text[:4000].split("\n") if line), FIRST))
    tail = [line for line in text[-600:].split("\n")[-5:] if line][-LAST:]
    return [*head, *(line for line in tail if line not in head)]
