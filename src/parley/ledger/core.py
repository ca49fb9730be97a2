"""The one place where the ledger calls the pure core (``parley.link``, ``parley.derive``).

A stand-in until the core lands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from parley.derive.rules import roll_up
from parley.derive.voices import voices
from parley.model.ledger import Appearance, Case, Cluster, Join, Judgement, LedgerClaim, Origin, Report, Step

VERSION = "0"


@dataclass(frozen=True)
class Book:
    """What the account of some encounters is derived from: rows of the ledger, whole for these encounters.

    ``reports`` holds every version of each article concerned, ``copies`` the first report of each group of copies,
    ``homes`` the encounter that each related appearance is part of.
    """

    reports: Mapping[str, Report]
    appearances: Mapping[str, Appearance]
    judgements: Sequence[Judgement] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


def sketch(text: str) -> tuple[int, ...]:
    """The hashes by which copies of a text are recognised."""
    words = text.casefold().split()
    grams = {" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))}
    hashes = sorted(int.from_bytes(blake2b(g.encode(), digest_size=4).digest(), "big") for g in grams)
    return tuple(hashes[:64])


def bands(report: Report) -> tuple[int, ...]:
    """Numbers of which copies of a text share at least one."""
    return report.sketch[:8]


def groups(reports: Iterable[Report]) -> dict[str, str]:
    """The first report, in canonical order, of the copies that each report is one of."""
    ordered = sorted(reports, key=lambda r: (r.at, r.id))
    first: dict[str, str] = {}
    for k, r in enumerate(ordered):
        first[r.id] = next((first[o.id] for o in ordered[:k] if alike(r, o)), r.id)
    return first


def alike(a: Report, b: Report) -> bool:
    """Whether two reports are copies of one text."""
    mine, other = set(a.sketch), set(b.sketch)
    return len(mine & other) > 0.5 * max(len(mine), len(other), 1) and a.key != b.key


def keys(appearance: Appearance, report: Report) -> tuple[str, ...]:
    """Two appearances can be one encounter only if they share one of these."""
    names = sorted({p.country or p.name.casefold().split()[-1] for p in appearance.encounter.parties})
    return ("+".join(names),)


def clusters(
    reports: Mapping[str, Report], appearances: Iterable[Appearance], judgements: Sequence[Judgement]
) -> tuple[Cluster, ...]:
    """The appearances put together, in the canonical order."""
    order = sorted(appearances, key=lambda a: order_of(a, reports))
    found: dict[tuple[str, ...], list[str]] = {}
    for a in order:
        found.setdefault(keys(a, reports[a.report]), []).append(a.id)
    return tuple(Cluster(ids[0], tuple(ids), tuple(Join(i, ids[0], 1.0) for i in ids)) for ids in found.values())


def order_of(appearance: Appearance, reports: Mapping[str, Report]) -> tuple[str, str, int]:
    """The canonical order: when the report counts, the report, the place in the text."""
    spans = appearance.encounter.mentions or [c.evidence for c in appearance.encounter.claims]
    return reports[appearance.report].at, appearance.report, min((s.start for s in spans), default=0)


def case(cluster: Cluster, book: Book, as_of: str | None = None, now: str | None = None) -> Case | None:
    """The account of one encounter at a moment; None where no report that counts tells of it."""
    members = [book.appearances[i] for i in cluster.members]
    members = [a for a in members if as_of is None or book.reports[a.report].at <= as_of]
    if not members:
        return None
    claims = tuple(c for a in members for c in _claims(a, book))
    last = members[-1]
    verdict = roll_up(last.encounter.claims, voices(last.attributions))
    e = members[0].encounter
    at = book.reports[last.report].at
    ids = tuple(c.id for c in claims if c.appearance == last.id)
    return Case(
        id=cluster.id,
        aliases=tuple(i for i in cluster.members if i != cluster.id),
        kind=e.kind,
        level=e.level,
        parties=e.parties,
        place=e.place,
        when=e.when,
        status=verdict.status,
        machine_status=verdict.status,
        rule=verdict.rule,
        disputed=verdict.disputed,
        unconfirmed=False,
        since=at,
        appearances=tuple(a.id for a in members),
        claims=claims,
        origins=tuple(dict.fromkeys(c.origin.key for c in claims)),
        history=(Step(at, verdict.status, verdict.rule, ids, last.report),),
    )


def _claims(a: Appearance, book: Book) -> list[LedgerClaim]:
    voice = voices(a.attributions)
    report = book.reports[a.report]
    return [
        LedgerClaim(f"{a.id}:{c.id}", a.id, a.report, report.at, c, Origin(f"{report.key} {voice(c)}", voice(c)))
        for c in a.encounter.claims
    ]


def join_of(data: dict[str, object]) -> Join:
    """A join as it was written down."""
    from parley.ledger.codec import revive

    return revive(Join, data)


def country_of(name: str) -> str | None:
    """The code of the state or body that ``name`` is the name or code of, in any case; None where it is neither."""
    from parley.lexicon.world import country_code, country_name

    code = name.upper()
    if country_name(code) != code:
        return code
    return country_code(name) or country_code(name.title())
