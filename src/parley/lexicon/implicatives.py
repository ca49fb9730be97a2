"""Typed view of the verbs that tell whether what they govern happened (``languages/en/implicatives``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from parley.lexicon.store import table

TABLE = "languages/en/implicatives"
Sign = Literal["+", "-", "o"]
Takes = Literal["infinitive", "clause"]


@cache
def signatures(takes: Takes) -> dict[str, tuple[Sign, Sign]]:
    """Word → (what follows where it holds, what follows where it is negated), for one form of the governed clause."""
    signs: dict[str, Sign] = {"+": "+", "-": "-", "o": "o"}
    groups = table(TABLE)[takes].items()
    return {word: (signs[key[0]], signs[key[-1]]) for key, group in groups for word in group["words"]}


@cache
def same_time() -> frozenset[str]:
    """Verbs whose complement happens when they do."""
    return frozenset(table(TABLE)["same_time"])


@cache
def values() -> dict[str, float]:
    """Rule of factuality → the mean value that readers gave to the events that it decides."""
    return {rule: float(value) for rule, value in table(TABLE)["values"].items()}
