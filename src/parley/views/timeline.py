"""Timelines as SVG: the changes of one encounter, the encounters of one actor. An ordered list, drawn; text stays text.

The picture is readable in light, dark and print by the classes of its own style sheet; ``inside=True`` leaves that out
for a page that has the same classes and forbids styles in markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from parley.views import wording
from parley.views.drawn import LINE, fold, items, sheet
from parley.views.strip import Station, strip

Row = dict[str, Any]
MOST = 60  # more than that, and a list with a search is the better answer
NO_DAY = "9999"
OPEN = frozenset({"proposed", "announced", "scheduled", "on_hold", "postponed"})
LONG = 7  # days of silence that the picture tells


@dataclass(frozen=True, slots=True)
class Mark:
    """One station: its day, its status, what stands there; ``link`` where it leads to, ``gap`` what lies before it."""

    day: str
    status: str
    head: str
    lines: tuple[tuple[str, str], ...] = ()
    link: str | None = None
    gap: str | None = None


def of_encounter(row: Row, inside: bool = False) -> str:
    """The timeline of one encounter: each change of status, day or place, on whose word, in which exact words."""
    urls = {a["document"]: a["url"] for a in row["appearances"]}
    history = row["history"]
    again = [b["words"] == a["words"] for a, b in pairwise(history)]
    marks = [_change(s, urls.get(s["document"]), same) for s, same in zip(history, [False, *again], strict=False)]
    name = f"{row['kind'].capitalize()}: {wording.names(row['parties'])}"
    now = f"{wording.status(row['status'])} since {wording.day(row['since'])}; {wording.when(row['when'])}"
    return drawn(name, now, _with_gaps(marks, [s["at"][:10] for s in row["history"]]), inside)


def of_actor(name: str, rows: Iterable[Row], today: date | None = None, inside: bool = False, base: str = "") -> str:
    """The encounters of one actor in the order of their days.

    Where no day is told, what is over stands at the day of the report, what is still to come stands last.

    ``today`` draws the line between what is past and what is to come. At most sixty are drawn, the latest; the picture
    says how many there are. ``base`` is the address that links begin with (none: no links).
    """
    dated = sorted((r for r in rows), key=day_of)
    shown = dated[-MOST:]
    marks = [_meeting(r, base) for r in shown]
    told = f"{len(dated)} encounters" + (f", the latest {len(shown)} are shown" if len(shown) < len(dated) else "")
    return drawn(name, told if len(dated) != 1 else "1 encounter", _with_now(marks, shown, today), inside)


def strip_of(rows: Iterable[Row], keep: str = "") -> Markup:
    """Encounters as a strip for a page, in the order given; ``keep`` is the query that their links carry."""
    return strip(
        [
            Station(
                r["status"], _label(r), f"{r['kind']}, {wording.names(r['parties'])}", f"/encounters/{r['id']}{keep}"
            )
            for r in rows
        ]
    )


def day_of(row: Row) -> str:
    """The day at which an encounter stands in a timeline."""
    when = row["when"] or {}
    told = when.get("earliest") or when.get("latest")
    return str(told or (NO_DAY if row["status"] in OPEN else row["since"][:10]))


def _label(row: Row) -> str:
    day = day_of(row)
    return wording.when(row["when"]) if row["when"] or day == NO_DAY else f"told {wording.day(day)}"


def _change(step: Row, url: str | None, same_words: bool) -> Mark:
    of = step["of"]
    head = wording.status(step["status"]) if of == "status" else f"{of}: {_moved(step)}"
    by = ", ".join(step["on_whose_word"])
    lines = [("by", f"on the word of {by}")] if by else []
    lines += [("words", f"“{w}”") for w in step["words"][:1] if w and not same_words]
    return Mark(wording.day(step["at"]), step["status"] if of == "status" else "", head, tuple(lines), url)


def _moved(step: Row) -> str:
    """The day or place before and after."""
    after = _value(step["of"], step["after"])
    return f"{_value(step['of'], step['before'])} → {after}" if step["before"] else after


def _value(of: str, value: Row | None) -> str:
    if of == "time":
        return wording.when(value)
    return str(value["name"]) if value else "not known"


def _meeting(row: Row, base: str) -> Mark:
    place = f", {row['place']['name']}" if row["place"] else ""
    told = f"{wording.status(row['status'])} since {wording.day(row['since'])}"
    told += ", disputed" if row["disputed"] else ""
    told += ", its day passed without word" if row["unconfirmed"] else ""
    head = f"{row['kind'].capitalize()}: {wording.names(row['parties'])}{place}"
    link = f"{base}{row['id']}" if base else None
    return Mark(_label(row), row["status"], head, (("by", told),), link)


def _with_gaps(marks: list[Mark], days: list[str]) -> list[Mark]:
    """Says how long nothing changed, where that was a week or more."""
    out = marks[:1]
    for mark, day, before in zip(marks[1:], days[1:], days, strict=False):
        silent = (date.fromisoformat(day) - date.fromisoformat(before)).days
        gap = f"{silent} days later" if silent >= LONG else None
        out.append(Mark(mark.day, mark.status, mark.head, mark.lines, mark.link, gap))
    return out


def _with_now(marks: list[Mark], rows: list[Row], today: date | None) -> list[Mark]:
    out, past = [], False
    for mark, row in zip(marks, rows, strict=True):
        gap = f"— today, {wording.day(today.isoformat())} —" if past and today and day_of(row) >= str(today) else None
        past = day_of(row) < str(today) if today else False
        out.append(Mark(mark.day, mark.status, mark.head, mark.lines, mark.link, gap))
    return out


def drawn(name: str, told: str, marks: list[Mark], inside: bool = False) -> str:
    """The picture: a line from top to bottom with a station for each mark, and its text beside it."""
    title = fold(name, 62, 2)
    top = 34 + LINE * len(title)
    parts = [f'<text class="name" x="16" y="{28 + LINE * i}">{escape(t)}</text>' for i, t in enumerate(title)]
    parts.append(f'<text class="soft" x="16" y="{top - 2}">{escape(told)}</text>')
    body, height = items(marks, top + 36)
    if not marks:
        body, height = f'<text class="soft" x="16" y="{top + 34}">Nothing is known.</text>', top + 50
    summary = "; ".join(f"{m.day}: {m.head}" for m in marks)
    return sheet(f"Timeline of {name}", f"{told}. {summary}", "\n".join(parts) + "\n" + body, height, inside)
