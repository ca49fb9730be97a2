"""The wording of values on pages: statuses, days with their precision, moments, names. Plain strings, no markup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from parley.views import marks, phrases

Row = Mapping[str, Any]

# Word, shape and colour together: nobody needs to tell colours apart.
SHAPES = {
    "proposed": "○",
    "announced": "◇",
    "scheduled": "●",
    "under_way": "▶",
    "held": "✓",
    "on_hold": "◐",
    "postponed": "↻",
    "cancelled": "✕",
    "denied": "⊘",
    "unknown": "?",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK = 7


def status(value: str) -> str:
    """A status as people write it.

    >>> status("on_hold")
    'on hold'
    """
    return value.replace("_", " ")


def state(value: str) -> str:
    """The state of an encounter that the status of a claim stands for.

    >>> state("not_held")
    'cancelled'
    """
    return phrases.CLAIM_STATE.get(value, value)


def shape(value: str) -> str:
    """The sign that goes with a status."""
    return SHAPES.get(state(value), SHAPES["unknown"])


def exact(text: str) -> Markup:
    """Words of a text on one line, shown harmlessly: what turns the order of words turns nothing outside itself."""
    return marks.quoted(text)


def web(url: str | None) -> bool:
    """Whether an address may stand in a link: one of the web, nothing that runs."""
    return bool(url) and str(url).startswith(("https://", "http://"))


def names(parties: list[Row], most: int = 5) -> str:
    """The parties of an encounter in one line, those that stay away with a note."""
    shown = [p["name"] + (" (stays away)" if p.get("attends") is False else "") for p in parties[:most]]
    rest = len(parties) - most
    return " · ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def day(iso: str) -> str:
    """A day or the day of a moment.

    >>> day("2026-03-17T10:00:00Z")
    '17 Mar 2026'
    """
    parts = iso[:10].split("-")
    year, month, number = (*parts, "", "")[:3]
    return " ".join(p for p in (number.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if p)


def moment(iso: str) -> str:
    """A moment to the minute, in UTC; a day alone where it tells no more.

    >>> moment("2026-03-17T10:05:00Z")
    '17 Mar 2026, 10:05'
    """
    return f"{day(iso)}, {iso[11:16]}" if len(iso) > 10 else day(iso)


def when(value: Row | None) -> str:
    """The days of an encounter with their precision ("week of 23 Nov 2026", "Nov 2026", "no day told").

    >>> when({"earliest": "2026-11-23", "latest": "2026-11-29", "text": "next week"})
    'week of 23 Nov 2026'
    """
    if not value:
        return "no day told"
    first, last = (value.get("earliest") or "")[:10], (value.get("latest") or "")[:10]
    if not first or not last:
        return f"from {day(first)}" if first else f"until {day(last)}" if last else f"“{value.get('text', '')}”"
    return _interval(date.fromisoformat(first), date.fromisoformat(last))


def _interval(a: date, b: date) -> str:
    if a == b:
        return day(a.isoformat())
    following = date(b.year + b.month // 12, b.month % 12 + 1, 1)
    whole_months = a.day == 1 and (following - b).days == 1
    if whole_months and (a.month, b.month) == (1, 12) and a.year == b.year:
        return str(a.year)
    if whole_months and (a.year, a.month) == (b.year, b.month):
        return f"{MONTHS[a.month - 1]} {a.year}"
    if (b - a).days == WEEK - 1 and a.weekday() == 0:
        return f"week of {day(a.isoformat())}"
    head = f"{a.day}" if (a.year, a.month) == (b.year, b.month) else day(a.isoformat()).removesuffix(f" {b.year}")
    return f"{head} – {day(b.isoformat())}"


def changed(key: str, pair: list[Any]) -> str:
    """A change as a desk reads it.

    >>> changed("place", ["Oslo", "Riga"])
    'place: Oslo → Riga'
    """
    before, after = (_plainly(key, value) for value in pair)
    return f"{key}: {before} → {after}"


def _plainly(key: str, value: Any) -> str:
    if value is None or value == []:
        return "not told"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key == "when" and isinstance(value, list):
        return when({"earliest": value[0], "latest": value[1], "text": ""})
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def moved(move: Any) -> str:
    """A move of a side on its line, in words.

    >>> moved({"direction": "softened", "from": "demand"})
    'softened, from demand'
    """
    return f"{move['direction']}, from {move['from']}" if isinstance(move, Mapping) else str(move)
