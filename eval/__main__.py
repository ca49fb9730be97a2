"""Read the annotated folders, score the readings, hold the figures against the floors.

    python -m eval [--shared ../shared] [--out build/eval] [--details] [--only SET...] [--save]
                   [--raise-floors | --lower-floors BECAUSE]

Prints one row a stage for each folder and for all of them pooled (the scorer's own figures), and fails
when a figure lies below its floor in ``eval/floors.json``. Lowering a floor needs a reason, which is kept in that
file with what was lowered. ``--save`` keeps the figures of a whole run for the docs; ``python -m eval.figures``
writes them there.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from eval import machine, store
from parley import api
from parley.model.reading import Reading

SEED_DAY = "2025-10-22"  # no date stands in the text
FLOORS = Path(__file__).with_name("floors.json")
LOWERED = "lowered"  # in that file: what was lowered, and why
ROW = re.compile(r"^(.+?)\s{2,}P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)")
SHARE = re.compile(r"^(.+?)\s{2,}(\d+) of (\d+) = ([\d.]+)")
GOLD = re.compile(r"^(.+?)\s{2,}(?:P .*of |\d+ of )(\d+) (?:gold|=)")
SHOWN = (
    "encounters found",
    "encounters, parties right",
    "encounters+status",
    "attributions",
    "attributions+source",
    "positions",
    "contradictions (both sides)",
    "status on the right word",
    "time right, where gold has one",
    "texts without encounter left alone",
    "prepares",
)


def folders(shared: Path) -> dict[str, list[Path]]:
    """The sets to score by name; ``dev`` pools all but the seed."""
    dev = shared / "dev"
    stories = sorted(p for p in (dev / "stories").iterdir() if p.is_dir())
    sets = {
        "seed": [shared / "seed"],
        "items": [dev / "items"],
        "readouts": [dev / "readouts"],
        "wikinews": [dev / "wikinews"],
        "stories": stories,
    }
    return {**sets, "dev": [dev / "items", dev / "readouts", dev / "wikinews", *stories]}


def articles(shared: Path, folder: Path) -> list[dict[str, str | None]]:
    """Article lines of one folder."""
    tool = shared / "tools" / "articles.py"
    done = subprocess.run([sys.executable, str(tool), str(folder)], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def read(shared: Path, folder: Path, published: str | None) -> list[Reading]:
    """The readings of one folder, through the same door as ``parley read FILE.jsonl``."""
    lines = articles(shared, folder)
    return [api.read_line({**line, "published": line.get("published") or published}) for line in lines]


def score(shared: Path, paths: list[Path], readings: Path, details: bool) -> tuple[dict[str, float], str]:
    """The scorer's figures by row, and what it printed."""
    tool = shared / "tools" / "score.py"
    command = [sys.executable, str(tool), *map(str, paths), str(readings), *(["--details"] if details else [])]
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    figures = {m[1].strip(): float(m[4]) for line in text.splitlines() if (m := ROW.match(line) or SHARE.match(line))}
    return figures, text


def main() -> int:
    """Read, score, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("build/eval"))
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--only", nargs="*", help="names of sets")
    floors = parser.add_mutually_exclusive_group()
    floors.add_argument("--raise-floors", action="store_true", help="lift floors to these figures")
    floors.add_argument("--lower-floors", metavar="BECAUSE", help="set floors to these figures, for this reason")
    parser.add_argument("--save", action="store_true", help="keep the figures for the docs (a whole run only)")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    cache: dict[Path, list[Reading]] = {}
    results: dict[str, dict[str, float]] = {}
    texts: dict[str, str] = {}
    for name, paths in folders(args.shared).items():
        if args.only and name not in args.only:
            continue
        target = args.out / f"{name}.jsonl"
        with target.open("w", encoding="utf-8") as out:
            for path in paths:
                readings = cache.setdefault(path, []) or read(args.shared, path, SEED_DAY if name == "seed" else None)
                cache[path] = readings
                out.writelines(json.dumps(r.to_dict(), ensure_ascii=False) + "\n" for r in readings)
        results[name], texts[name] = score(args.shared, paths, target, args.details)
        (args.out / f"{name}.txt").write_text(texts[name], encoding="utf-8")
    print_table(results)
    if args.save and not args.only:
        keep(results, texts, {name: sum(len(cache[p]) for p in paths) for name, paths in folders(args.shared).items()})
    if args.raise_floors or args.lower_floors:
        move_floors(results, args.lower_floors)
    return check_floors(results)


def keep(results: dict[str, dict[str, float]], texts: dict[str, str], sizes: dict[str, int]) -> None:
    """Keep the shown rows for the docs, with how many texts and how many gold entries they stand on."""
    rows = {name: {row: r[row] for row in SHOWN if row in r} for name, r in results.items()}
    gold = {
        name: {m[1].strip(): int(m[2]) for line in text.splitlines() if (m := GOLD.match(line))}
        for name, text in texts.items()
    }
    counts = {name: {row: gold[name][row] for row in rows[name] if row in gold[name]} for name in rows}
    recall = {
        name: {m[1].strip(): float(m[3]) for line in text.splitlines() if (m := ROW.match(line)) and m[1] in SHOWN}
        for name, text in texts.items()
    }
    taken = {"machine": machine.facts(), "model": store.model(), "texts": sizes}
    store.save("accuracy", {**taken, "rows": rows, "recall": recall, "gold": counts})


def print_table(results: dict[str, dict[str, float]]) -> None:
    """One row a stage, one column a set."""
    print(f"{'':36s}" + "".join(f"{n:>10s}" for n in results))
    for row in SHOWN:
        cells = [r.get(row) for r in results.values()]
        print(f"{row:36s}" + "".join(f"{c:10.3f}" if c is not None else f"{'-':>10s}" for c in cells))


def move_floors(results: dict[str, dict[str, float]], because: str | None) -> None:
    """Lift floors to the figures; with a reason, lower those that are not reached, and keep the reason."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    lowered = list[str]()
    for name, figures in results.items():
        mine: dict[str, float] = floors.setdefault(name, {})
        for row in (r for r in SHOWN if r in figures):
            if because and figures[row] < mine.get(row, 0):
                lowered.append(f"{name}, {row}: {mine[row]:.3f} to {figures[row]:.3f}")
                mine[row] = figures[row]
            mine[row] = max(figures[row], mine.get(row, 0))
    if lowered:
        floors.setdefault(LOWERED, []).append({"because": because, "model": store.model(), "floors": lowered})
    FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def check_floors(results: dict[str, dict[str, float]]) -> int:
    """0 when every figure reaches its floor, 1 otherwise."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = [
        f"below its floor: {name}, {row}: {results[name].get(row, 0):.3f} < {floor:.3f}"
        for name, rows in floors.items()
        if name in results
        for row, floor in rows.items()
        if results[name].get(row, 0) < floor - 0.0005
    ]
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
