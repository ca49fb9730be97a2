"""What a reading says, in words: sources, doubts, titles. Rows of a reading in, plain strings out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from parley.views import phrases, wording

Row = Mapping[str, Any]
WORD = re.compile(r"\w+")
ARROW = " → "
MONTH = re.compile(rf"\b({'|'.join(wording.MONTHS)})[a-z]*")  # "March" is written "Mar" on pages


def one_line(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def who(attribution: Row | None, actors: Mapping[str, str]) -> str:
    """Who says so, from the source nearest the words outwards; the article itself where nobody is quoted."""
    if attribution is None:
        return phrases.AUTHOR
    return ARROW.join(named(s["text"], actors.get(s["actor"] or "")) for s in attribution["chain"]) or phrases.HIDDEN


def named(words: str, name: str | None) -> str:
    """The words that name a source; its actor's name where it holds them, or where they are one word such as "he"."""
    text = inside(one_line(words))
    if not name or text == name:
        return text
    if text in name:
        return name
    return text if " " in text else name


def inside(text: str) -> str:
    """Words from the start of a sentence as they stand inside one ("The official" → "the official")."""
    first, _, rest = text.partition(" ")
    named = rest[:1].isupper()  # "The Hague", "The Danube Courier"
    return text if named or first not in {"The", "A", "An"} else f"{first.lower()} {rest}"


def notes(claim: Row, known: str = "") -> list[str]:
    """What a source does beyond asserting, what limits its claim, and its days where they are not ``known``."""
    found = [phrases.STANCES[claim["stance"]]] if claim["stance"] in phrases.STANCES else []
    certainty = claim["certainty"]
    found += [phrases.CERTAINTIES[certainty]] if certainty in phrases.CERTAINTIES else ["hedged"] * claim["hedged"]
    marks = {"headline": "in the headline", "earlier": "how it stood earlier", "weak": "a side remark"}
    found += [words for key, words in marks.items() if claim.get(key)]
    day = wording.when(claim["when"]) if claim["when"] else ""
    found += [f"for {day}"] if day and day != known else []
    return found + ([f"said {wording.day(claim['said'])}"] if claim["said"] else [])


def title(encounter: Row) -> str:
    """Kind and parties of an encounter."""
    names = wording.names([{**p, "name": one_line(p["name"])} for p in encounter["parties"]]) or "parties not told"
    return f"{encounter['kind'].capitalize()}: {names}"


def place(encounter: Row) -> str:
    """Where, without the capitals of a dateline; empty where the text does not tell."""
    return where(encounter["place"]["name"] if encounter["place"] else "", [p["name"] for p in encounter["parties"]])


def where(place: str, parties: Iterable[str]) -> str:
    """The name of a place without the capitals of a dateline; empty where it stands for one of the parties."""
    name = one_line(place)
    if name in map(one_line, parties):
        return ""  # a visit to a city that stands for its state
    return name.title() if len(name) > 3 and name.isupper() else name


def own_words(encounter: Row) -> str:
    """The words behind the day, where they say it otherwise ("last week"); empty where they do not."""
    words = one_line(encounter["when"]["text"]) if encounter["when"] else ""
    bare = MONTH.sub(r"\1", words.removeprefix("on ").removeprefix("the ")).casefold()
    return "" if set(WORD.findall(bare)) <= set(WORD.findall(wording.when(encounter["when"]).casefold())) else words
