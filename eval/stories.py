"""The account over several articles, on the annotated stories: ``python -m eval.stories [--gold] [--details]``.

Runs the scorer of the annotated texts (``tools/score_stories.py``, as it stands) with a ledger in memory instead of the
command. ``--gold`` puts in the careful reader's own account of each article instead of Parley's reading: what is wrong
then is the ledger's, not the reader's.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.gold_readings import gold_reading
from eval.memory import Memory
from parley import api
from parley.model.reading import Reading

Reader = Callable[[dict[str, Any], Path], Reading]


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


def main() -> int:
    """Run the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--stories", type=Path, help="a folder of stories (default: dev/stories of the shared folder)")
    parser.add_argument("--gold", action="store_true", help="put in the careful reader's account instead of Parley's")
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    stories = args.stories or args.shared / "dev" / "stories"
    module: Any = scorer(args.shared)
    module.run = in_memory(stories, by_gold if args.gold else by_parley)
    sys.argv = [sys.argv[0], str(stories), *(["--details"] if args.details else [])]
    module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
