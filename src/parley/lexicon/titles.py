"""Typed view of titles and descriptions of people (``languages/en/titles`` and ``descriptions``)."""

from __future__ import annotations

from functools import cache

from parley.lexicon.store import table
from parley.model.encounter import Level

LEVELS: tuple[Level, ...] = ("leaders", "ministers", "officials")


@cache
def titles() -> dict[str, Level]:
    """Every title in lower case with its level."""
    return {title: level for level in LEVELS for title in table("languages/en/titles")[level]}


@cache
def title_words() -> frozenset[str]:
    """The nouns that head a title, singular ("secretary" of "secretary of state"), and titles of one word."""
    heads = (t.partition(" of ")[0].split()[-1] for t in titles())
    return frozenset(h.split("-")[-1] for h in heads) | frozenset(titles())


@cache
def longest_title() -> int:
    """The most words of a title."""
    return max(len(t.split()) for t in titles())


def level_of(words: list[str]) -> Level | None:
    """The level that a run of words tells, the longest title first ("deputy foreign minister" is no minister)."""
    found = title_of(words)
    return titles()[found] if found else None


def title_of(words: list[str]) -> str | None:
    """The longest title in a run of words, None where there is none."""
    lower = [w.lower() for w in words]
    for size in range(min(longest_title(), len(lower)), 0, -1):
        for start in range(len(lower) - size + 1):
            joined = " ".join(lower[start : start + size])
            for text in (joined, joined.replace(" - ", "-"), joined.removesuffix("s")):
                if text in titles():
                    return text
    return None


def other_office(one: str | None, two: str | None) -> bool:
    """Whether two titles are offices of different ministries ("foreign minister", "finance minister")."""
    if one is None or two is None or one == two or " " not in one or " " not in two:
        return False
    return one.split()[-1] == two.split()[-1] and two not in like(one)


@cache
def address() -> dict[str, str]:
    """Titles of address with the gender they tell ("m", "f" or "")."""
    return dict(table("languages/en/titles")["address"])


@cache
def before_title() -> frozenset[str]:
    """Words that may stand before a title as part of it."""
    return frozenset(table("languages/en/titles")["before"])


@cache
def groups() -> dict[str, str]:
    """Nouns for several people or sides: whom they can stand for (a level, ``states`` or ``any``)."""
    return dict(table("languages/en/descriptions")["groups"])


@cache
def words(section: str) -> frozenset[str]:
    """A plain list of the descriptions table (``collective``, ``counterparts``, ``male`` …)."""
    return frozenset(table("languages/en/descriptions")[section])


@cache
def counts(section: str) -> dict[str, int]:
    """Words that tell a number (``numbers``: "both"; ``sided``: "trilateral")."""
    return {str(word): int(count) for word, count in table("languages/en/descriptions")[section].items()}


@cache
def pronouns() -> dict[str, str]:
    """Third-person pronouns with what they stand for: ``person``, ``many`` or ``thing``."""
    rows = table("languages/en/descriptions")["pronouns"]
    return {word: kind for kind, found in rows.items() for word in found}


@cache
def _same() -> dict[str, frozenset[str]]:
    return {word: frozenset(row) for row in table("languages/en/titles")["same"] for word in row}


def like(noun: str) -> frozenset[str]:
    """Nouns for the same office ("premier" → premier, pm); the noun alone where there are none."""
    return _same().get(noun, frozenset({noun}))


@cache
def gendered() -> dict[str, str]:
    """Nouns that tell whether a woman or a man is meant ("spokeswoman" → f)."""
    rows = table("languages/en/titles")["gendered"]
    return {noun: gender for gender, nouns in rows.items() for noun in nouns}


def unique(words: str) -> str | None:
    """The code of the state to which an office of its own kind belongs ("pope" → VAT), "" for none; None for others."""
    found: str | None = table("languages/en/titles")["unique"].get(words.lower())
    return found
