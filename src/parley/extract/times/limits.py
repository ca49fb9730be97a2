"""Words before a time that set its limit: by Friday, before the end of March, within two weeks, in ten days."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.extract.times.intervals import DAY, Interval
from parley.extract.times.node import Context, Meaning
from parley.extract.times.relative import ahead_stretch, unit_ahead
from parley.extract.times.words import words


def limited(meaning: Meaning, limit: str | None, text: str, context: Context) -> Meaning:
    """A time under "by", "before" or "within": from publication up to it; "in two weeks": the week so far ahead."""
    today = context.published
    if limit is None or today is None:
        return meaning
    if meaning.type == "DURATION":
        return _length_ahead(meaning, limit, context)
    if meaning.interval is None or limit not in {"by", "before"}:
        return meaning
    last = meaning.interval.last
    if limit == "before" and not re.match(r"(?i)(?:the )?(?:very )?(?:end|close)\b", text):
        last = meaning.interval.first - DAY
    if (meaning.interval.first <= today and limit == "by" and meaning.interval.days == 1) or last < today:
        return meaning
    return replace(meaning, interval=Interval(today, last))


def _length_ahead(meaning: Meaning, limit: str, context: Context) -> Meaning:
    told = re.fullmatch(r"P(T?)(\d+)([A-Z]+)", meaning.value or "")
    today = context.published
    if told is None or today is None or meaning.interval is not None or context.tense != "future":
        return meaning
    letter, count = told[1] + told[3], int(told[2])
    if limit == "within":
        return ahead_stretch(letter, count, context)
    if limit == "ahead" and not told[1]:
        return replace(meaning, interval=unit_ahead(letter, count, today))
    return meaning


def superlative_before(text: str, start: int) -> bool:
    """Whether "in six years" looks back ("the first talks in six years", "the worst crisis in a decade")."""
    before = re.findall(r"[^\W\d_]+", text[max(0, start - 90) : start].rpartition(". ")[2].lower())
    return any(w in words().lists["superlatives"] or (w.endswith("est") and len(w) > 4) for w in before)


def moved(before: str) -> bool:
    """Whether a verb of moving governs the "from" at the end of the words before a time ("moved it from A to B")."""
    if not re.search(r"\bfrom\s+(?:the\s+)?$", before, re.I):
        return False
    return any(moves(w) for w in re.findall(r"[^\W\d_]+", before)[-8:-1])


def moves(word: str) -> bool:
    """Whether a word is a form of a verb that moves something to another day."""
    return word.lower().startswith(tuple(w[: max(3, len(w) - 1)] for w in words().lists["movers"]))
