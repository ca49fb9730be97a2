"""The words of the grammar, as patterns and look-ups built once from ``languages/en/times``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.lexicon.store import table

# Inside a line; a line break only where the next line goes on in lower case or figures (texts wrapped by hand).
SPACE = r"(?:[^\S\n]+|[^\S\n]*\n(?=(?-i:[a-z\d])))"
HYPHEN = "[-‐‑–]"


@dataclass(frozen=True)
class Words:
    """Look-ups from a lower-case word to what it means."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, str]
    season_months: dict[str, tuple[int, int]]
    deictic: dict[str, int]
    shift: dict[str, int]
    narrative: dict[str, int]
    edges: dict[str, str]
    limits: dict[str, str]
    sets: dict[str, str]
    references: dict[str, str]
    clock_words: dict[str, str]
    lists: dict[str, frozenset[str]]


@cache
def words() -> Words:
    """The vocabulary of English times."""
    raw = table("languages/en/times")
    seasons = raw["seasons"]
    return Words(
        months={w.lower(): n for n, row in enumerate(raw["months"], 1) for w in row},
        weekdays={w.lower(): n for n, row in enumerate(raw["weekdays"]) for w in row},
        units=_inverse(raw["units"]),
        numbers={w: int(n) for n, row in raw["numbers"].items() for w in row},
        ordinals={w: n for n, w in enumerate(raw["ordinals"], 1)},
        parts=_inverse(raw["parts_of_day"]),
        seasons={w: code for code, row in seasons.items() for w in row["words"]},
        season_months={code: (row["months"][0], row["months"][1]) for code, row in seasons.items()},
        deictic={w: int(n) for n, row in raw["deictic"].items() for w in row},
        shift={w: int(n) for n, row in raw["shift"].items() for w in row},
        narrative={w: int(n) for n, row in raw["narrative"].items() for w in row},
        edges=_inverse(raw["edges"]),
        limits=_inverse(raw["limits"]),
        sets=_inverse(raw["sets"]),
        references=_inverse(raw["references"]),
        clock_words=_inverse(raw["clock_words"]),
        lists=_lists(raw),
    )


def _inverse(rows: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, row in rows.items() for word in row}


def _lists(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    found = {
        "movers": raw["movers"],
        "named_days": raw["named_days"],
        "not_year_after": raw["not_year"]["after"],
        "not_year_before": raw["not_year"]["before"],
        "ambiguous_months": raw["bare_month"]["ambiguous"],
        "before_bare_month": raw["bare_month"]["after"],
        "before_bare_month_noun": raw["bare_month"]["after_if_noun_follows"],
        "rate_after": raw["rate_after"],
        "superlatives": raw["superlatives"],
        "journeys": raw["journeys"],
        "carries_on": raw["carries_on"],
        "vague_next": raw["vague_next"],
        "took_place": raw["took_place"],
        **raw["following"],
        **raw["tense"],
    }
    return {name: frozenset(w.lower() for w in row) for name, row in found.items() if name not in {"yes", "no"}}


def either(options: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; a space stands for any run of spaces."""
    ordered = sorted(set(options), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(SPACE.join(re.escape(p) for p in w.split(" ")) for w in ordered) + ")"


@cache
def fragments() -> dict[str, str]:
    """Named pieces of patterns: ``<month>`` in a rule's pattern stands for ``fragments()["month"]``."""
    raw = table("languages/en/times")
    w = words()
    number_words = list(w.numbers)
    tens = either(n for n, v in w.numbers.items() if 20 <= v <= 90 and "-" not in n)
    ones = either(n for n, v in w.numbers.items() if 1 <= v <= 9 and " " not in n and n not in {"a", "an", "both"})
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)"
    zone = "(?-i:" + either(raw["zones"]) + r")(?: ?[+-]\d{1,2})?"
    return {
        "month": _capitalised(w.months),
        "fullmonth": _capitalised([row[0] for row in raw["months"]]),
        "weekday": _capitalised(w.weekdays),
        "fullday": _capitalised([row[0] for row in raw["weekdays"]]),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])",
        "ordinalday": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)",
        "year": r"(?:1[5-9]|20)\d\d(?!\d)",
        "unit": either(w.units) + r"\b",
        "units": either(u for u in w.units if u.endswith("s")),
        "number": f"(?:{tens}{HYPHEN}{ones}|{either(number_words)}|{digits})",
        "orso": f"(?:{SPACE}(?:to|or){SPACE}|{HYPHEN})",
        "vague": either(raw["vague_numbers"]),
        "ordinal": either([*raw["ordinals"], *(f"{n}{s}" for n in range(1, 5) for s in ("st", "nd", "rd", "th"))]),
        "part": either(w.parts),
        "season": either(w.seasons),
        "seasonafter": either(raw["season_after"]),
        "deictic": either(w.deictic),
        "shift": either(w.shift),
        "narrative": either(w.narrative),
        "reference": either(w.references),
        "set": either(k for k in w.sets if k not in raw["rates"]),
        "rate": either(raw["rates"]),
        "zone": rf"(?:{zone}|\({zone}\))(?!\w)",
        "clockword": either(w.clock_words),
        "dayadjective": either(raw["day_adjectives"]),
        "vaguenext": either(raw["vague_next"]),
        "vaguepast": either(raw["vague_past"]),
        "edge": either(w.edges),
        "approximator": either(raw["approximators"]),
        "limit": either(w.limits),
        "dash": f"(?:{SPACE})?[-‐‑–—](?:{SPACE})?",
    }


def _capitalised(names: Iterable[str]) -> str:
    """Names that must begin with a capital: ``March``, ``MARCH``, and short forms with or without a full stop."""
    full: list[str] = []
    for name in names:
        title = name.title()
        stop = r"\.?" if len(name) <= 5 and name.lower() not in {"may", "june", "july", "march", "april"} else ""
        full.extend([re.escape(title) + stop, re.escape(title.upper()) + stop])
    ordered = sorted(full, key=lambda f: -len(f))
    return "(?-i:(?:" + "|".join(ordered) + r")(?!\w))"


def pattern(template: str, tail: str = r"(?!\w)") -> re.Pattern[str]:
    """Compile a rule's pattern.

    ``<name>`` becomes a named group of that fragment, ``<name=piece>`` a group called ``name`` of the fragment
    ``piece``, ``<:piece>`` the fragment with no group; a space becomes any run of spaces inside a line. ``tail`` is
    what must follow.
    """

    def expand(match: re.Match[str]) -> str:
        name, _, piece = match[1].partition("=")
        if name.startswith(":"):
            return fragments()[name[1:]]
        return f"(?P<{name}>{fragments()[piece or name]})"

    body = re.sub(r"(?<!\?P)<(:?[a-z]+\d?(?:=[a-z]+)?)>", expand, template.replace(" ", "\0"))
    return re.compile(r"(?i)(?<!\w)(?:" + body.replace("\0", SPACE) + ")" + tail)


def lower(text: str) -> str:
    """A matched word as the tables write it: lower case, single spaces, no full stop."""
    return " ".join(text.lower().split()).rstrip(".")
