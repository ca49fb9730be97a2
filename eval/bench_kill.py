"""Kills ``add`` at random points, again and again: ``python -m eval.bench_kill --kills 200``.

After every kill the ledger is opened and each article that it holds must be whole; in the end the run is let
through, and account and projection must equal those of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from eval import store as figures
from parley.keeping import Ledger
from parley.ledger import schema as s
from tests.ledger.conftest import opened
from tests.ledger.test_projection import account, projection
from tests.ledger.test_safety import ROOT, WRITER, article


def start(where: str, count: int) -> subprocess.Popen[str]:
    """A process that adds the articles, once it is ready."""
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = [sys.executable, "-c", WRITER, where, "0", str(count)]
    running = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.readline()
    return running


def whole(ledger: Ledger) -> int:
    """How many articles the ledger holds; raises where one of them is not whole."""
    import sqlalchemy as sa

    with ledger._reading() as c:
        counts = [
            c.execute(sa.select(sa.func.count()).select_from(t)).scalar_one() for t in (s.reports, s.texts, s.readings)
        ]
        told = c.execute(sa.select(sa.func.count()).select_from(s.appearances)).scalar_one()
    if len(set(counts)) > 1 or told != 2 * counts[0]:
        raise SystemExit(f"half an article: {counts} reports, texts, readings; {told} appearances")
    return int(counts[0])


def main() -> None:
    """Kill, look, and in the end compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    draw, count, inside = Random(3), given.kills // 4 + 10, 0
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder, "killed.db"))
        for _ in range(given.kills):
            running = start(where, count)
            time.sleep(draw.uniform(0.1, 0.45))
            inside += running.poll() is None
            running.send_signal(signal.SIGKILL)
            running.wait()
            with opened(where) as ledger:
                held = whole(ledger)
        if start(where, count).wait():
            raise SystemExit("the rerun failed")
        with opened(where) as ledger, opened(str(Path(folder, "calm.db"))) as calm:
            calm.add([article(n) for n in range(count)])
            same = account(ledger) == account(calm) and projection(ledger) == projection(calm)
    found = {"kills": given.kills, "while_running": inside, "articles": count, "held_before_the_last_run": held}
    print({**found, "same_as_undisturbed": same})
    if given.save:
        figures.save("bench_kill", {**found, "same_as_undisturbed": same})
    if not same:
        raise SystemExit("the account differs from that of an undisturbed run")


if __name__ == "__main__":
    main()
