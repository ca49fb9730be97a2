"""Typed view of the phrases by which a sentence answers what was told of an encounter (``languages/en/answers``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.lexicon.store import table

TABLE = "languages/en/answers"
GAP = r"[\s,\"'“”‘’«»]+"
ITEM = re.compile(r"\[([^\]]*)\]|<(\w+)>|(\*)|(\S+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: a pattern over a sentence in small letters, what it does, whether its words are a source's doing."""

    pattern: re.Pattern[str]
    effect: str
    cue: bool = False


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases, in the order of the table."""
    raw = table(TABLE)
    return tuple(
        Phrase(re.compile(rf"\b{pattern(row['words'], raw['lists'])}\b"), row["effect"], row.get("cue", False))
        for row in raw["answers"]
    )


@cache
def first_look() -> re.Pattern[str]:
    """A pattern that every sentence with a phrase fits: all phrases at once."""
    return re.compile("|".join(p.pattern.pattern for p in phrases()))


def pattern(words: str, lists: dict[str, Any]) -> str:
    """The words of an entry as a regular expression.

    >>> pattern("the plan|date [still] stands", {})
    '(?:the)[\\\\s,\\\\"\\'“”‘’«»]+(?:plan|date)[\\\\s,\\\\"\\'“”‘’«»]+(?:(?:still)[\\\\s,\\\\"\\'“”‘’«»]+)?(?:stands)'
    """
    out: list[str] = []
    for part in ITEM.finditer(words):
        maybe, name, stars, plain = part.groups()
        if maybe is not None:
            out.append(f"(?:{_words(maybe, lists)}{GAP})?")
        elif stars:
            out.append(rf"(?:\w[\w-]*{GAP}){{0,3}}")
        else:
            out.append(_one_of(lists[name]) if name else _one_of(plain.split("|")))
    text = ""
    for k, piece in enumerate(out):
        text += piece
        last = k == len(out) - 1
        text += "" if last or piece.endswith((")?", "{0,3}")) else GAP
    return text


def _words(text: str, lists: dict[str, Any]) -> str:
    """Words that may be missing: each a list or one of several."""
    parts = [_one_of(lists[m[2]]) if m[2] else _one_of(m[0].split("|")) for m in ITEM.finditer(text)]
    return GAP.join(parts)


def _one_of(words: list[str]) -> str:
    longest = sorted(words, key=lambda w: -len(w))
    return "(?:" + "|".join(GAP.join(map(re.escape, w.replace("_", " ").split())) for w in longest) + ")"
