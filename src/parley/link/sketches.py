"""The sketch of a text: numbers from which the likeness of two texts can be told without the texts.

The one module that knows ``rensa`` (MinHash: equal numbers at the same place are as frequent as the share of what the
two texts have in common).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from rensa import RMinHash

from parley.link.names import sounds

PHRASES = 128
FACTS = 64
PER_BAND = 2
SEED = 20310520
PHRASE = 3  # words in a phrase
WORD = re.compile(r"[^\W_]+")
SHORT_NAME = 4


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text: of its phrases, then of its names and numbers. Spellings of a name make no difference."""
    words = [_word(m.group()) for m in WORD.finditer(text)]
    phrases = {" ".join(words[i : i + PHRASE]) for i in range(max(1, len(words) - PHRASE + 1))}
    facts = {w for w in words if w.startswith("~") or w[:1].isdigit()}
    return (*_hashes(phrases, PHRASES), *_hashes(facts, FACTS))


def _word(word: str) -> str:
    return f"~{sounds(word)}" if word[0].isupper() and len(word) > SHORT_NAME else word.casefold()


def _hashes(features: Iterable[str], count: int) -> tuple[int, ...]:
    minhash = RMinHash(num_perm=count, seed=SEED)
    minhash.update(sorted(features))
    return tuple(minhash.digest())


def bands(sketch: Sequence[int]) -> tuple[int, ...]:
    """Numbers (63 bits) of which two copies of a text nearly always share at least one, and other texts seldom do."""
    found = (sketch[i : i + PER_BAND] for i in range(0, min(PHRASES, len(sketch)), PER_BAND))
    return tuple(_number(i, values) for i, values in enumerate(found))


def _number(i: int, values: Sequence[int]) -> int:
    digest = blake2b(f"{i}:{','.join(map(str, values))}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def likeness(a: Sequence[int], b: Sequence[int]) -> tuple[float, float]:
    """The share of phrases, and of names and numbers, that two texts have in common, by their sketches."""
    if len(a) != PHRASES + FACTS or len(b) != len(a):
        return 0.0, 0.0
    same = [x == y for x, y in zip(a, b, strict=True)]
    return sum(same[:PHRASES]) / PHRASES, sum(same[PHRASES:]) / FACTS
