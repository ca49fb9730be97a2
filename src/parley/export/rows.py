"""Cases as rows of plain JSON: the forms that the command line, the library and other programs see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parley.model.ledger import Appearance, Case, LedgerClaim, Report, Step
from parley.model.reading import plain

Row = dict[str, Any]


@dataclass(frozen=True)
class Shelf:
    """The reports and appearances that a case speaks of; ``groups`` numbers the texts, copies alike."""

    reports: Mapping[str, Report]
    appearances: Mapping[str, Appearance]
    groups: Mapping[str, int]
    purged: Mapping[str, str]
    """Why a report's words are gone, by report."""
    homes: Mapping[str, str]
    """The encounter that each appearance is part of, where another speaks of it."""

    def words(self, case: Case) -> str:
        """All that the reports say of an encounter: parties, place, exact words, titles."""
        found = (self.appearances[i] for i in case.appearances)
        return " ".join(words_of(a, self.reports[a.report]) for a in found)


def words_of(appearance: Appearance, report: Report) -> str:
    """What an encounter is found by: its parties, place and exact words, and the title of the report."""
    e = appearance.encounter
    parts = [report.title, report.outlet, e.kind, e.place and e.place.name, e.when and e.when.text]
    parts += [p.name for p in e.parties] + [a.role for a in appearance.actors] + [m.text for m in e.mentions]
    parts += [c.evidence.text for c in e.claims] + [s.text for a in appearance.attributions for s in a.chain]
    return " ".join(dict.fromkeys(p for p in parts if p))


def agenda_row(case: Case) -> Row:
    """One line of the agenda: the encounter, its status, since when, on whose word, how many independent sources."""
    return {
        "id": case.id,
        "kind": case.kind,
        "level": case.level,
        "parties": [plain(p) for p in case.parties],
        "place": plain(case.place),
        "when": plain(case.when),
        "status": case.status,
        "machine_status": case.machine_status,
        "since": case.since,
        "on_whose_word": on_whose_word(case),
        "independent_sources": len(case.origins),
        "disputed": case.disputed,
        "unconfirmed": case.unconfirmed,
        "rule": case.rule,
        "reports": len({c.report for c in case.claims}),
        "contradictions": len(case.conflicts),
        "last_change": _last_change(case),
    }


def _last_change(case: Case) -> list[Row]:
    """What changed last, of the status, the time or the place, and on whose word."""
    at = case.history[-1].at if case.history else None
    told = {c.id: c.origin.text for c in case.claims}
    return [
        {"at": s.at, "of": s.of, "rule": s.rule, "claims": list(s.claims), "on_whose_word": _told_by(s, told)}
        for s in case.history
        if s.at == at
    ]


def _told_by(step: Step, told: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(told[i] for i in step.claims if i in told))


def on_whose_word(case: Case) -> list[str]:
    """Who stands behind the claims that decided the status, in words, without repeats."""
    told = {c.id: c.origin.text for c in case.claims}
    last = next((s for s in reversed(case.history) if s.of == "status"), None)
    return _told_by(last, told) if last else []


def encounter_row(case: Case, shelf: Shelf) -> Row:
    """The whole account of one encounter, with every appearance and claim."""
    sources = {i: r.source for i, r in shelf.reports.items()}
    return {
        **agenda_row(case),
        "aliases": list(case.aliases),
        "appearances": [appearance_row(shelf.appearances[i], case, shelf) for i in case.appearances],
        "history": [step_row(s, case, sources) for s in case.history],
        "contradictions": [
            {"over": c.over, "claims": list(c.claims), "documents": [sources[r] for r in c.reports], "rule": c.rule}
            for c in case.conflicts
        ],
        "stays_away": [plain(p) for p in case.stays_away],
        "judged": case.judged,
        "prepares": _encounters(case.prepares, case, shelf),
        "led_to": _encounters(case.led_to, case, shelf),
    }


def _encounters(related: tuple[str, ...], case: Case, shelf: Shelf) -> list[str]:
    """Related encounters; an id may be that of an encounter already, or of an appearance that is part of one."""
    known = set(shelf.homes.values())
    found = (i if i in known else shelf.homes.get(i) for i in related)
    return list(dict.fromkeys(e for e in found if e and e != case.id))


def step_row(step: Step, case: Case, sources: Mapping[str, str]) -> Row:
    """One change: of the status, the time or the place, with the words that it stands on and who says them."""
    said = {c.id: c for c in case.claims}
    claims = [said[i] for i in step.claims if i in said]
    row = {
        "at": step.at,
        "status": step.status,
        "rule": step.rule,
        "claims": list(step.claims),
        "document": sources[step.report],
        "of": step.of,
        "on_whose_word": _told_by(step, {c.id: c.origin.text for c in claims}),
        "words": list(dict.fromkeys(c.claim.evidence.text for c in claims)),
    }
    return row if step.of == "status" else {**row, "before": plain(step.before), "after": plain(step.after)}


def appearance_row(appearance: Appearance, case: Case, shelf: Shelf) -> Row:
    """What one report says of the encounter."""
    report = shelf.reports[appearance.report]
    row: Row = {
        "id": appearance.id,
        "document": report.source,
        "report": report.id,
        "encounter": appearance.encounter.id,
        "source_group": shelf.groups[report.id],
        "at": report.at,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "mentions": [plain(m) for m in appearance.encounter.mentions],
        "claims": [claim_row(c, appearance) for c in case.claims if c.appearance == appearance.id],
    }
    if report.id in shelf.purged:
        row["purged"] = shelf.purged[report.id]
        row["claims"] = [{**claim, "purged": shelf.purged[report.id]} for claim in row["claims"]]
    return row


def claim_row(claim: LedgerClaim, appearance: Appearance) -> Row:
    """A claim as in the reading, with who stands behind it and whether it lives; ``id`` is good in the whole ledger."""
    chains = {a.id: [s.text for s in a.chain] for a in appearance.attributions}
    return {
        **plain(claim.claim),
        "id": claim.id,
        "in_reading": claim.claim.id,
        "chain": chains.get(claim.claim.attribution or "", []),
        "origin": claim.origin.text,
        "origin_key": claim.origin.key,
        "live": claim.live,
        "why_not": claim.why_not,
    }
