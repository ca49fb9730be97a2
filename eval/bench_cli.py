"""How long people wait: ``parley --help``, and the first reading of the example with its cold start.

    python -m eval.bench_cli [--runs 11] [--save]

Every run is a fresh process; the median counts. The files of the package may be in the system's cache, as they are
whenever a command is used for the second time that day. The exit status is 1 when a median misses its target.
``--save`` keeps the figures for the docs (``python -m eval.figures`` writes them there).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from eval import machine, store

ROOT = Path(__file__).parents[1]
HELP, READ = "parley --help", "parley read examples/bergen-summit.txt --format account"
TARGETS = {HELP: 0.15, READ: 2.0}


def command(words: str) -> list[str]:
    """The command line of ``words`` with the script that stands beside this Python."""
    script = Path(sys.executable).with_name("parley")
    parley = [str(script)] if script.exists() else [sys.executable, "-m", "parley"]
    return [*parley, *words.split()[1:]]


def seconds(words: str, runs: int) -> list[float]:
    """Wall time of each of ``runs`` fresh processes. Raises ``CalledProcessError`` where the command fails."""
    out = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command(words), cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        out.append(time.perf_counter() - start)
    return out


def main() -> int:
    """Measure, print, and hold the medians against the targets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--save", action="store_true", help="keep the figures for the docs")
    args = parser.parse_args()
    taken, late = machine.facts(), False
    print(machine.line(taken))
    rows = {}
    for words, target in TARGETS.items():
        times = seconds(words, args.runs)
        rows[words] = {"median": statistics.median(times), "worst": max(times), "target": target, "runs": args.runs}
        late |= rows[words]["median"] >= target
        print(f"{words:58s} median {rows[words]['median']:.3f} s, worst {max(times):.3f} s, target < {target} s")
    if args.save:
        store.save("cli", {"machine": taken, "model": store.model(), "rows": rows})
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
