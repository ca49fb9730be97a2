"""What became of each input, and the line that closes a run (both on standard error)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import click

from parley.cli.account.words import counted
from parley.views.told import one_line

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

    def noted(self, source: str, warnings: Sequence[str]) -> None:
        """What people should know of one article that was read."""
        for warning in warnings:
            note(f"note on {called(source)}: {warning}")

    def passed_over(self, source: str, why: str) -> None:
        """One input was skipped."""
        self.skipped += 1
        note(f"skipped {called(source)}: {why}")

    def missed(self, source: str, why: str) -> None:
        """One input failed."""
        self.failed += 1
        note(f"failed {called(source)}: {why}")

    def close(self) -> int:
        """Print the closing line; the exit status of the run."""
        if not self.quiet:
            note(self._counts())
        return FAILED if self.failed or not self.read else 0

    def _counts(self) -> str:
        """What was read, skipped and failed; what did not happen is not told."""
        found = counted(self.encounters, "encounter") if self.encounters else "no encounter"
        some = self.empty if self.encounters else 0
        told = found + (f", {some} without any" if some else "")
        parts = [f"{self.read} read ({told})" if self.read else "nothing read"]
        parts += [f"{n} {word}" for n, word in ((self.skipped, "skipped"), (self.failed, "failed")) if n]
        return ", ".join(parts)

    def _progress(self) -> None:
        if not self.quiet and self.read > 1 and time.monotonic() >= self._next:
            note(f"{self.read} read so far")
            self._next = time.monotonic() + EVERY


def called(source: str) -> str:
    """An input as people call it."""
    return f"standard input{source[1:]}" if source == "-" or source.startswith("-#") else source


def note(text: str) -> None:
    """One line on standard error."""
    click.echo(f"parley: {one_line(text)}", err=True)
