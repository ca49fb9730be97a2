"""What one report says of an encounter, as news for the account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.derive.changes import WEIGHT, News
from parley.derive.origins import Standing, Voice, voice_of
from parley.derive.rules import live, roll_up
from parley.derive.voices import voices
from parley.model.encounter import Claim, Status
from parley.model.judged import Judged
from parley.model.ledger import Appearance, LedgerClaim, Report

STATUS_OF: dict[str, Status] = {
    "proposed": "proposed",
    "announced": "announced",
    "scheduled": "scheduled",
    "rescheduled": "scheduled",
    "on_hold": "on_hold",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "not_held": "cancelled",
    "refused": "denied",
    "no_plans": "denied",
    "under_way": "under_way",
    "held": "held",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one appearance in text order, with who stands behind each."""

    appearance: Appearance
    report: Report
    claims: tuple[LedgerClaim, ...]
    voices: tuple[Voice, ...]


def telling(appearance: Appearance, report: Report) -> Telling:
    """The claims of an appearance in their place in the ledger."""
    claims = sorted(appearance.encounter.claims, key=lambda c: (c.evidence.start, c.id))
    found = tuple(voice_of(c, appearance, report) for c in claims)
    placed = tuple(
        LedgerClaim(f"{appearance.id}:{c.id}", appearance.id, report.id, report.at, c, v.origin)
        for c, v in zip(claims, found, strict=True)
    )
    return Telling(appearance, report, placed, found)


def news(told: Telling, judged: Judged) -> tuple[News, tuple[str, ...], str]:
    """What a report says, the ids of the claims that say so, and the rule by which its claims were put together.

    Claims that a person has rejected do not count; where some have been confirmed only those do.
    """
    confirmed = [c.claim for c in told.claims if c.id in judged.confirmed]
    claims = confirmed or [c.claim for c in told.claims if c.id not in judged.rejected]
    voice = voices(told.appearance.attributions)
    verdict = roll_up(claims, voice)
    counting = live(claims, voice)
    telling = [c for c in counting if STATUS_OF.get(c.status) == verdict.status]
    telling = [c for c in telling if not c.hedged] or telling
    standing: Standing = "person" if confirmed else _best(telling, told)
    when = next((c.when for c in telling if c.when and c.when.earliest), told.appearance.encounter.when)
    day = when.earliest[:10] if when and when.earliest else None
    found = News(
        verdict.status,
        standing,
        day,
        recalls=bool(telling) and all(c.earlier or c.weak for c in telling),
        moved=any(c.status == "rescheduled" for c in telling),
    )
    return found, tuple(f"{told.appearance.id}:{c.id}" for c in telling), verdict.rule


def _best(claims: Sequence[Claim], told: Telling) -> Standing:
    ids = {c.id for c in claims}
    found = [v.standing for c, v in zip(told.claims, told.voices, strict=True) if c.claim.id in ids]
    return max(found, key=lambda s: WEIGHT[s], default="outlet")
