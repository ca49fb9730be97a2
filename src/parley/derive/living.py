"""Which claims live, and what took the place of the others: named reasons whose docstrings are what the user sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from parley.derive.telling import Telling
from parley.model.ledger import LedgerClaim, Report


def newer_version() -> None:
    """A newer version of the same article has taken its place."""


def copy() -> None:
    """The report is a copy of an earlier one: its words are counted once."""


def rejected() -> None:
    """A person has rejected this claim."""


def later_word() -> None:
    """The same source has said something else since."""


REASONS: dict[str, Callable[[], None]] = {f.__name__: f for f in (newer_version, copy, rejected, later_word)}


def newest(reports: Iterable[Report]) -> dict[str, str]:
    """The version of each article that speaks: the last one, of equals the one that was seen last."""
    ordered = sorted(reports, key=lambda r: (r.at, r.recorded, r.id))
    return {r.key: r.id for r in ordered}


def silent(told: Sequence[Telling], reports: Mapping[str, Report], copies: Mapping[str, str]) -> dict[str, str]:
    """Reports whose claims do not count, with the reason."""
    last = newest(reports.values())
    old = {t.report.id: newer_version.__name__ for t in told if last[t.report.key] != t.report.id}
    return {**_copied(told, copies), **old}


def _copied(told: Sequence[Telling], copies: Mapping[str, str]) -> dict[str, str]:
    """A report of a group of copies after the first one; a newer version of the first one is none."""
    seen: dict[str, str] = {}
    out: dict[str, str] = {}
    for t in told:
        group = copies.get(t.report.id)
        if group is not None and seen.setdefault(group, t.report.key) != t.report.key:
            out[t.report.id] = copy.__name__
    return out


def placed(told: Sequence[Telling], no: Mapping[str, str], refused: frozenset[str]) -> tuple[LedgerClaim, ...]:
    """All claims in order, each with whether it lives and what took its place."""
    claims = [_lived(c, no, refused) for t in told for c in t.claims]
    last: dict[str, str] = {}
    for c in claims:
        plain = not (c.claim.earlier or c.claim.weak or c.claim.hedged or c.claim.status == "not_yet")
        if c.live and plain:
            last[c.origin.key] = c.at
    return tuple(
        replace(c, live=False, why_not=later_word.__name__) if c.live and c.at < last.get(c.origin.key, "") else c
        for c in claims
    )


def _lived(claim: LedgerClaim, no: Mapping[str, str], refused: frozenset[str]) -> LedgerClaim:
    why = rejected.__name__ if claim.id in refused else no.get(claim.report)
    return replace(claim, live=False, why_not=why) if why else claim
