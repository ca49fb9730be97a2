"""Claims in shorthand: ``"Oslo: cancelled"``, ``"scheduled 2031-05-20"``, ``"Oslo: no_plans disputes_premise"``."""

from __future__ import annotations

from typing import Any, get_args

from parley.derive.rules import AUTHOR, Voice
from parley.lexicon.places import place
from parley.model.encounter import Claim, ClaimStatus, PlaceRef, Stance, When
from parley.model.span import Span

FLAGS = ("hedged", "weak", "earlier", "headline")
STATUSES, STANCES = get_args(ClaimStatus), get_args(Stance)


def claim(text: str, n: int = 0) -> Claim:
    """One claim: the source and a colon (none: the article's own voice), then status, stance, flags, day,
    ``@PER`` for a place in a country, ``said``."""
    source, _, rest = text.rpartition(":")
    values: dict[str, Any] = {"stance": "asserts"}
    for word in rest.split():
        if word in STATUSES:
            values["status"] = word
        elif word in STANCES:
            values["stance"] = word
        elif word in FLAGS:
            values[word] = True
        elif word == "unsettled":
            values["unsettled"] = "time"
        elif word.startswith("said="):
            values["said"] = word.removeprefix("said=")
        elif word.startswith("@"):
            name = word.removeprefix("@")
            known = place(name)
            values["place"] = PlaceRef(word, name, known.country if known else name)
        else:
            values["when"] = When(word, 0, len(word), word, word)
    return Claim(f"c{n}", evidence=Span(n, n + 1, "x"), attribution=source or None, **values)


def claims(*texts: str) -> tuple[Claim, ...]:
    """Claims ``c0``, ``c1`` … in text order."""
    return tuple(claim(text, n) for n, text in enumerate(texts))


def voice(of: Claim) -> str:
    """The source of a shorthand claim."""
    return of.attribution or AUTHOR


VOICE: Voice = voice
