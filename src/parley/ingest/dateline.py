"""The date and outlet that an article gives of itself, in a line of its own or in its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from parley.ingest import dates
from parley.lexicon.store import table

FIRST = 8  # lines in which an article speaks of itself
LAST = 3
LONGEST = 120  # characters of a line that holds nothing but a date
NAME = r"[A-ZÀ-Þ][^\s,.|:;]*(?:[ ](?:of|the|and|[A-ZÀ-Þ][^\s,.|:;]*)){0,5}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells of its article; ``updated`` where it only says when it was last changed."""

    date: str
    outlet: str | None = None
    updated: bool = False


def told_by(text: str) -> Told | None:
    """What the first and last lines of ``text`` tell; the first line that says when it came out wins."""
    found = [told for line in _edges(text) if (told := date_line(line) or _dateline(line))]
    return next((t for t in found if not t.updated), found[0] if found else None)


def date_line(line: str) -> Told | None:
    """What a line tells that holds nothing but a date, and a label or an outlet before it."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return None
    found = _line().match(line)
    iso = dates.of_match(found) if found else None
    if not found or not iso:
        return None
    label, name = found["label"], found["name"]
    outlet = name if name and is_outlet(name) else None
    updated = label is not None and label.lower() in _labels("updated")
    return Told(iso, outlet, updated)


def is_outlet(name: str) -> bool:
    """Whether a name is that of a known news outlet, or ends as the names of outlets do ("the Norland Courier")."""
    known, endings = _outlets()
    bare = name.removeprefix("The ").removeprefix("the ")
    return bare in known or name in known or (" " in bare and bare.split()[-1] in endings)


def _dateline(line: str) -> Told | None:
    found = _place().match(line)
    iso = dates.of_match(found) if found else None
    return Told(iso) if iso else None


def _edges(text: str) -> list[str]:
    head = list(islice((line for line in text[:4000].split("\n") if line), FIRST))
    tail = [line for line in text[-600:].split("\n")[-5:] if line][-LAST:]
    return [*head, *(line for line in tail if line not in head)]


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


def _date() -> str:
    """The grammar of dates; months keep their capital here, so that "may" is no month."""
    return f"(?i:{dates.words().pattern})"


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("languages/en/outlets")
    known = (w for kind in ("agencies", "broadcasters", "papers") for w in rows[kind])
    return frozenset(known), frozenset(rows["endings"])
