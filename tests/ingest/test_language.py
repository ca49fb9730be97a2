"""Is it English? By its own words, not by what it quotes, and not by a field that the words belie."""

from __future__ import annotations

import pytest

from parley.ingest.language import not_english

ENGLISH = (
    "Two envoys will meet in Porto on Friday, and a spokeswoman for the ministry said that they had agreed to talk."
)
GERMAN = (
    "Die beiden Außenminister werden sich am Freitag in Porto treffen, sagte eine Sprecherin des Ministeriums. " * 3
)
FRENCH = "Les ministres des Affaires étrangères se rencontreront jeudi à Porto, a annoncé le ministère mercredi soir."
DUTCH = "De ministers van Buitenlandse Zaken ontmoeten elkaar donderdag in Porto, aldus het ministerie in Den Haag."
SPANISH = "“No vamos a hablar hasta que se retire el puesto. Nunca dijimos que sí, y siempre lo explicamos.”"

CASES: dict[str, tuple[str, str | None, str | None]] = {
    "English": (ENGLISH, None, None),
    "German": (GERMAN, None, "looks like German"),
    "French": (FRENCH, None, "looks like French"),
    "Dutch": (DUTCH, None, "looks like Dutch"),
    "English that quotes Spanish": (
        f"Rosa Quispe said: {SPANISH} {SPANISH} The two will meet on Thursday.",
        None,
        None,
    ),
    "German that quotes English": (f"{GERMAN} „{ENGLISH}“ „{ENGLISH}“", None, "looks like German"),
    "German given as English": (GERMAN, "en", "looks like German"),
    "English given as German": (ENGLISH, "de", None),
    "given as nothing": (ENGLISH, "unknown", None),
    "names, given as French": ("Solheim, Vasconcelos, Porto", "fr", "its language is given as fr"),
    "names": ("Solheim, Vasconcelos, Porto", None, None),
    "a headline given as English": ("Solheim, Vasconcelos meet in Bergen over cod quotas dispute", "en-GB", None),
}


@pytest.mark.parametrize(("text", "declared", "why"), CASES.values(), ids=CASES)
def test_what_is_taken_for_english(text: str, declared: str | None, why: str | None) -> None:
    assert not_english(text, declared) == why
