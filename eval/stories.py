"""The account over several articles, on the annotated stories: ``python -m eval.stories [--gold] [--details]``.

Runs the scorer of the annotated texts (``tools/score_stories.py``, as it stands) with a ledger in memory instead of the
command. ``--gold`` puts in the careful reader's own account of each article instead of Parley's reading: what is wrong
then is the ledger's, not the reader's. ``--kept`` and ``--url`` keep the ledgers in files or on PostgreSQL instead of
in memory; the figures must be the same. ``--save`` keeps the figures of both readers for the docs. A figure below its
floor in ``eval/story_floors.json`` fails.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from eval import machine, store
from eval.gold_readings import gold_reading
from eval.memory import Memory
from parley import api
from parley.keeping import Ledger
from parley.model.document import Document
from parley.model.reading import Reading
from tests.ledger import servers

Reader = Callable[[dict[str, Any], Path], Reading]

SEED = "PYTHONHASHSEED"
FLOORS = Path(__file__).with_name("story_floors.json")
ROWS = (
    "appearances found",
    "linking B-cubed",
    "status after an article",
    "final status",
    "contradictions found",
    "wire copies recognised",
)


def scorer(shared: Path) -> ModuleType:
    """The scorer of stories as a module."""
    path = shared / "tools" / "score_stories.py"
    spec = importlib.util.spec_from_file_location("annotated_stories_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(f"no scorer in {path}: give --shared FOLDER")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def by_parley(line: dict[str, Any], stories: Path) -> Reading:
    """Parley's own reading of an article line."""
    return api.read_line(line)


def by_gold(line: dict[str, Any], stories: Path) -> Reading:
    """The careful reader's account of an article line."""
    path = next(stories.glob(f"*/{line['id']}.json"))
    return gold_reading(line, json.loads(path.read_text(encoding="utf-8")))


READERS: dict[str, Reader] = {"parley": by_parley, "gold": by_gold}


def in_memory(stories: Path, read: Reader) -> Callable[..., str]:
    """What stands in for the command line: ``add`` and ``export encounters`` of ledgers in memory."""
    ledgers: dict[str, Memory] = {}
    known: dict[str, Reading] = {}

    def run(command: str, *args: str) -> str:
        ledger = ledgers.setdefault(args[args.index("--ledger") + 1], Memory())
        if args[0] == "add":
            for text in Path(args[1]).read_text(encoding="utf-8").splitlines():
                line = json.loads(text)
                if line["id"] not in known:
                    known[line["id"]] = read(line, stories)
                ledger.add(known[line["id"]])
            return ""
        as_of = args[args.index("--as-of") + 1] if "--as-of" in args else None
        return "\n".join(json.dumps(e, ensure_ascii=False) for e in ledger.encounters(as_of))

    return run


def in_ledgers(stories: Path, read: Reader, url: str | None) -> Callable[..., str]:
    """The same on ledgers that are kept: in files, or in new databases of a server (NAME stands where theirs does)."""
    places: dict[str, str] = {}

    def unread(document: Document) -> Reading:
        raise AssertionError(document.source)

    def run(command: str, *args: str) -> str:
        given = args[args.index("--ledger") + 1]
        if given not in places:
            places[given] = servers.create(url, f"story{len(places)}") if url else given
        with Ledger(places[given], unread) as ledger:
            if args[0] == "add":
                lines = map(json.loads, Path(args[1]).read_text(encoding="utf-8").splitlines())
                ledger.add([read(line, stories) for line in lines])
                return ""
            as_of = args[args.index("--as-of") + 1] if "--as-of" in args else None
            return "\n".join(json.dumps(e, ensure_ascii=False) for e in ledger.export("encounters", as_of=as_of))

    return run


def measured(stories: Path, shared: Path, run: Callable[..., str], details: bool = False) -> dict[str, float]:
    """What the scorer prints, which is printed here too, by the name of each row."""
    module: Any = scorer(shared)
    module.run = run
    sys.argv = [sys.argv[0], str(stories), *(["--details"] if details else [])]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        module.main()
    print(out.getvalue(), end="", flush=True)
    return figures_in(out.getvalue())


def figures_in(printed: str) -> dict[str, float]:
    """The figures of the scorer's lines: ``name  0.943 (50 of 53)``; of precision, recall and F1 the last."""
    found: dict[str, float] = {}
    for line in printed.splitlines():
        name = next((n for n in ROWS if line.startswith(n)), None)
        values = re.findall(r"\b[01]\.\d{3}\b", line)
        if name and values:
            found[name] = float(values[2] if name == "linking B-cubed" else values[0])
            if name == "contradictions found":
                found["contradictions right"] = float(values[1])
    return found


def below(found: dict[str, dict[str, float]]) -> list[str]:
    """The figures that lie below their floors, in words."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return [
        f"below its floor: {by}, {row}: {rows.get(row, 0):.3f} < {floor:.3f}"
        for by, rows in found.items()
        for row, floor in floors.get(by, {}).items()
        if rows.get(row, 0) < floor - 0.0005
    ]


def main() -> int:
    """Run the scorer; 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--stories", type=Path, help="a folder of stories (default: dev/stories of the shared folder)")
    parser.add_argument("--gold", action="store_true", help="put in the careful reader's account instead of Parley's")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--save", action="store_true", help="measure both, and keep the figures for the docs")
    parser.add_argument("--kept", action="store_true", help="in ledgers that are kept, instead of in memory")
    parser.add_argument("--url", help="the same on PostgreSQL: the URL of a server, NAME for the database")
    parser.add_argument("--set-floors", action="store_true", help="with --save: the figures become the floors")
    args = parser.parse_args()
    if os.environ.get(SEED) != "0":  # the scorer breaks ties by the order of a set
        os.execve(sys.executable, [sys.executable, "-m", "eval.stories", *sys.argv[1:]], {**os.environ, SEED: "0"})
    stories = args.stories or args.shared / "dev" / "stories"
    wanted = READERS if args.save else {k: r for k, r in READERS.items() if (k == "gold") == args.gold}
    kept = args.kept or args.url
    runs = {k: in_ledgers(stories, r, args.url) if kept else in_memory(stories, r) for k, r in wanted.items()}
    found = {by: measured(stories, args.shared, run, args.details) for by, run in runs.items()}
    if args.save:
        store.save("stories", {"machine": machine.facts(), "model": store.model(), "rows": found})
        if args.set_floors:
            FLOORS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    low = below(found) if args.stories is None else []
    print("\n".join(low), file=sys.stderr, end="\n" if low else "")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
