"""Typed view of the words that tell the state of an encounter (``languages/en/status``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.lexicon.store import table

TABLE = "languages/en/status"


@dataclass(frozen=True, slots=True)
class StatusWord:
    """One entry: what ``word`` makes of an encounter that stands in position ``takes``.

    ``takes`` is ``object``, ``subject``, ``clause``, ``any`` or a preposition; ``weak`` entries say
    little (any other sign wins); ``hedged`` ones leave a doubt; ``kind`` entries hold of such encounters only,
    ``modal`` ones of a verb with this modality ("would welcome").
    """

    word: str
    effect: str
    takes: str = "any"
    weak: bool = False
    hedged: bool = False
    kind: str = ""
    modal: str = ""


def _entries(section: str, key: str = "word") -> dict[str, list[StatusWord]]:
    out: dict[str, list[StatusWord]] = {}
    for row in table(TABLE)[section]:
        entry = StatusWord(
            row[key],
            row["effect"],
            row.get("takes", "any"),
            row.get("weak", False),
            row.get("hedged", False),
            row.get("kind", ""),
            row.get("modal", ""),
        )
        out.setdefault(entry.word, []).append(entry)
    return out


@cache
def verbs() -> dict[str, list[StatusWord]]:
    """Verbs by lemma (particle included), each with one entry for each position of the encounter."""
    return _entries("verbs")


@cache
def nouns() -> dict[str, StatusWord]:
    """Nouns that govern an encounter ("cancellation of the visit")."""
    return {k: v[0] for k, v in _entries("nouns").items()}


@cache
def adjectives() -> dict[str, StatusWord]:
    """Predicate adjectives with the encounter as complement ("ready to meet")."""
    return {k: v[0] for k, v in _entries("adjectives").items()}


@cache
def modifiers() -> dict[str, StatusWord]:
    """Adjectives and participles on the encounter noun ("the planned meeting")."""
    return {k: v[0] for k, v in _entries("modifiers").items()}


@cache
def prepositions() -> dict[str, StatusWord]:
    """Prepositions before the encounter ("ahead of the summit")."""
    return {k: v[0] for k, v in _entries("prepositions").items()}


@cache
def phrases() -> tuple[tuple[tuple[str, ...], StatusWord], ...]:
    """Predicates made of several words ("off the table"), longest first."""
    rows = [(tuple(k.split()), v[0]) for k, v in _entries("phrases", "words").items()]
    return tuple(sorted(rows, key=lambda r: -len(r[0])))


@cache
def word_set(*path: str) -> frozenset[str]:
    """A plain list of words by its path in the table (``word_set("modals", "future")``)."""
    value: Any = table(TABLE)
    for key in path:
        value = value[key]
    return frozenset(value)


@cache
def no_nouns() -> dict[str, str]:
    """What "no plans", "no date" mean for the encounter they govern: noun → claim status."""
    return dict(table(TABLE)["no_nouns"])
