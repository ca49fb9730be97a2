"""A ledger in memory: linking and accounts, nothing kept. The form is that of ``parley export encounters``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parley import derive, link
from parley.derive.moments import counts
from parley.ids import hashed
from parley.link.copies import groups
from parley.link.sketches import sketch
from parley.model.ledger import Appearance, Case, Judgement, Report
from parley.model.reading import Reading, plain


class Memory:
    """Reports, appearances and judgements, and what follows from them."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.appearances: dict[str, Appearance] = {}
        self.judgements: list[Judgement] = []

    def add(self, reading: Reading, recorded: str = "2099-01-01T00:00:00Z") -> Report:
        """Take in a reading; the same one again changes nothing."""
        d = reading.document
        key = d.url or (f"{d.outlet} {d.source}" if d.outlet else d.source)
        at, text = begins(d.published or recorded), d.text
        ident = hashed(key, text)
        meta = (d.published, d.url, d.title, d.outlet, d.language)
        report = Report(ident, key, d.source, at, recorded, *meta, sketch(text))
        if report.id not in self.reports:
            self.reports[report.id] = report
            for a in appearances(reading, report):
                self.appearances[a.id] = a
        return report

    def cases(self, as_of: str | None = None) -> tuple[Case, ...]:
        """The account of every encounter."""
        every = self.reports.values()
        found = link.clusters(every, self.appearances.values(), self.judgements)
        until = [r for r in every if counts(r.at, as_of)]
        return derive.cases(found, every, self.appearances.values(), self.judgements, copies=groups(until), as_of=as_of)

    def encounters(self, as_of: str | None = None) -> list[dict[str, Any]]:
        """The account of every encounter as the export writes it."""
        heads = sorted(set(groups(self.reports.values()).values()))
        group = {r: heads.index(h) for r, h in groups(self.reports.values()).items()}
        return [self._plain(c, group) for c in self.cases(as_of)]

    def _plain(self, case: Case, group: dict[str, int]) -> dict[str, Any]:
        out = plain(replace(case, claims=(), history=(), conflicts=()))
        out["contradictions"] = [
            {"over": c.over, "claims": list(c.claims), "documents": [self.reports[r].source for r in c.reports]}
            for c in case.conflicts
        ]
        out["appearances"] = [self._appearance(a, group, case) for a in case.appearances]
        return dict(out)

    def _appearance(self, ident: str, group: dict[str, int], case: Case) -> dict[str, Any]:
        a = self.appearances[ident]
        return {
            "document": self.reports[a.report].source,
            "encounter": a.encounter.id,
            "source_group": group[a.report],
            "mentions": plain(a.encounter.mentions),
            "claims": [plain(c.claim) | {"origin": c.origin.text} for c in case.claims if c.appearance == ident],
        }


def appearances(reading: Reading, report: Report) -> list[Appearance]:
    """The encounters of a reading with what they stand on."""
    ids = {e.id: hashed(report.id, e.id) for e in reading.encounters}
    return [
        Appearance(
            ids[e.id],
            report.id,
            e,
            reading.actors,
            reading.attributions,
            _related(reading, e.id, "prepares", ids),
            _related(reading, e.id, "led_to", ids),
        )
        for e in reading.encounters
    ]


def _related(reading: Reading, encounter: str, kind: str, ids: dict[str, str]) -> tuple[str, ...]:
    return tuple(ids[r.to] for r in reading.relations if r.from_ == encounter and r.kind == kind)


def begins(iso: str) -> str:
    """The first moment of a day, or the moment."""
    return f"{iso}T00:00:00Z" if len(iso) == 10 else iso
