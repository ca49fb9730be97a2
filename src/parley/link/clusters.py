"""From appearances to clusters: one after another in the canonical order (docs/decisions/0003-ledger.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from parley.link.assign import assign
from parley.link.blocks import near, view_keys
from parley.link.decided import Decided, decided
from parley.link.features import NEVER, TOGETHER, UNSURE, evidence
from parley.link.view import Profile, View, begun, joined, view
from parley.model.ledger import Appearance, Cluster, Evidence, Join, Judgement, Report


def clusters(
    reports: Iterable[Report], appearances: Iterable[Appearance], judgements: Iterable[Judgement] = ()
) -> tuple[Cluster, ...]:
    """Which appearances are of one encounter, in the order in which the encounters first appear.

    The order of the arguments does not matter. Leaving out all reports from some moment on leaves the clusters of the
    others as they are, without the members that are gone.
    """
    linker = Linker(decided(judgements))
    for views in in_order(reports, appearances):
        linker.take(views)
    return tuple(linker.clusters())


def in_order(reports: Iterable[Report], appearances: Iterable[Appearance]) -> list[list[View]]:
    """The appearances of each report in text order, the reports in canonical order."""
    by_id = {r.id: r for r in reports}
    of_report: dict[str, list[Appearance]] = {}
    for a in {a.id: a for a in appearances if a.report in by_id}.values():
        of_report.setdefault(a.report, []).append(a)
    ordered = sorted(of_report, key=lambda r: canonical(by_id[r]))
    return [[view(a, by_id[r]) for a in sorted(of_report[r], key=_in_text)] for r in ordered]


def canonical(report: Report) -> tuple[str, str]:
    """The place of a report in the canonical order."""
    return report.at, report.id


def _in_text(a: Appearance) -> tuple[int, str]:
    starts = [m.start for m in a.encounter.mentions] + [c.evidence.start for c in a.encounter.claims]
    return min(starts, default=0), a.id


@dataclass
class Linker:
    """Puts the appearances of one report after another to clusters."""

    by_people: Decided
    profiles: dict[str, Profile] = field(default_factory=dict)
    joins: dict[str, list[Join]] = field(default_factory=dict)
    index: dict[str, dict[str, None]] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    def clusters(self) -> Iterable[Cluster]:
        """The clusters so far."""
        return (Cluster(p.id, p.members, tuple(self.joins[p.id])) for p in self.profiles.values())

    def take(self, views: Sequence[View]) -> dict[str, str]:
        """Put the appearances of one report, the next in the canonical order; their clusters by appearance."""
        put = {k: c for k, v in enumerate(views) if (c := self._by_people(v)) is not None}
        weighed = {k: self._weighed(v, set(put.values())) for k, v in enumerate(views) if k not in put}
        columns = sorted({c for found in weighed.values() for c in found})
        gains = {
            (k, columns.index(c)): score - TOGETHER
            for k, found in weighed.items()
            for c, (score, _) in found.items()
            if score >= TOGETHER
        }
        chosen = {k: columns[j] for k, j in assign(gains).items()}
        out: dict[str, str] = {}
        for k, v in enumerate(views):
            cluster = put.get(k) or chosen.get(k) or self._by_people(v)
            self._enter(v, cluster, self._join(v, cluster, weighed.get(k, {}), k in put))
            out[v.id] = cluster or v.id
        return out

    def _by_people(self, v: View) -> str | None:
        """The cluster that holds what people have put together with this appearance."""
        return self.groups.get(self.by_people.group(v.id)) if self.by_people.bound(v.id) else None

    def _weighed(self, v: View, taken: set[str]) -> dict[str, tuple[float, tuple[Evidence, ...]]]:
        out = {}
        for c in {c: None for key in sorted(view_keys(v)) for c in self.index.get(key, ())}:
            p = self.profiles[c]
            if c in taken or v.report in p.reports or not near(v, p) or self.by_people.parted(v.id, p.members):
                continue
            score, found = evidence(v, p)
            if score > NEVER / 2:
                out[c] = score, found
        return out

    def _join(
        self,
        v: View,
        cluster: str | None,
        weighed: dict[str, tuple[float, tuple[Evidence, ...]]],
        by_person: bool,
    ) -> Join:
        if by_person or (cluster and cluster not in weighed):
            return Join(v.id, cluster, 0.0, (Evidence("by_a_person", 0.0),))
        best = max(weighed, key=lambda c: (weighed[c][0], c), default=None)
        shown = cluster or best
        score, found = weighed[shown] if shown else (0.0, ())
        others = [s for c, (s, _) in weighed.items() if c != cluster]
        rival = cluster is not None and max(others, default=NEVER) > score - UNSURE / 2
        unsure = shown is not None and (abs(score - TOGETHER) < UNSURE or rival)
        return Join(v.id, cluster, score, found, unsure)

    def _enter(self, v: View, cluster: str | None, join: Join) -> None:
        name = cluster or v.id
        self.profiles[name] = joined(self.profiles[name], v) if cluster else begun(v)
        self.joins.setdefault(name, []).append(replace(join, cluster=cluster))
        for key in view_keys(v):
            self.index.setdefault(key, {})[name] = None
        self.groups.setdefault(self.by_people.group(v.id), name)
