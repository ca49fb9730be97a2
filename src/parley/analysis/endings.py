"""What the ending of a verb rules out: a tagger that has seen few headlines takes "visits Japan" for a past tense."""

from __future__ import annotations

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PARTICIPLE = "VerbForm=Ger"
PAST = frozenset({"VBD", "VBN"})


def settle(form: str, upos: str, xpos: str, feats: str) -> tuple[str, str]:
    """Penn tag and features of a word, corrected where no English verb ends so.

    Past forms do not end in -s ("was" alone does) or in -ing.

    >>> settle("visits", "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin")[0]
    'VBZ'
    """
    if xpos not in PAST or upos not in {"VERB", "AUX"}:
        return xpos, feats
    lower = form.lower()
    if lower.endswith("s") and not lower.endswith("ss") and lower != "was":
        return "VBZ", PRESENT
    if lower.endswith("ing"):
        return "VBG", PARTICIPLE
    return xpos, feats
