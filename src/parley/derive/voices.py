"""Who stands behind a claim: the source nearest the words, or the article itself."""

from __future__ import annotations

from collections.abc import Sequence

from parley.derive.rules import AUTHOR, HIDDEN, Voice
from parley.model.attribution import Attribution
from parley.model.encounter import Claim


def voices(attributions: Sequence[Attribution]) -> Voice:
    """A function from a claim to a key of its source: an actor, the folded words of a source, or the author."""
    keys = {a.id: _key(a) for a in attributions}

    def voice(claim: Claim) -> str:
        return keys.get(claim.attribution, AUTHOR) if claim.attribution else AUTHOR

    return voice


def _key(a: Attribution) -> str:
    if not a.chain:
        return f"{HIDDEN}{a.id}"
    return a.chain[0].actor or a.chain[0].text.casefold()
