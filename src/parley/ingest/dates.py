"""Dates as sources write them → ISO dates and date-times; whatever does not say one day for certain gives None."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from parley.errors import OptionError
from parley.lexicon.store import table

ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?")
COMPACT = re.compile(r"\d{8}(?:T\d{4,6}(?:Z|[+-]\d{4})?)?")
MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:,? \d{1,2}[:.]\d\d(?::\d\d)?)?")
UNIX = re.compile(r"\d{9,10}(?:\d{3})?")  # seconds, or thousandths of them
FIRST_YEAR, LAST_YEAR = 1990, 2100  # of a moment in seconds that is a date of news
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def given(value: str) -> str:
    """The date of the option ``--published``; raises ``OptionError`` where it does not say one day for certain."""
    iso = written(value)
    if iso is None:
        fault = f"{value!r} says no day for certain" if any(map(str.isdigit, value)) else f"{value!r} is no date"
        raise OptionError(fault, where="--published", hint="write 2026-03-14 or 2026-03-14T09:30+01:00")
    return iso


def written(value: str) -> str | None:
    """The date of a field, in any of the forms that feeds and pages use."""
    value = value.strip()
    return _iso(value) or _mail(value) or _dotted(value) or slashed(value) or _unix(value) or in_words(value)


def in_words(value: str) -> str | None:
    """The date of words that hold one date and nothing else ("Monday, June 9, 2031 at 4:05 pm CEST")."""
    found = words().fullmatch(value.strip(" .;|"))
    return of_match(found) if found else None


def in_address(url: str) -> str | None:
    """The day that the path of a web address names (``/2026/03/14/``)."""
    found = IN_URL.search(url.split("?")[0])
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def of_match(found: re.Match[str]) -> str | None:
    """The ISO form of a match of :func:`words`."""
    if found["iso"]:
        return _iso(found["iso"])
    month = _months()[(found["m1"] or found["m2"]).lower()]
    day = _day(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"]))
    if day is None or found["hour"] is None:
        return day
    return _with_time(day, found)


@cache
def words() -> re.Pattern[str]:
    """One date in words or ISO, its weekday, time and zone where they stand with it."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    week = "|".join(w for names in table("languages/en/times")["weekdays"] for w in names)
    between = "|".join(re.escape(w) for w in table("languages/en/datelines")["between"])
    order = "(?:st|nd|rd|th)?"
    day_first = rf"(?P<d1>\d{{1,2}}){order}(?: of)?[ -](?P<m1>{month})\.?,?[ -](?P<y1>\d{{4}})"
    month_first = rf"(?P<m2>{month})\.? (?P<d2>\d{{1,2}}){order},? (?P<y2>\d{{4}})"
    clock = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?(?: ?(?P<half>[ap])\.?m\b\.?)?"
    zone = r"(?: ?\(?(?P<zone>[A-Z]{1,4}(?![A-Za-z])(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d)\)?)?"
    time = rf"(?:,? ?(?:(?:{between}) ?)*{clock}{zone})?"
    either = rf"(?:(?P<iso>{ISO.pattern})|(?:{day_first}|{month_first}){time})"
    return re.compile(rf"(?:(?:{week})\.?,? )?{either}(?!\w)", re.IGNORECASE)


def _iso(value: str) -> str | None:
    if not (ISO.fullmatch(value) or COMPACT.fullmatch(value)):
        return None
    try:
        moment = datetime.fromisoformat(re.sub(r" (?=[Z+-])", "", value))
        if moment.year < 1000:  # "0001-01-01" is what databases write for no date
            return None
        return moment.date().isoformat() if len(value) in {8, 10} else moment.isoformat(timespec="seconds")
    except ValueError:
        return None


def _mail(value: str) -> str | None:
    if not MAIL.match(value):
        return None
    from email.utils import parsedate_to_datetime  # 7 ms, for feeds only

    try:
        return parsedate_to_datetime(value).isoformat(timespec="seconds")
    except ValueError:
        return None


def _dotted(value: str) -> str | None:
    """Dotted dates put the day first."""
    found = DOTTED.fullmatch(value)
    return _day(int(found[3]), int(found[2]), int(found[1])) if found else None


def slashed(value: str) -> str | None:
    """A date with slashes, where only one order gives a date: in America the month stands first, elsewhere the day."""
    found = SLASHED.fullmatch(value)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    days = {_day(year, one, two), _day(year, two, one)} - {None}
    return days.pop() if len(days) == 1 else None


def _unix(value: str) -> str | None:
    """A moment as seconds (or thousandths) since 1970, as feeds and databases store it."""
    if not UNIX.fullmatch(value):
        return None
    moment = datetime.fromtimestamp(int(value[:-3] if len(value) > 10 else value), UTC)
    return moment.isoformat(timespec="seconds") if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _with_time(day: str, found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return day
    zone = found["zone"] or ""
    offset = table("languages/en/datelines")["zones"].get(zone.upper(), zone if zone[:1] in {"+", "-"} else "")
    return _iso(f"{day}T{hour:02}:{minute:02}:00{offset}") or day


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    rows = table("languages/en/times")["months"]
    return {name.lower(): number for number, names in enumerate(rows, start=1) for name in names}
