"""Garbled letters: UTF-8 that somebody read as Windows-1252 and stored again ("AndrÃ©s", "itâ€™s")."""

from __future__ import annotations

import re

TIMES = 3  # a text may have been garbled more than once
CODES = bytes(range(0x80, 0xC0))
REST = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in CODES)
QUOTES = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"
# Latin letters (two bytes: C2 to C5 first) and signs of punctuation (three: E2 80, and those of the euro and of trade
# marks). "Å" and "Ä" may end a word before a quotation mark; the other two begin no such pair in any name.
SEQUENCE = re.compile(
    f"[\u00c2\u00c3][{re.escape(REST)}]|[\u00c4\u00c5][{re.escape(''.join(set(REST) - set(QUOTES)))}]"
    f"|\u00e2(?:\u20ac[{re.escape(REST)}]|\u201a\u00ac|\u201e\u00a2)"
)
MARK = "\u00ef\u00bb\u00bf"


def mended(text: str) -> str:
    """The text with garbled letters put right; a text without any comes back as it is."""
    for _ in range(TIMES):
        better = SEQUENCE.sub(lambda found: _meant(found[0]), text.removeprefix(MARK))
        if better == text:
            break
        text = better
    return text


def _meant(letters: str) -> str:
    try:
        return b"".join(map(_byte, letters)).decode("utf-8")
    except UnicodeError:
        return letters


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
