"""The family name in a full name, and whether given names can be one person's."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from parley.lexicon.fold import fold, name_key, same_name
from parley.lexicon.store import table


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(fold(str(v)) for v in table("names")[name])


@cache
def _nested(name: str, key: str) -> frozenset[str]:
    values: Any = table("names")[name].get(key, ())
    return frozenset(fold(str(v)) for v in values)


def surname(name: str, country: str | None = None) -> str:
    """The family name as written, particles included: "Ursula von der Leyen" → "von der Leyen".

    ``country`` decides where the family name stands (Kim Jong Un, PRK → "Kim"); without it, family
    names that always come first are known. A ruler goes by the name before the number ("Charles III").
    """
    return _surname(" ".join(name.split()), country)


@lru_cache(maxsize=16384)
def _surname(name: str, country: str | None) -> str:
    words = [w for w in name.split(" ") if w]
    while len(words) > 1 and fold(words[-1]).strip(".,") in _set("suffixes"):
        if fold(words[-1]) in _set("regnal") and len(words) == 2:
            return words[0]
        words.pop()
    if len(words) < 2:
        return words[0].rstrip(",") if words else ""
    if "," in words[0]:
        return words[0].rstrip(",")
    if family_first(words, country):
        return words[0]
    double = _double(words, country)
    return " ".join(words[double:-1] if double else words[_start(words) :])


def family_first(words: list[str], country: str | None) -> bool:
    """Whether the first word is the family name: by country, or by family names that come first anywhere."""
    if country in table("names")["family_first"]:
        return fold(words[0]) not in _short() or len(words) > 2
    first, last = fold(words[0]), fold(words[-1])
    if country in table("names")["family_either"]:
        given = _nested("given", country or "")
        return (last in given and first not in given) or (country != "JPN" and _asian(words))
    return country is None and _asian(words)


def is_family_name(word: str) -> bool:
    """Whether a word is one of the family names that come first in Chinese, Korean and Vietnamese names."""
    return fold(word) in _nested("family_names", "sure") | _nested("family_names", "shared")


def _asian(words: list[str]) -> bool:
    first = fold(words[0])
    compound = len(words) == 3 or "-" in words[-1]
    if first in _nested("family_names", "sure"):
        return len(words) in {2, 3} and fold(words[-1]) not in _nested("family_names", "sure")
    return compound and len(words) <= 3 and first in _nested("family_names", "shared")


@cache
def _short() -> dict[str, frozenset[str]]:
    return {fold(k): frozenset(map(fold, v)) for k, v in table("names")["short_names"].items()}


def _start(words: list[str]) -> int:
    """Where the family name begins: its last word and the particles before it."""
    start = len(words) - 1
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    return start


def _is_particle(word: str) -> bool:
    return fold(word) in _set("particles" if word[0].islower() else "capital_particles")


def _double(words: list[str], country: str | None) -> int:
    """Where the first of two family names begins ("Enrique Peña Nieto" → 1), 0 where there is one."""
    if country not in table("names")["two_surnames"] or len(words) < 3:
        return 0
    if fold(words[-2]) in _set("particles") or len(words[-2].rstrip(".")) < 3:
        return 0
    # Three words may also be two given names and one family name ("Juan Manuel Santos"): the first
    # of two family names is taken only where four words leave no doubt.
    return len(words) - 2 if len(words) >= 4 else 0


def given_names(name: str, family: str) -> tuple[str, ...]:
    """The folded words of a name that are not of the family name."""
    taken = set(fold(family).split())
    words = fold(name).replace(".", " ").split()
    return tuple(w for w in (x.strip(",\"'()") for x in words) if w and w not in taken)


def same_person(a: str, b: str, family: str, country: str | None = None) -> bool:
    """Whether two full names with one family name may be one person's: given names agree where both have some.

    Where the family name comes first the given name counts as a whole (Kim Jong-il is not Kim Jong-un).
    """
    x, y = given_names(a, family), given_names(b, family)
    if not x or not y or country not in table("names")["family_first"]:
        return same_given(x, y)
    return name_key("".join(x)) == name_key("".join(y)) or same_name("".join(x), "".join(y))


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two lists of given names may be one person's: one empty, or a name, initial or short form shared."""
    if not a or not b:
        return True
    return any(_match(x, y) for x in a for y in b)


def _match(x: str, y: str) -> bool:
    if x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]):
        return True
    if y in _short().get(x, ()) or x in _short().get(y, ()):
        return True
    return same_name(x, y) or name_key(x) == name_key(y)
