"""Word pieces and word shapes: what the model reads of a word.

The WordPiece of uncased BERT (Devlin et al. 2019) in a few lines, so that no tokenizer library is
needed at run time; a test compares it with one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

UNKNOWN, CLS, SEP = 100, 101, 102
MOST = 12  # pieces of one word; a longer one is a web address
SHAPES = 8
START = SHAPES  # shapes from here on mark the first word of a sentence


def _punctuation(c: str) -> bool:
    o = ord(c)
    ascii_mark = 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
    return ascii_mark or unicodedata.category(c).startswith("P")


def pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The ids of the pieces of a word, at least one and at most ``MOST``."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = []
    current = ""
    for c in plain:
        if not c.isprintable():
            continue
        if _punctuation(c) or 0x4E00 <= ord(c) <= 0x9FFF:
            parts += [current, c]
            current = ""
        else:
            current += c
    out: list[int] = []
    for part in [*parts, current]:
        if part and len(out) < MOST:
            out += _part(part, vocabulary)
    return out[:MOST] or [UNKNOWN]


def _part(part: str, vocabulary: Mapping[str, int]) -> list[int]:
    if len(part) > 100:
        return [UNKNOWN]
    out, i = [], 0
    while i < len(part):
        mark, j = "##" if i else "", len(part)
        while j > i and mark + part[i:j] not in vocabulary:
            j -= 1
        if j == i:
            return [UNKNOWN]
        out.append(vocabulary[mark + part[i:j]])
        i = j
    return out


def shape(word: str) -> int:
    """The shape of a word, 1–7: lower, title, single capital, all capitals, mixed, with a digit, no letter."""
    if any(c.isdigit() for c in word):
        return 6
    if not any(c.isalpha() for c in word):
        return 7
    if word == word.lower():
        return 1
    if len(word) == 1:
        return 3
    if word == word.upper():
        return 4
    return 2 if word[0].isupper() and word[1:] == word[1:].lower() else 5
