"""Typed view of the words by which a text passes on what others said (``languages/en/cues``, ``…/outlets``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from parley.lexicon.store import table
from parley.model.encounter import Stance

CUES = "languages/en/cues"
OUTLETS = "languages/en/outlets"


@dataclass(frozen=True, slots=True)
class CueWord:
    """One verb of saying: ``takes`` where its content stands, the rest as explained in the table."""

    word: str
    takes: frozenset[str]
    hearer: bool = False
    speaker: bool = False
    hides: bool = False
    written: bool = False
    thought: bool = False
    showing: bool = False
    finite: bool = False
    stance: Stance = "asserts"


@cache
def verbs() -> dict[str, CueWord]:
    """Verbs of saying by lemma, with their preposition or particle where they need one."""
    return {row["word"]: _cue(row) for row in table(CUES)["verbs"]}


def _cue(row: dict[str, Any]) -> CueWord:
    flags = {k: bool(row.get(k)) for k in ("hearer", "speaker", "hides", "written", "thought", "showing", "finite")}
    stance = cast(Stance, row.get("stance", "asserts"))
    return CueWord(row["word"], frozenset(row["takes"]), stance=stance, **flags)


@cache
def first_words() -> frozenset[str]:
    """The first word of every verb of saying."""
    return frozenset(word.split()[0] for word in verbs())


@cache
def forms() -> dict[str, str]:
    """Regular forms of the verbs of saying ("underlined" → underline), for words whose lemma the tagger missed."""
    out: dict[str, str] = {}
    for word in verbs():
        first = word.split()[0]
        stem = first[:-1] if first.endswith("e") else first
        stem = first[:-1] + "i" if first.endswith("y") and first[-2] not in "aeiou" else stem
        third = first + "s" if not first.endswith("y") or first[-2] in "aeiou" else first[:-1] + "ies"
        for form in (first, stem + "ed", third, (first[:-1] if first.endswith("e") else first) + "ing"):
            out.setdefault(form, first)
    irregular: dict[str, str] = table(CUES)["irregular"]
    return out | irregular


@cache
def longer() -> dict[str, tuple[str, ...]]:
    """Second words of cues of two words, by the first ("call" → "for", "on", "upon")."""
    out: dict[str, tuple[str, ...]] = {}
    for word in verbs():
        first, _, second = word.partition(" ")
        if second:
            out[first] = (*out.get(first, ()), second)
    return out


@cache
def words(section: str) -> frozenset[str]:
    """One section of the table as a set of words (entries with examples count by their ``word``)."""
    return frozenset(row["word"] if isinstance(row, dict) else str(row) for row in table(CUES)[section])


@cache
def outlets() -> frozenset[str]:
    """Names of outlets with their capitals."""
    kinds = ("agencies", "broadcasters", "papers")
    return frozenset(name for kind in kinds for name in table(OUTLETS)[kind])


@cache
def outlet_words(section: str) -> frozenset[str]:
    """``endings`` of outlets' names, or ``platforms`` where people post."""
    return frozenset(table(OUTLETS)[section])


@cache
def can_speak() -> frozenset[str]:
    """Head words of noun phrases that can be a source."""
    sections = ("unnamed", "titles", "institutions", "documents", "groups", "outlet_nouns")
    return frozenset().union(*(words(s) for s in sections))


def stance_of(lemma: str) -> Stance:
    """What a source does with the content of a verb of saying (``deny`` → ``denies``); asserts where unknown."""
    cue = verbs().get(lemma)
    return cue.stance if cue else "asserts"
