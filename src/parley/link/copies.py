"""Copies of one text: wire copies, reprints, light edits."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from parley.lexicon.outlets import outlet_key
from parley.link.days import day
from parley.link.sketches import bands, likeness
from parley.model.ledger import Report

WINDOW = 14
"""A text that comes out again more than so many days later is no copy that an outlet took over."""
SAME_PHRASES = 0.22
SAME_FACTS = 0.4
VERBATIM = 0.9


def alike(a: Report, b: Report) -> bool:
    """Most phrases are the same, and so are the names and numbers; the two came out within two weeks.

    One house writes many notices by one pattern, so two articles of the same outlet are copies only word for word.
    """
    if a.id == b.id or abs(day(a.at) - day(b.at)) > WINDOW:
        return False
    phrases, facts = likeness(a.sketch, b.sketch)
    if phrases >= VERBATIM and facts >= VERBATIM:
        return True
    return phrases >= SAME_PHRASES and facts >= SAME_FACTS and not _one_house(a, b)


def _one_house(a: Report, b: Report) -> bool:
    mine = house(a)
    return mine is not None and mine == house(b)


def house(report: Report) -> str | None:
    """The outlet of a report, else the host of its address; None where neither is known."""
    if report.outlet:
        return outlet_key(report.outlet)
    host = urlsplit(report.url).hostname if report.url else None
    return outlet_key(host) if host else None


def groups(reports: Iterable[Report]) -> dict[str, str]:
    """The first report, in canonical order, of the copies that each report is one of (itself where there are none).

    Copies of copies are copies, so the order in which the reports are given does not matter.
    """
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: (r.at, r.id))
    first = {r.id: r.id for r in ordered}
    shelves: dict[int, list[Report]] = {}
    for report in ordered:
        near = {o.id: o for band in bands(report.sketch) for o in shelves.get(band, ())}
        for other in near.values():
            if alike(report, other):
                _unite(first, report.id, other.id)
        for band in bands(report.sketch):
            shelves.setdefault(band, []).append(report)
    order = {r.id: k for k, r in enumerate(ordered)}
    heads: dict[str, str] = {}
    for r in sorted(first, key=lambda r: order[r]):
        heads.setdefault(_head(first, r), r)
    return {r: heads[_head(first, r)] for r in first}


def _head(first: dict[str, str], report: str) -> str:
    while first[report] != report:
        report = first[report]
    return report


def _unite(first: dict[str, str], a: str, b: str) -> None:
    one, other = _head(first, a), _head(first, b)
    if one != other:
        first[max(one, other)] = min(one, other)
