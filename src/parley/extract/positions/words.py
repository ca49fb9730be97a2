"""The words of stance, as look-ups built once from ``languages/en/positions``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.lexicon.store import table
from parley.model.position import Movement, PositionStance

TABLE = "languages/en/positions"


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
def phrases(section: str) -> tuple[tuple[str, ...], ...]:
    """Predicates made of several words, each split."""
    return tuple(tuple(p.split()) for p in table(TABLE)[section])
