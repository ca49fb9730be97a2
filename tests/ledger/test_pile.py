"""What is read is recorded soon: alone when alone, together when recording takes long, and kept on interruption."""

from __future__ import annotations

import pytest

from parley.ingest import Skipped
from parley.keeping import SECONDS, SHARE, Outcome, Pile
from tests.ledger.conftest import New, opened
from tests.ledger.told import Told, reading


class Clock:
    """A clock that stands still until it is moved."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("took", "later", "comes"),
    [
        pytest.param(1.0, SHARE + 0.1, 1, id="recording was quick: at once"),
        pytest.param(1.0, SHARE - 0.1, 0, id="recording took long: wait for company"),
        pytest.param(100.0, SECONDS + 0.1, 1, id="never longer than the bound"),
    ],
)
def test_what_comes_next_waits_for_as_long_as_recording_took(
    took: float, later: float, comes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("parley.keeping.time", clock)

    def record(readings: object) -> list[Outcome]:
        clock.now += took
        return [Skipped("a", "b")]

    pile = Pile(record)
    assert len(pile.put(reading(Told()))) == 1  # the first never waits
    clock.now += later
    assert len(pile.put(reading(Told()))) == comes
    assert len(pile.away()) == 1 - comes


def test_an_interruption_keeps_what_was_read(new_place: New, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("parley.keeping.SECONDS", 3600.0)
    monkeypatch.setattr("parley.keeping.SHARE", 10**9)  # all but the first wait
    monkeypatch.setattr("parley.keeping.batch.is_batch", interrupted)
    made = [reading(Told(), name=name) for name in ("a1", "a2", "a3")]
    with opened(new_place()) as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(ledger.adding([*made, "next.txt"]))
        assert [getattr(one, "what", one) for one in ledger.add(made)] == ["known"] * 3
