"""Names across spellings: folding, keys for look-up, and whether two spellings may be one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {
        **{"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"},
        **dict.fromkeys("’‘ʼʻ`´ʹ", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **{"\N{NO-BREAK SPACE}": " ", "\N{ZERO WIDTH SPACE}": "", "\N{SOFT HYPHEN}": ""},
    }
)
# The Arabic article and other particles that some papers write and others leave out.
PREFIX = re.compile(r"^(?:al|el|an|as|ar|ad|at|ash|az|ul)[- ](?=\w{3})")
# Letters that transliterations swap freely; a change within a class costs less than a change of sound.
CLASSES = ("aeo", "iyje", "uwvo", "kcqg", "szc", "dt", "bp", "gj", "fv")
# What transliterations add or leave out: vowels, y, h and doubled letters.
FAINT = frozenset("aeiouyhj")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents; ł, ø, ı, ß, đ as plain letters; one kind of apostrophe, quote and hyphen."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS).lower())
    folded = "".join(c for c in plain if not unicodedata.combining(c))
    # Twice: lower-casing and decomposing can bring up a letter of the table (İ, ǿ) or a capital (𝔄).
    return folded.lower().translate(LETTERS)


@lru_cache(maxsize=65536)
def form_key(text: str) -> str:
    """The look-up key of a form: folded, without full stops and commas, hyphens as spaces."""
    return " ".join(fold(text).replace(".", "").replace(",", " ").replace("-", " ").split())


@lru_cache(maxsize=65536)
def name_key(surname: str) -> str:
    """The look-up key of a surname: folded, without the Arabic article, hyphens, spaces and apostrophes."""
    plain = PREFIX.sub("", fold(surname))
    return re.sub(r"[^\w]|_", "", plain)


@lru_cache(maxsize=65536)
def skeleton(surname: str) -> str:
    """The sounds that survive transliteration: two spellings of one name mostly share it.

    >>> skeleton("Zelensky") == skeleton("Zelenskiy") == skeleton("Zelenskyy")
    True
    """
    text = name_key(surname)
    for old, new in (("kh", "h"), ("gh", "g"), ("sch", "sh"), ("tch", "ch"), ("ck", "k"), ("ph", "f"), ("x", "ks")):
        text = text.replace(old, new)
    text = text.translate(str.maketrans("qcwzd", "kkvst"))
    head, rest = text[:1], re.sub(r"[aeiouyhj]", "", text[1:])
    return head + re.sub(r"(.)\1+", r"\1", rest)


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two surnames may be spellings of one name.

    Equal keys always are. Otherwise both have six letters or more, the same first letter, and differ
    only in what transliterations change (vowels, y, h, doubled letters, letters of like sound). A
    final -a of a feminine form (Ivanov, Ivanova) is no spelling difference.
    """
    x, y = name_key(a), name_key(b)
    if x == y:
        return bool(x)
    if min(len(x), len(y)) < 6 or x[0] != y[0] or abs(len(x) - len(y)) > 2 or _feminine(x, y):
        return False
    shorter = min(len(x), len(y))
    return _distance(x, y) <= (0.5 if shorter < 7 else 1.0 if shorter < 9 else 1.5)


def _feminine(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    pairs = (("", "a"), ("y", "aya"), ("iy", "aya"), ("i", "aya"), ("y", "aia"), ("ki", "ka"), ("ky", "ka"), ("i", "a"))
    return any(short.endswith(man) and long == short.removesuffix(man) + woman for man, woman in pairs if short != long)


def _change(a: str, b: str) -> float:
    # Another full vowel often makes another name (Merkel, Markel), so it costs more than i for y.
    if a in "aeo" and b in "aeo":
        return 1.0
    return 0.5 if any(a in group and b in group for group in CLASSES) else 1.5


def _distance(x: str, y: str) -> float:
    """Edit distance in which what transliterations change costs half, anything else one and a half."""
    row = [0.0]
    for j, letter in enumerate(y):
        row.append(row[-1] + _extra(y, j, letter))
    for i, a in enumerate(x):
        previous, row[0] = row[0], row[0] + _extra(x, i, a)
        for j, b in enumerate(y):
            step = previous if a == b else previous + _change(a, b)
            previous = row[j + 1]
            row[j + 1] = min(step, row[j + 1] + _extra(x, i, a), row[j] + _extra(y, j, b))
    return row[-1]


def _extra(word: str, i: int, letter: str) -> float:
    doubled = (i > 0 and word[i - 1] == letter) or (i + 1 < len(word) and word[i + 1] == letter)
    return 0.5 if doubled or letter in FAINT else 1.5
