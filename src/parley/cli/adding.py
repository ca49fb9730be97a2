"""What became of each input of ``parley add``, its progress, and the line that closes the run."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from parley.cli.account.words import counted
from parley.cli.tally import EVERY, FAILED, note
from parley.ingest import Failed, Skipped
from parley.ledger.recording import Added


@dataclass
class Adding:
    """Counts of one run."""

    quiet: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    encounters: int = 0
    _next: float = field(default_factory=lambda: time.monotonic() + EVERY)

    def saw(self, outcome: Added | Skipped | Failed) -> None:
        """One input has come to its end."""
        match outcome:
            case Added(what=what):
                self._count(what)
                self.encounters += outcome.encounters
            case Skipped(source=source, why=why):
                self._count("skipped")
                note(f"skipped {source}: {why}")
            case Failed(source=source, why=why):
                self._count("failed")
                note(f"failed {source}: {why}")
        if not self.quiet and time.monotonic() >= self._next:
            note(f"{sum(self.counts.values())} done so far")
            self._next = time.monotonic() + EVERY

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def close(self) -> int:
        """Print the closing line; the exit status of the run."""
        if not self.quiet:
            note(self._told())
        added = sum(n for what, n in self.counts.items() if what not in {"skipped", "failed"})
        return FAILED if self.counts.get("failed") or not added else 0

    def _told(self) -> str:
        words = {
            "new": "added",
            "version": "added as new versions",
            "reread": "read anew",
            "known": "known already",
            "skipped": "skipped",
            "failed": "failed",
        }
        parts = [f"{n} {words[what]}" for what in words if (n := self.counts.get(what))]
        if self.encounters and parts:
            parts[0] += f" ({counted(self.encounters, 'encounter')})"
        return ", ".join(parts) or "nothing to add"
