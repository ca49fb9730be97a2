"""Kind, level and parties of an encounter over all of its appearances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parley.lexicon.fold import form_key
from parley.model.encounter import EncounterKind, Level, Party
from parley.model.ledger import Appearance


def kind(members: Sequence[Appearance]) -> EncounterKind:
    """The kind that most appearances tell, the earliest of equals."""
    counted = Counter(m.encounter.kind for m in members)
    return max(counted, key=lambda k: counted[k])


def level(members: Sequence[Appearance]) -> Level | None:
    """The level that most appearances tell, None where none does."""
    told = Counter(m.encounter.level for m in members if m.encounter.level)
    return told.most_common(1)[0][0] if told else None


def parties(members: Sequence[Appearance]) -> tuple[Party, ...]:
    """Each side once: by the fullest name of the first appearance with the most sides."""
    best = max(members, key=lambda m: (len(m.encounter.parties) >= 2, _named(m)))
    return tuple(replace(p, actor=p.country or form_key(p.name)) for p in best.encounter.parties)


def _named(m: Appearance) -> int:
    persons = {a.id for a in m.actors if a.kind == "person"}
    return sum(1 for p in m.encounter.parties if p.actor in persons and _a_name(p.name))


def _a_name(words: str) -> bool:
    """Whether words are somebody's name, not "Peruvian counterpart"."""
    return words[:1].isupper() and words.split()[-1][:1].isupper()
