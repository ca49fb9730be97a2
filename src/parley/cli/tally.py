"""What became of each input, and the line that closes a run (both on standard error)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import click

from parley.cli.account.words import counted, one_line

EVERY = 10.0  # seconds between lines of progress where there is no terminal
FAILED = 2


@dataclass
class Tally:
    """Counts of one run."""

    read: int = 0
    empty: int = 0
    encounters: int = 0
    skipped: int = 0
    failed: int = 0
    quiet: bool = False
    _next: float = field(default_factory=lambda: time.monotonic() + EVERY)

    def saw(self, encounters: int) -> None:
        """One article was read."""
        self.read += 1
        self.encounters += encounters
        self.empty += not encounters
        self._progress()

    def passed_over(self, source: str, why: str) -> None:
        """One input was skipped."""
        self.skipped += 1
        note(f"skipped {source}: {why}")

    def missed(self, source: str, why: str) -> None:
        """One input failed."""
        self.failed += 1
        note(f"failed {source}: {why}")

    def close(self) -> int:
        """Print the closing line; the exit status of the run."""
        told = counted(self.encounters, "encounter") + (f", {self.empty} without any" if self.empty else "")
        parts = [f"{self.read} read ({told})", f"{self.skipped} skipped", f"{self.failed} failed"]
        if not self.quiet:
            note(", ".join(parts))
        return FAILED if self.failed or not self.read else 0

    def _progress(self) -> None:
        if not self.quiet and time.monotonic() >= self._next:
            note(f"{self.read} read so far")
            self._next = time.monotonic() + EVERY


def note(text: str) -> None:
    """One line on standard error."""
    click.echo(f"parley: {one_line(text)}", err=True)
