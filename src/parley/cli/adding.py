"""What became of each input of ``parley add``, its progress, and the line that closes the run."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from parley.cli.account.words import counted
from parley.cli.left_out import LeftOut
from parley.cli.tally import EVERY, FAILED, called, note
from parley.ingest import Failed, Skipped
from parley.ledger.recording import Added

READ = {"new": "added", "version": "added as new versions", "reread": "read anew"}
REST = {"known": "known already", "skipped": "skipped", "failed": "failed"}


@dataclass
class Adding:
    """Counts of one run."""

    left_out: LeftOut = field(default_factory=lambda: LeftOut(None))
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
                for warning in outcome.warnings:
                    note(f"note on {called(outcome.source)}: {warning}")
            case Skipped(source=source, why=why):
                self._count("skipped")
                note(f"skipped {called(source)}: {why}")
                self.left_out.saw("skipped", source, why)
            case Failed(source=source, why=why):
                self._count("failed")
                note(f"failed {called(source)}: {why}")
                self.left_out.saw("failed", source, why)
        if not self.quiet and time.monotonic() >= self._next:
            note(f"{sum(self.counts.values())} done so far")
            self._next = time.monotonic() + EVERY

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def close(self) -> int:
        """Print the closing line; the exit status of the run."""
        if not self.quiet:
            note(self._told())
        done = sum(n for what, n in self.counts.items() if what not in {"skipped", "failed"})
        return FAILED if self.counts.get("failed") or not done else 0

    def broken_off(self) -> None:
        """Tell what was done before a run ended too early."""
        note(f"broken off: {self._told()}; run it again to go on")

    def _told(self) -> str:
        found = f" ({counted(self.encounters, 'encounter')})" if self.encounters else ""
        read = [f"{n} {word}" for what, word in READ.items() if (n := self.counts.get(what))]
        rest = [f"{n} {word}" for what, word in REST.items() if (n := self.counts.get(what))]
        return ", ".join([*([", ".join(read) + found] if read else []), *rest]) or "nothing to add"
