"""Mentions taken to be one encounter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from parley.extract.encounters.record import Mention
from parley.model.encounter import Level
from parley.model.mention import Actor


@dataclass
class Cluster:
    """Mentions taken to be one encounter, in text order."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def parties(self) -> list[Actor]:
        """All parties, the first form of each first."""
        out: list[Actor] = []
        for m in self.mentions:
            out += [p for p in m.parties if p.id not in {x.id for x in out}]
        return out

    @property
    def visit(self) -> bool:
        """Whether it is a visit."""
        return self.mentions[0].kind == "visit"

    @property
    def level(self) -> Level | None:
        """The level that its own words name, else that of its parties."""
        named = [m.level for m in self.mentions if m.level] or [p.level for p in self.parties if p.level]
        return Counter(named).most_common(1)[0][0] if named else None
