"""Is it English? The words decide; a model is asked only where they leave doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from parley.lexicon.store import table

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
QUOTED = re.compile(r"“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|(?<!\w)\"[^\"\n]*\"")
SAMPLE = 6000  # characters looked at
FEWEST_LETTERS = 40  # a headline of names says nothing about its language
FEWEST_GIVEN = 200  # of a text whose own field says that it is English
FOREIGN_LETTERS = 0.5  # of another alphabet
ENGLISH = 0.2  # share of common English words from which no doubt is left
DOUBT = 0.1  # below it the model's word decides
SURE = 0.85  # probability from which the model is believed


def not_english(text: str, declared: str | None = None) -> str | None:
    """Why a text is not taken as English ("looks like German"), or None where it is or may be.

    A text is English by its share of common English words outside quotations; one with few of them is
    refused if its own field names another language, or if the language model is sure of another (of a text
    that is given as English: only where it is long). A text with less than 40 letters is refused by its
    field alone: names are at home in every language.
    """
    names = table("language_names")
    code = re.split(r"[-_]", (declared or "").strip().lower())[0]
    given = f"its language is given as {declared}" if code not in {*names["english"], *names["untold"]} else None
    sample = _own_words(text[:SAMPLE])
    letters = sum(map(str.isalpha, sample))
    if letters >= FEWEST_LETTERS / 2 and _foreign(sample) > FOREIGN_LETTERS * letters:
        return _looks_like(_ranked(sample)[0])
    if letters < FEWEST_LETTERS:
        return given
    share = english_share(sample)
    if share >= ENGLISH:
        return None
    if given or (code in names["english"] and letters < FEWEST_GIVEN):
        return given
    code, sure = _ranked(sample)
    # Between the two bounds a text full of names needs a model without any doubt.
    needed = SURE if share < DOUBT else 1.0
    return _looks_like((code, sure)[0]) if code != "en" and sure >= needed else None


def _own_words(text: str) -> str:
    """A text without what it quotes, which may be in any language; the whole where what is left tells nothing."""
    own = QUOTED.sub(" ", text)
    enough = sum(map(str.isalpha, own)) >= FEWEST_LETTERS or english_share(own) >= ENGLISH
    return own if enough else text


def english_share(text: str) -> float:
    """The share of common English words among the words of a text that are not capitalised names."""
    words = WORD.findall(text)
    plain = [w for w in words if not w[0].isupper()] or words
    known = _common()
    return sum(w.lower() in known for w in plain) / len(plain) if plain else 0.0


def _foreign(text: str) -> int:
    """Letters outside the Latin alphabet."""
    return sum(c.isalpha() and c > "\u02af" and not "\u1e00" <= c <= "\u1eff" for c in text)


def _looks_like(code: str) -> str:
    name = table("language_names")["names"].get(code)
    return f"looks like {name}" if name else "looks like another language"


def _ranked(text: str) -> tuple[str, float]:
    """The likeliest language and how likely it is."""
    code, probability = _model().classify(text)
    return str(code), float(probability)


@cache
def _model() -> Any:
    """The language model; half a second to load, so only where it is needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _common() -> frozenset[str]:
    return frozenset(table("languages/en/common_words")["words"])
