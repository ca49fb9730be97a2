"""Sentence ends by rule: full stops that end a sentence, paragraph ends, closing quotes kept with their sentence.

Made before the model runs, since the model reads sentences with a mark between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parley.analysis.tokens import Word
from parley.lexicon.store import table

ENDS = frozenset({".", "!", "?", "…", "..."})
CLOSERS = frozenset("\"'”’»)]")
OPENERS = frozenset("\"'“‘«([")
MOST = 120  # words; a longer "sentence" is a list or a parse killer and is cut at a semicolon or comma
BREAK = re.compile(r"\n")


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("languages/en/tokens")["titles"])


def split(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Runs of words (first, last exclusive), one for each sentence; a line end always ends one."""
    out: list[tuple[int, int]] = []
    first = 0
    for i in range(len(words)):
        if i + 1 == len(words) or _ends(text, words, i):
            out += _cut(text, words, first, i + 1)
            first = i + 1
    return out


def _ends(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether a sentence ends after word ``i``."""
    gap = text[words[i][1] : words[i + 1][0]]
    if BREAK.search(gap):
        return True
    after = _at(text, words, i + 1)
    if after in CLOSERS and not gap and not (after in OPENERS and _opens(text, words, i + 1)):
        return False
    k = i
    while k > 0 and _at(text, words, k) in CLOSERS:
        k -= 1
    last = _at(text, words, k)
    if not gap and last not in {"!", "?"}:
        return False
    if last in ENDS:
        return _starts(text, words, i + 1, quoted=k < i)
    if last.endswith(".") and len(last) > 1 and k == i:
        return last[:-1] not in _titles() and not _initial(last) and _starts(text, words, i + 1) and _plain(after)
    return False


def _at(text: str, words: Sequence[Word], i: int) -> str:
    return text[words[i][0] : words[i][1]]


def _initial(word: str) -> bool:
    return len(word) == 2 or (len(word) <= 6 and word.count(".") >= 2 and word.isupper())


def _plain(word: str) -> bool:
    return word in OPENERS or word[:1].isupper()


def _opens(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether a straight quote opens what follows: space before it, none behind."""
    start, end = words[i]
    return (start == 0 or text[start - 1].isspace()) and end < len(text) and not text[end].isspace()


def _starts(text: str, words: Sequence[Word], i: int, quoted: bool = False) -> bool:
    """Whether a sentence may start at word ``i``: a capital, a digit, a bullet or an opening quote.

    After a quotation that ends with its own full stop a small letter goes on ('"We will." he said').
    """
    word = _at(text, words, i)
    if word in OPENERS and i + 1 < len(words):
        following = _at(text, words, i + 1)
        return following[:1].isupper() or following[:1].isdigit() or following in OPENERS or following == "..."
    return word[:1].isupper() or (word[:1].isdigit() and not quoted) or word in {"-", "–", "—", "•", "*"}


def _cut(text: str, words: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    out = []
    while last - first > MOST:
        back = range(first + MOST, first + MOST // 2, -1)
        at = next((k for k in back if _at(text, words, k) in {";", ","}), first + MOST)
        out.append((first, at + 1))
        first = at + 1
    return [*out, (first, last)] if first < last else out
