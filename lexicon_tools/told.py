"""Holders of offices as dated news items name them: "Norwegian Foreign Minister Ine Eriksen Soreide", 2017 to 2021.

The world's heads up to 2021 are known with dates from lists; later ones, and ministers of foreign affairs and defence,
are not. News tells them: whoever is named with office and state on two days or more held the office then, as far as
news can be trusted. Only names, offices and dates are taken. Items of the development sets are left out.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from lexicon_tools.people import SMALL, Row
from parley.lexicon.fold import same_name
from parley.lexicon.surnames import surname

OFFICES = {
    "foreign minister": "ministers",
    "foreign secretary": "ministers",
    "defence minister": "ministers",
    "president": "leaders",
    "prime minister": "leaders",
    "chancellor": "leaders",
}
OFFICE = "|".join([*OFFICES, r"defense minister", r"minister (?:of|for) (?:foreign affairs|defen[cs]e)"])
PART = r"(?:[A-Z][\w'’\-]+|[A-Z]\.|(?:al|el|bin|ibn|bint|ben|de|da|dos|von|van|der|den|del|la|ul|ud)[ \-](?=[A-Za-z]))"
NAME = rf"(?P<name>[A-Z][\w'’\-]+(?: (?:{PART}))*? ?(?:{PART})+?)(?=[,.;:)]|'s|’s| [a-z]|$)"
# Before a state: the office is over, or not yet begun.
NOT_NOW = re.compile(
    r"(?i)\b(?:former|ex|late|then|deposed|ousted|first|last|next|incoming|outgoing|acting|shadow|deputy)[ -]$"
)
LEAST_DAYS = 2
LONGEST_GAP = 3  # years without a word between two mentions of one term
HEADS_SINCE = "2021"  # heads of state and government before that stand in dated lists
MOST_WORDS = 5


def told(items: Path, forms: dict[str, str], left_out: set[str]) -> dict[str, list[Row]]:
    """Who held which office of which state, by country code.

    ``items`` is a file of JSON lines with ``date`` and ``text``; ``forms`` maps names and adjectives of states to their
    codes; ``left_out`` holds texts (folded by ``folded``) that must not be learnt from.
    """
    days: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for date, code, office, name in _named(items, forms, left_out):
        days[code, office, surname(name, code)].append((date, name))
    out: dict[str, list[Row]] = defaultdict(list)
    for (code, office, family), seen in sorted(days.items()):
        for run in _terms(sorted(seen)):
            first, last = run[0][0], run[-1][0]
            if OFFICES[office] == "ministers" or first >= HEADS_SINCE:
                name = Counter(name for _, name in run).most_common(1)[0][0]
                out[code].append(Row(name, family, office, OFFICES[office], seen=f"{first[:7]}/{last[:7]}"))
    return dict(out)


def _named(items: Path, forms: dict[str, str], left_out: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Every mention of a holder: date, code of the state, office, name."""
    patterns = list(_patterns(forms))
    for line in items.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if folded(item["text"]) in left_out:
            continue
        for m in (m for pattern in patterns for m in pattern.finditer(item["text"])):
            name = re.sub(r"['’]s?$", "", m["name"].strip())
            words = name.split()
            over = NOT_NOW.search(item["text"][: m.start()])
            if (
                1 < len(words) <= MOST_WORDS
                and words[-1].lower() not in SMALL
                and not over
                and not any(w in forms for w in words)
            ):
                yield item["date"], forms[m["state"]], _office(m["office"]), name


def _office(words: str) -> str:
    """One name for offices that are called by several."""
    plain = words.lower().replace("defense", "defence")
    about = re.fullmatch(r"minister (?:of|for) (foreign|defence)(?: affairs)?", plain)
    return f"{about[1]} minister" if about else plain


def _terms(mentions: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Each run of mentions (date, name) on two days or more; a later run may be a second term, or history."""
    run = [mentions[0]]
    for mention in [*mentions[1:], ("9999-12-31", "")]:
        if int(mention[0][:4]) - int(run[-1][0][:4]) > LONGEST_GAP:
            if len({date for date, _ in run}) >= LEAST_DAYS:
                yield run
            run = []
        run.append(mention)


def folded(text: str) -> str:
    """A text by which it is known again: its letters and digits."""
    return re.sub(r"\W+", "", text.casefold())


def _patterns(forms: dict[str, str]) -> Iterator[re.Pattern[str]]:
    state = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    office = rf"(?P<office>(?i:{OFFICE}))"
    yield re.compile(rf"(?<![\w-])(?P<state>{state})(?:'s|’s)? {office},? {NAME}")
    yield re.compile(rf"(?<![\w-]){office} of (?:the )?(?P<state>{state}),? {NAME}")


def uncovered(rows: list[Row], known: list[Row]) -> list[Row]:
    """The rows of people who are not known yet for that rank and time."""
    return [r for r in rows if not any(_covers(k, r) for k in known)]


def _covers(known: Row, row: Row) -> bool:
    if known.level != row.level or not same_name(known.surname, row.surname):
        return False
    first = int((known.since or (known.seen or "0").split("/")[0])[:4]) - 1
    last = int((known.until or (known.seen or "9999").split("/")[-1])[:4]) + 1
    return any(first <= int(t[:4]) <= last for t in (row.seen or "").split("/"))
