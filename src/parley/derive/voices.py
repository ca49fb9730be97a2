"""Who stands behind a claim: the source nearest the words, or the article itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parley.derive.rules import AUTHOR, HIDDEN, Voice
from parley.lexicon.status import word_set
from parley.lexicon.world import seat
from parley.model.attribution import Attribution
from parley.model.encounter import Claim
from parley.model.mention import Actor


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


def one_mouth(attributions: Sequence[Attribution], actors: Sequence[Actor]) -> Callable[[Claim, Claim], bool]:
    """A function that tells whether two claims come from a leader and from the palace or spokesman that speaks for him.

    What the palace says later is his own newer word.
    """
    nearest = {a.id: a.chain[0] for a in attributions if a.chain}
    by_id = {x.id: x for x in actors}

    def same(a: Claim, b: Claim) -> bool:
        first, second = (nearest.get(c.attribution or "") for c in (a, b))
        if first is None or second is None or not (first.named and second.named):
            return False
        mine, other = (by_id.get(s.actor or "") for s in (first, second))
        return _speaks_for(second.text, other, mine) or _speaks_for(first.text, mine, other)

    return same


def _speaks_for(words: str, who: Actor | None, leader: Actor | None) -> bool:
    if leader is None or leader.kind != "person" or leader.level != "leaders" or not leader.country:
        return False
    said = words.lower().removeprefix("the ")
    found = seat(words.removeprefix("the ").removeprefix("The "))
    if found is not None:
        return found.code == leader.country
    mine = who is not None and who.country == leader.country and who.id != leader.id
    return mine and bool(set(said.split()) & word_set("palace_words"))
