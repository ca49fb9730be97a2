"""Lines broken to a width are joined again, since a line end ends a sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

WIDEST = 100
NARROWEST = 40
LISTED = re.compile(r"(?:[-*•–—]|\d{1,2}[.)]) ")


def unwrap(text: str) -> str:
    """The text with wrapped paragraphs on one line each; a text that is not wrapped is left alone.

    A line was broken to a width if the first word of the next line would not have fitted on it: a
    line that ends sooner was ended by its author.
    """
    width = max((len(a) for a, _ in _neighbours(text)), default=0)
    if not NARROWEST <= width <= WIDEST:
        return text
    kinds = Counter(_broken(a, b, width) for a, b in _neighbours(text))
    if kinds[True] < 2 or kinds[True] < kinds[False]:
        return text
    return "\n\n".join(_join(block.split("\n"), width) for block in text.split("\n\n"))


def _neighbours(text: str) -> list[tuple[str, str]]:
    lines = text.split("\n")
    return [(a, b) for a, b in pairwise(lines) if a and b]


def _broken(line: str, after: str, width: int) -> bool:
    return not LISTED.match(after) and len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _join(lines: list[str], width: int) -> str:
    out = lines[:1]
    for before, line in pairwise(lines):
        if _broken(before, line, width):
            out[-1] += " " + line
        else:
            out.append(line)
    return "\n".join(out)
