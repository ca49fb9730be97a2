"""The date and outlet that an article gives of itself, in a line of its own or in its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parley.ingest import dates
from parley.lexicon.store import table

LONGEST = 120  # characters of a line that holds nothing but a date
MASTHEAD = 6  # words of a line that is the name of an outlet
NAME = r"[A-ZÀ-Þ][^\s,.|:;]*(?:[ ](?:of|the|and|in|[A-ZÀ-Þ][^\s,.|:;]*)){0,6}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells of its article.

    ``date`` is None where the line gives none, or none for certain; ``updated`` where it only says when
    the article was last changed. ``agency`` is the one that a dateline credits.
    """

    date: str | None = None
    outlet: str | None = None
    updated: bool = False
    agency: str | None = None


def date_line(line: str) -> Told | None:
    """What a line tells that holds nothing but a date, and a label or an outlet before it."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return None
    found = _line().match(line)
    if not found:
        return Told(dates.slashed(line)) if dates.SLASHED.fullmatch(line) else None
    iso = dates.of_match(found)
    if not iso:
        return None
    label, name = found["label"], found["name"]
    outlet = name if name and is_outlet(name) else None
    updated = label is not None and label.lower() in _labels("updated")
    return Told(iso, outlet, updated)


def dateline(line: str) -> Told | None:
    """What the dateline at the head of a paragraph tells: its date where it has a year, the agency that it credits."""
    found = _place().match(line)
    iso = dates.of_match(found) if found else None
    credited = _agency().match(line)
    agency = next((a for a in credited.groups() if a), None) if credited else None
    if agency and agency.casefold() not in _agencies():
        agency = None
    return Told(iso, agency=agency) if iso or agency else None


def is_outlet(name: str) -> bool:
    """Whether a name is that of a known news outlet, or ends as the names of outlets do ("the Norland Courier")."""
    known, endings = _outlets()
    bare = name.removeprefix("The ").removeprefix("the ")
    return bare in known or name in known or (" " in bare and bare.split()[-1] in endings)


def outlet_named(line: str) -> str | None:
    """The outlet whose name is all that a line holds: a known one, or one with "The" ("THE NORLAND COURIER")."""
    if len(line.split()) > MASTHEAD:
        return None
    known, endings = _outlets()
    name = line.strip()
    if name in known or name.removeprefix("The ") in known:
        return name
    name = name.title() if name.isupper() else name
    words = name.split()
    capital = all(w[:1].isupper() or w in {"of", "the"} for w in words)
    return name if len(words) > 2 and words[0] == "The" and capital and words[-1] in endings else None


def _labels(kind: str) -> frozenset[str]:
    return frozenset(w.lower() for w in table("languages/en/datelines")[kind])


@cache
def _line() -> re.Pattern[str]:
    labels = sorted(_labels("published") | _labels("updated"), key=len, reverse=True)
    label = rf"(?:(?P<label>(?i:{'|'.join(map(re.escape, labels))}))\b ?:? ?)"
    return re.compile(rf"\(?(?:{label}|(?P<name>{NAME}) ?[,|–—-] ?)?{_date()}[ .)]*$")


@cache
def _place() -> re.Pattern[str]:
    agency = r"(?: ?(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/))?"
    return re.compile(rf"{NAME}(?:, {NAME})?,? \(?{_date()}\)?{agency} ?(?:[–—:]|-{{1,2}} |\. )")


@cache
def _agency() -> re.Pattern[str]:
    """The start of a paragraph up to the dash of its dateline, the credited agency in brackets or slashes."""
    place = r"(?:[A-ZÀ-Þ][^()/\n]{1,60}[ ,])?"
    return re.compile(rf"{place}(?:\(([^()\n]{{2,40}})\)|/([^/\n]{{2,40}})/) ?(?:[–—:]|-{{1,2}} )")


def _date() -> str:
    """The grammar of dates; months keep their capital here, so that "may" is no month."""
    return f"(?i:{dates.words().pattern})"


@cache
def _agencies() -> frozenset[str]:
    rows = table("languages/en/outlets")
    return frozenset(w.casefold() for w in (*rows["agencies"], *rows["broadcasters"]))


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("languages/en/outlets")
    known = (w for kind in ("agencies", "broadcasters", "papers") for w in rows[kind])
    return frozenset(known), frozenset(rows["endings"])
