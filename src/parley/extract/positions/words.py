"""The words of stance, as look-ups built once from ``languages/en/positions``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.lexicon.store import table
from parley.model.position import Movement, PositionStance

TABLE = "languages/en/positions"
VOICE = "languages/en/position_voice"
PHRASES = "languages/en/position_phrases"


@dataclass(frozen=True, slots=True)
class StanceWord:
    """One way of saying a stance (the fields are explained at the head of the table)."""

    word: str
    stance: PositionStance
    takes: tuple[str, ...] = ()
    movement: Movement | None = None
    negated: PositionStance | None = None
    negated_movement: Movement | None = None
    talks: str | None = None
    together: bool = True
    only_negated: bool = False
    about: str | None = None
    held: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Idiom:
    """One phrase that takes a stand (the fields are explained at the head of its table)."""

    words: tuple[str, ...]
    stance: PositionStance
    movement: Movement | None = None
    negated: PositionStance | None = None


@cache
def idioms() -> dict[str, tuple[Idiom, ...]]:
    """Whole phrases of stance by their first word, the longest first."""
    out: dict[str, tuple[Idiom, ...]] = {}
    rows = [Idiom(**{**row, "words": tuple(row["words"].split())}) for row in table(PHRASES)["phrases"]]
    for idiom in sorted(rows, key=lambda x: -len(x.words)):
        out[idiom.words[0]] = (*out.get(idiom.words[0], ()), idiom)
    return out


@cache
def entries(section: str) -> dict[str, tuple[StanceWord, ...]]:
    """``verbs``, ``adjectives`` or ``nouns`` by lemma; several entries of one lemma in the table's order."""
    out: dict[str, tuple[StanceWord, ...]] = {}
    for row in table(TABLE)[section]:
        word = StanceWord(**{**row, "takes": tuple(row.get("takes", ()))})
        out[word.word] = (*out.get(word.word, ()), word)
    return out


@cache
def word_set(*path: str) -> frozenset[str]:
    """A plain list of words by its path in the table (``word_set("conditions", "always")``)."""
    value: Any = table(TABLE)
    for key in path:
        value = value[key]
    return frozenset(value)


@cache
def voice(*path: str) -> frozenset[str]:
    """A list of the table of stands that speakers take without a word of stance (``voice("refusal", "unwilled")``)."""
    value: Any = table(VOICE)
    for key in path:
        value = value[key]
    return frozenset(value)


@cache
def openings() -> frozenset[str]:
    """The first words of what binds ("provided that", "in exchange for")."""
    return frozenset(words.split()[0] for words in voice("condition", "words"))


@cache
def weekdays() -> frozenset[str]:
    """The names of the days: "insisted on Saturday" tells when, not on what."""
    return frozenset(name for day in table("languages/en/times")["weekdays"] for name in day)


@cache
def phrases(section: str) -> tuple[tuple[str, ...], ...]:
    """Predicates made of several words, each split."""
    return tuple(tuple(p.split()) for p in table(TABLE)[section])
