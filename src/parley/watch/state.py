"""What a watch has seen, in a file beside the ledger: written whole after every step, so that nothing is lost."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from parley.errors import BrokenError

MOST_SEEN = 5000
"""Entries remembered of one feed; feeds tell of far fewer at a time."""


@dataclass
class Feed:
    """One feed: the version known, when it is due again (seconds since 1970), and which entries were dealt with."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    seen: list[str] = field(default_factory=list)


@dataclass
class Note:
    """A message for a webhook: not delivered yet; ``due`` is when to try again."""

    id: str
    body: dict[str, object]
    tries: int = 0
    due: float = 0.0


@dataclass
class State:
    """All of it."""

    feeds: dict[str, Feed] = field(default_factory=dict)
    outbox: list[Note] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """Ids of notes that were made: none is made twice."""
    looked: dict[str, dict[str, object]] | None = None
    """The account as it was told last; None before the first look."""

    def feed(self, address: str) -> Feed:
        """What is known of a feed."""
        return self.feeds.setdefault(address, Feed())


def load(path: Path) -> State:
    """The state that was kept; a new one where there is none. Raises ``BrokenError`` where the file is damaged."""
    if not path.exists():
        return State()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        feeds = {address: Feed(**feed) for address, feed in kept["feeds"].items()}
        return State(feeds, [Note(**note) for note in kept["outbox"]], kept["told"], kept["looked"])
    except (ValueError, KeyError, TypeError, AttributeError):
        hint = "move it away: the feeds are then read from the start, and what the ledger holds is not read again"
        raise BrokenError("the file of what was watched is damaged", where=str(path), hint=hint) from None


def keep(path: Path, state: State) -> None:
    """Write it, whole or not at all."""
    for feed in state.feeds.values():
        del feed.seen[:-MOST_SEEN]
    del state.told[:-MOST_SEEN]
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(json.dumps(asdict(state), ensure_ascii=False), encoding="utf-8")
    part.replace(path)
