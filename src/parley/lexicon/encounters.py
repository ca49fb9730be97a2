"""Typed view of the kinds of encounter (``encounters/<kind>.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from parley.lexicon.store import names, table
from parley.model.encounter import EncounterKind


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """A word that names an encounter.

    ``only_with``: counts only beside one of these words; ``needs_party``: only with parties of its
    own; ``plural``: only in the plural; ``anaphoric``: only after an encounter of the same family; ``afar``: may
    speak of a call told before.
    For verbs, ``frame`` says where the parties stand: ``mutual`` (subject with object or "with"),
    ``with``, ``subject``, ``guest`` (object), ``person`` (object that is a person), ``topic``
    ("discussed X with"), ``destination`` (object is a place), ``goal`` ("to" a place), ``invitation``
    (somebody "to" a place). ``weak`` words need two parties, ``reciprocal`` ones "each other" as their
    object, ``finite`` ones a tense ("spoke to", not "speaking to"), ``intransitive`` ones have no object.
    ``status`` is the state that the past tense gives (``held`` unless named).
    """

    kind: EncounterKind
    lemma: str
    frame: str = ""
    particle: str = ""
    only_with: frozenset[str] = frozenset()
    or_parties: bool = False
    needs_party: bool = False
    plural: bool = False
    anaphoric: bool = False
    afar: bool = False
    weak: bool = False
    reciprocal: bool = False
    finite: bool = False
    intransitive: bool = False
    status: str = "held"


def _word(kind: EncounterKind, row: Any) -> TriggerWord:
    if isinstance(row, str):
        return TriggerWord(kind, row)
    with_words = frozenset(row.get("only_with", ())) | frozenset(row.get("needs_party_or", ()))
    return TriggerWord(
        kind,
        row["lemma"],
        frame=row.get("frame", ""),
        particle=row.get("particle", ""),
        only_with=with_words,
        or_parties=row.get("or_parties", False) or "needs_party_or" in row,
        needs_party=row.get("needs_party", False),
        plural=row.get("plural", False),
        anaphoric=row.get("anaphoric", False),
        afar=row.get("afar", False),
        weak=row.get("weak", False),
        reciprocal=row.get("reciprocal", False),
        finite=row.get("finite", False),
        intransitive=row.get("intransitive", False),
        status=row.get("status", "held"),
    )


def _kinds() -> list[tuple[EncounterKind, Any]]:
    rows = {table(n)["kind"]: table(n) for n in names("encounters")}
    # Calls first: "phone talks" is a call before it is talks.
    order: list[EncounterKind] = ["call", *[k for k in get_args(EncounterKind) if k != "call"]]
    return [(k, rows[k]) for k in order]


@cache
def noun_triggers() -> dict[str, tuple[TriggerWord, ...]]:
    """Encounter nouns by lemma, most specific kind first."""
    return _index("nouns")


@cache
def verb_triggers() -> dict[str, tuple[TriggerWord, ...]]:
    """Encounter verbs by lemma, most specific kind first."""
    return _index("verbs")


def _index(section: str) -> dict[str, tuple[TriggerWord, ...]]:
    out: dict[str, list[TriggerWord]] = {}
    for kind, rows in _kinds():
        for row in rows[section]:
            word = _word(kind, row)
            out.setdefault(word.lemma, []).append(word)
    return {k: tuple(v) for k, v in out.items()}


@cache
def other_senses(kind: EncounterKind, section: str) -> frozenset[str]:
    """Words beside a trigger that show another sense (``compounds``, ``objects``, ``prepositions``)."""
    return frozenset(table(f"encounters/{kind}")["other_senses"].get(section, ()))


@cache
def channels() -> frozenset[str]:
    """Nouns by which people talk from afar: "agreed by telephone" tells of a call."""
    return frozenset(table("encounters/call")["channels"])


@cache
def family(kind: EncounterKind) -> str:
    """Kinds of one family may name the same encounter: ``meeting`` (summit, meeting, talks), ``call``, ``visit``."""
    return str(table(f"encounters/{kind}")["family"])
