"""Letters for places whose encoding lacks them: the nearest ones that it has, before any question mark."""

from __future__ import annotations

import unicodedata

# Letters that do not come apart into a base and a mark, and signs of punctuation.
NEAREST = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe",
    "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ə": "e", "Ə": "E", "–": "-", "—": "-", "‒": "-", "−": "-",
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "…": "...", "•": "-", "«": '"', "»": '"', "€": "EUR",
    "→": "->", "─": "-", "│": "|",
}  # fmt: skip


def fitting(text: str, encoding: str) -> str:
    """The text with every letter that ``encoding`` lacks replaced by what comes nearest ("Aydın" → "Aydin")."""
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        return "".join(_nearest(c, encoding) for c in text)


def _nearest(letter: str, encoding: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    for tried in (letter, NEAREST.get(letter, bare), bare):
        try:
            tried.encode(encoding)
            return tried
        except UnicodeEncodeError:
            continue
    return "?"
