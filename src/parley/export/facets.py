"""What every format of the field needs of an encounter: its days and how exact they are, its changes, its account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from parley.export.rows import Row

WEEK = timedelta(days=6)
LONGEST_STAY = timedelta(days=13)  # what lasts longer is a span of time in which a day is looked for
BY_PEOPLE = 1000  # what a judgement adds to the sequence
UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day; ``only`` tells what is known where no day is ("month"), None where days are."""

    first: date
    last: date
    only: str | None


def days(row: Row) -> Days | None:
    """The days of an encounter, None where no day is known at all; hours are not in the ledger.

    A whole week, month or year, or more than a fortnight, is read as "some day within it". Where only the first or only
    the last day is known, that day stands for both, and ``only`` says so.
    """
    when = row["when"] or {}
    first, last = _day(when.get("earliest")), _day(when.get("latest"))
    if first and last:
        return Days(first, max(first, last), _only(first, last))
    one = first or last
    return Days(one, one, "first day" if first else "last day") if one else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso[:10]) if iso else None


def _only(first: date, last: date) -> str | None:
    following = last + timedelta(days=1)
    if first.day == 1 and following.day == 1:
        months = (following.year - first.year) * 12 + following.month - first.month
        return "month" if months == 1 else "year" if months == 12 and first.month == 1 else "period"
    if last - first == WEEK and first.weekday() == 0:
        return "week"
    return "period" if last - first > LONGEST_STAY else None


def day_note(row: Row) -> str | None:
    """A note where the day is not exactly known: which words of the report give it, and the span that they mean."""
    known = days(row)
    if known is None or known.only is None:
        return None
    words = line(row["when"].get("text") or "")
    told = f" (“{words}”)" if words else ""
    if known.only.endswith("day"):
        return f"Only the {known.only} is known{told}"
    return f"The day is not known, only the {known.only}{told}: {known.first} to {known.last}"


def sequence(row: Row) -> int:
    """How often the account has changed since it began: each change of status, day or place counts one.

    A judgement of a person counts a thousand, its undoing as much: it may take many changes away, and still the number
    must rise, or calendars would keep what they had.
    """
    return max(len(row["history"]) - 1, 0) + BY_PEOPLE * int(row["judged"])


def changed(row: Row) -> str:
    """The moment of the last change (ISO, UTC): never the clock."""
    return str(row["history"][-1]["at"] if row["history"] else row["since"])


def moved_from(row: Row) -> str | None:
    """The day on which it was to begin before it was moved, None where it never moved.

    It moved where the days told before and those told after share no day; a day told more exactly is no move.
    """
    for step in reversed(row["history"]):
        before, after = step.get("before") or {}, step.get("after") or {}
        if step["of"] == "time" and _apart(before, after):
            return str(before["earliest"])
    return None


def _apart(a: Row, b: Row) -> bool:
    if not all(x.get(k) for x in (a, b) for k in ("earliest", "latest")):
        return False
    return bool(a["latest"] < b["earliest"] or b["latest"] < a["earliest"])


def told(row: Row) -> Iterator[tuple[Row, Row]]:
    """Each claim with the appearance that it stands in, the earliest first."""
    for appearance in row["appearances"]:
        for claim in appearance["claims"]:
            yield appearance, claim


def title(row: Row) -> str:
    """A name for the encounter: its kind and who takes part ("Meeting: Norway – Chile")."""
    names = [line(p["name"]) for p in row["parties"] if p.get("attends") is not False]
    return str(row["kind"]).capitalize() + (f": {' – '.join(names)}" if names else "")


def word(status: str) -> str:
    """A status as people write it."""
    return status.replace("_", " ")


def account(row: Row) -> str:
    """The account in words: how it stands, on whose word, since when, every change with its quotes."""
    by = ", ".join(line(w) for w in row["on_whose_word"])
    lines = [f"Status: {word(row['status'])}, since {row['since'][:10]}" + (f", on the word of {by}" if by else "")]
    if row["status"] != row["machine_status"]:
        lines.append(f"Decided by a person; the rules say: {word(row['machine_status'])}")
    lines += ["Sources disagree about it."] if row["disputed"] else []
    lines += ["Its day has passed, and no report says what became of it."] if row["unconfirmed"] else []
    away = ", ".join(line(p["name"]) for p in row["stays_away"])
    lines += [f"Stays away: {away}"] if away else []
    note = day_note(row)
    return "\n".join([*lines, *([note] if note else []), *(_step(s) for s in row["history"])])


def _step(step: Row) -> str:
    what = word(step["status"]) if step["of"] == "status" else f"{step['of']}: {_value(step['after'])}"
    by = f" ({', '.join(line(w) for w in step['on_whose_word'])})" if step["on_whose_word"] else ""
    quotes = "".join(f" “{line(w)}”" for w in step["words"] if w)
    return f"{step['at'][:10]} {what}{by}{quotes}"


def _value(value: Row | None) -> str:
    return line(value.get("name") or value.get("text") or "") if value else "not known"


def links(row: Row) -> list[str]:
    """The addresses of the reports, without repeats."""
    return list(dict.fromkeys(u for a in row["appearances"] if (u := address(a["url"]))))


def address(url: str | None) -> str | None:
    """A web address that every reader can take, None where it is none."""
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")


def uri(kind: str, name: str) -> str:
    """A name for something of the ledger, the same for ever ("urn:parley:encounter:…")."""
    return f"urn:parley:{kind}:{quote(name, safe=':-._~')}"


def lossless(row: Row) -> dict[str, Any]:
    """What no format of others can say, in Parley's own words; every format carries it in an extension."""
    names = "id aliases kind level status machine_status rule since disputed unconfirmed when independent_sources"
    return {name: row[name] for name in (*names.split(), "on_whose_word", "stays_away", "prepares", "led_to")}


def line(text: str) -> str:
    """Text on one line."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Text without control characters, which no format carries."""
    return text.translate(UNPRINTABLE)
