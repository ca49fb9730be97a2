"""Contradictions inside one article: same encounter, different sources, claims that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Literal, cast

from parley.derive.rules import AUTHOR, HIDDEN, NEVER, OFF, ON, PAUSED, Voice, disagreements, standing
from parley.model.encounter import Claim, Contradiction

Over = Literal["status", "time", "place", "existence"]
OneMouth = Callable[[Claim, Claim], bool]


def nobody(a: Claim, b: Claim) -> bool:
    """No two sources speak for one another."""
    return False


def contradictions(
    encounter: str,
    claims: Sequence[Claim],
    voice: Voice,
    quoted: Collection[str] = (),
    one_mouth: OneMouth = nobody,
) -> tuple[Contradiction, ...]:
    """One contradiction for each pair of sides, side remarks left out.

    A side is what one source holds: that it is on, off, paused, or never was. Of several claims of a side
    the best evidence stands for it; ``quoted`` names the attributions that are direct quotations. What ``one_mouth``
    takes for one source (a president and his palace) changes its mind, unless it is over what has taken place.
    """
    best: dict[tuple[tuple[str, str], tuple[str, str], str], tuple[Claim, Claim]] = {}
    plain = [c for c in standing(claims, voice) if not c.weak or c.unsettled]
    for a, b, over in disagreements(plain, voice):
        if one_mouth(a, b) and "held" not in {a.status, b.status}:
            continue
        first, second = sorted((a, b), key=lambda c: (voice(c), side(c)))
        key = ((voice(first), side(first)), (voice(second), side(second)), over)
        held = best.get(key)
        if held is None:
            best[key] = (first, second)
        else:
            best[key] = (stronger(held[0], first, quoted), stronger(held[1], second, quoted))
    order = {c.id: k for k, c in enumerate(claims)}
    told = [(a, b, key[2]) for key, (a, b) in best.items()]
    kept = [x for x in told if answers(x[0], x[1], told, voice)]
    pairs = [(sorted((a, b), key=lambda c: order[c.id]), over) for a, b, over in kept]
    return tuple(Contradiction(encounter, (a.id, b.id), cast(Over, over)) for (a, b), over in pairs)


def answers(a: Claim, b: Claim, told: Sequence[tuple[Claim, Claim, str]], voice: Voice) -> bool:
    """Whether two sides answer each other.

    What a source contradicts in another source is not told once more of the article's own voice, and a
    source that the text hides ("it was said") answers the nearest statement only.
    """
    for mine, other in ((a, b), (b, a)):
        against = [y if x.id == mine.id else x for x, y, _ in told if mine.id in {x.id, y.id}]
        if voice(other) == AUTHOR and any(voice(c) != AUTHOR for c in against):
            return False
        nearest = min(against, key=lambda c: abs(c.evidence.start - mine.evidence.start))
        if voice(mine).startswith(HIDDEN) and nearest.id != other.id:
            return False
    return True


def side(claim: Claim) -> str:
    """What a claim amounts to: on, off, paused, never, or its own status."""
    if claim.unsettled:
        return "no day"
    groups = {"on": ON, "off": OFF, "paused": PAUSED, "never": NEVER}
    return next((name for name, statuses in groups.items() if claim.status in statuses), claim.status)


def stronger(a: Claim, b: Claim, quoted: Collection[str]) -> Claim:
    """The better evidence of one side: own words before reported ones, firm before hedged, else the first."""

    def weight(c: Claim) -> tuple[bool, bool]:
        return (c.attribution in quoted, not c.hedged)

    return b if weight(b) > weight(a) else a
