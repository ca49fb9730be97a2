"""An archive in the wrong order: ``python -m eval.bench_order NEWS [--first 1500] [--readings FILE]``.

NEWS is a file as ``eval.stream`` takes it. Its first items are read once; their readings are then put into new
ledgers, sorted by date or shuffled (seed 1), ``parley.keeping.TOGETHER`` in one transaction or one by one. Told are the
seconds of each way and what they are of the first; the accounts of all must be the same. ``--readings`` keeps the
readings for the next time (pickled: open only files of one's own).
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from eval import machine, stream
from parley import api
from parley.keeping import TOGETHER
from parley.model.reading import Reading
from tests.ledger.conftest import opened
from tests.ledger.test_projection import account


def readings(news: Path, first: int, kept: Path | None) -> list[Reading]:
    """The readings of the first items by date."""
    if kept is not None and kept.exists():
        found: list[Reading] = pickle.loads(kept.read_bytes())
        return found[:first]
    items = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
    out = [api.read_line(line) for line in stream.lines(items)[:first]]
    if kept is not None:
        kept.write_bytes(pickle.dumps(out))
    return out


def seconds(made: Sequence[Reading], together: int, where: Path) -> tuple[float, list[object]]:
    """How long they take, so many in one transaction, and the account that the ledger then tells."""
    with opened(str(where)) as ledger:
        began = time.perf_counter()
        for start in range(0, len(made), together):
            ledger.record_all(made[start : start + together])
        return time.perf_counter() - began, account(ledger)


def main() -> int:
    """Add in every way, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--first", type=int, default=1500)
    parser.add_argument("--readings", type=Path)
    given = parser.parse_args()
    made = sorted(readings(given.news, given.first, given.readings), key=lambda r: r.document.published or "")
    mixed = Random(1).sample(made, len(made))
    ways = {
        "sorted, together": (made, TOGETHER),
        "sorted, one by one": (made, 1),
        "shuffled, together": (mixed, TOGETHER),
        "shuffled, one by one": (mixed, 1),
    }
    accounts, best = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for n, (name, (order, together)) in enumerate(ways.items()):
            took, told = seconds(order, together, Path(folder, f"{n}.db"))
            accounts.append(told)
            best = best or took
            print(f"{name:22} {took:7.1f} s  {took / best:5.1f} of the first", flush=True)
    same = all(told == accounts[0] for told in accounts)
    print(f"{len(made)} items, up to {TOGETHER} together; accounts {'the same' if same else 'DIFFER'}")
    print(machine.line(machine.facts()))
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
