"""Contradictions inside one article: same encounter, different sources, claims that cannot both be true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from parley.derive.rules import Voice, disagreements, standing
from parley.model.encounter import Claim, Contradiction

Over = Literal["status", "time", "place", "existence"]
MOST = 8


def contradictions(encounter: str, claims: Sequence[Claim], voice: Voice) -> tuple[Contradiction, ...]:
    """One contradiction for each pair of sides, side remarks left out; at most ``MOST`` for one encounter."""
    seen: set[tuple[str, str, str]] = set()
    out = []
    plain = [c for c in standing(claims, voice) if not c.weak]
    for a, b, over in disagreements(plain, voice):
        key = (*sorted((voice(a) + a.status, voice(b) + b.status)), over)
        if key in seen:
            continue
        seen.add(cast(tuple[str, str, str], key))
        out.append(Contradiction(encounter, (a.id, b.id), cast(Over, over)))
    return tuple(out[:MOST])
