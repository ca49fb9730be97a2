"""Whether two names of persons can be one person's, across spellings and transliterations."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from parley.lexicon.fold import name_key, same_name
from parley.lexicon.surnames import given_names, same_given, surname

# Letters by which languages write one sound; the longest first.
SOUNDS = (
    ("dzh", "j"),
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("ch", "c"),
    ("sh", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ts", "s"),
    ("ck", "k"),
    ("ou", "u"),
    ("x", "s"),
    ("w", "v"),
    ("q", "k"),
)
FAINT = frozenset("aeiouy")
# A name that goes on with up to so many letters is a longer form of the same ("Karim", "Karimov").
ENDING = 3
SHORTEST = 5


@lru_cache(maxsize=65536)
def spoken(name: str) -> str:
    """A name with one letter for each sound.

    >>> spoken("Khodzha")
    'hoja'
    """
    text = name_key(name)
    for old, new in SOUNDS:
        text = text.replace(old, new)
    return text


@lru_cache(maxsize=65536)
def sounds(name: str) -> str:
    """The consonants of a surname, one letter a sound, doubled ones once.

    >>> sounds("Khodzhaev") == sounds("Hojaew")
    True
    """
    text = spoken(name)
    kept = [c for k, c in enumerate(text) if c not in FAINT and not (c == "h" and k > 0)]
    return "".join(c for k, c in enumerate(kept) if k == 0 or kept[k - 1] != c)


@lru_cache(maxsize=65536)
def same_surname(a: str, b: str) -> bool:
    """Whether two surnames may be spellings of one: near in letters, or the same sounds, or one a longer form."""
    x, y = name_key(a), name_key(b)
    if not x or not y:
        return False
    if x == y or same_name(a, b):
        return True
    short, long = sorted((x, y), key=len)
    if len(short) < SHORTEST:
        return False
    s, t = sounds(a), sounds(b)
    if len(s) >= 3 and s == t:
        return Levenshtein.normalized_similarity(spoken(a), spoken(b)) >= 0.5
    return longer_form(short, long) or _nearly(s, t)


def longer_form(short: str, long: str) -> bool:
    """Whether ``long`` begins with what sounds like ``short`` and goes on with a few letters."""
    s, t = sounds(short), sounds(long)
    return len(s) >= 3 and t.startswith(s) and 0 < len(t) - len(s) <= 1 and len(long) - len(short) <= ENDING + 2


def _nearly(s: str, t: str) -> bool:
    """Long names with one sound apart, the first the same."""
    return min(len(s), len(t)) >= 5 and s[:1] == t[:1] and Levenshtein.distance(s, t) <= 1


@lru_cache(maxsize=65536)
def same_person(a: str, b: str, country: str | None = None) -> bool:
    """Whether two names, full or surnames only, may be one person's."""
    family, other = surname(a, country), surname(b, country)
    if not same_surname(family, other):
        return _single_word(a, b, family, other)
    return same_given(given_names(a, family), given_names(b, other))


def _single_word(a: str, b: str, family: str, other: str) -> bool:
    """A name of one word may be any part of the other one ("Lula", "Lula da Silva")."""
    for one, whole, rest in ((a, b, other), (b, a, family)):
        if " " not in one.strip() and len(one) >= SHORTEST:
            parts = [p for p in whole.split() if len(p) >= SHORTEST and p[0].isupper()]
            if any(name_key(one) == name_key(p) for p in parts) and name_key(one) != name_key(rest):
                return True
    return False
