"""Clean characters: what a text says stays, what only sets it apart on a screen goes.

Curly quotes and dashes stay, since every offset and every quoted word refers to the cleaned text.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

# Entities that feeds and scrapers leave behind; a bare "&" or "&co" is left alone.
ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
BLANKS = re.compile(r" {2,}")
EDGES = re.compile(r" *\n *")
GAPS = re.compile(r"\n{3,}")
LONE = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with plain spaces and newlines, composed letters, no blank edges and at most one blank line between."""
    text = LINE_ENDS.sub("\n", ENTITY.sub(lambda m: unescape(m[0]), text))
    text = LONE.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", _plain(text))
    text = EDGES.sub("\n", BLANKS.sub(" ", text))
    return GAPS.sub("\n\n", text).strip()


def _plain(text: str) -> str:
    """Odd spaces become spaces; characters without width (soft hyphens, marks of direction) and control codes go.

    Only characters that occur are looked up: a table of all of Unicode would cost half a second.
    """
    odd: dict[int, str | None] = {}
    for char in set(text):
        kind = unicodedata.category(char)
        if kind == "Zs" or char == "\t":
            odd[ord(char)] = " "
        elif char == "\u2029":
            odd[ord(char)] = "\n\n"
        elif (kind in {"Cf", "Cc"} and char != "\n") or char == "\ufffc":
            odd[ord(char)] = None
    return text.translate(odd)
