"""Whether a person's name is a woman's or a man's, as far as it tells."""

from __future__ import annotations

from functools import cache, lru_cache

from parley.lexicon.fold import fold
from parley.lexicon.store import table

WOMAN, MAN, UNKNOWN = "f", "m", ""


@lru_cache(maxsize=8192)
def gender(name: str) -> str:
    """ "f", "m", or "" where neither the given name nor the ending of the family name tells.

    A name of one word is taken for a family name.
    """
    words = fold(name).replace(".", " ").split()
    if len(words) > 1:
        for word in words[:-1]:
            for part in (word, *word.split("-")):
                if part in given():
                    return given()[part]
    last = words[-1].split("-")[-1] if words else ""
    for ends, answer in (("woman_endings", WOMAN), ("man_endings", MAN)):
        if any(last.endswith(end) and len(last) > len(end) + 1 for end in table("given_names")[ends]):
            return answer
    return UNKNOWN


@cache
def given() -> dict[str, str]:
    """Given names, folded, with their gender."""
    rows = table("given_names")
    return {fold(n): g for key, g in (("women", WOMAN), ("men", MAN)) for n in rows[key]}
