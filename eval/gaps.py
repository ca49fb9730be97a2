"""What the reader is known to get wrong, on invented sentences (``eval/gaps.json``), as the docs show it.

``python -m eval.readme`` writes the table into docs/accuracy.md; ``python -m eval.gaps`` only prints it. A gap that has
been closed is left out of the table and told: it belongs into a test of the room that closed it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from eval import blocks
from parley import api
from parley.model.encounter import Encounter

FILE = Path(__file__).with_name("gaps.json")
NOTHING = "no encounter"
DAY = "2026-03-17"


@dataclass(frozen=True)
class Gap:
    """A sentence, what a careful reader holds (in the words of :func:`told`), and why it is hard."""

    text: str
    right: str
    because: str

    def read(self) -> str:
        """What the reader makes of it now."""
        return "; ".join(map(told, api.read(self.text, published=DAY).encounters)) or NOTHING


def told(encounter: Encounter) -> str:
    """An encounter in few words: status, kind, parties."""
    parties = " – ".join(p.name for p in encounter.parties)
    disputed = ", disputed" if encounter.disputed else ""
    return f"{encounter.kind} {parties}: {encounter.status.replace('_', ' ')}{disputed}"


def gaps() -> list[Gap]:
    """All known gaps."""
    return [Gap(**row) for row in json.loads(FILE.read_text(encoding="utf-8"))]


def table() -> str:
    """The table as it stands in the docs."""
    head = ["words (invented)", "read as", "should be", "why"]
    rows = [[g.text, g.read(), g.right, g.because] for g in gaps()]
    return blocks.table(head, [row for row in rows if row[1] != row[2]], right=False)


def closed() -> list[str]:
    """The sentences that are read right by now."""
    return [g.text for g in gaps() if g.read() == g.right]


if __name__ == "__main__":
    print(table())
    print("\n".join(f"closed: {text}" for text in closed()))
