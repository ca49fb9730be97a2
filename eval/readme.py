"""What the pages show of the reader's own output: ``python -m eval.readme`` writes it anew.

In the README the example and its account, as ``parley read examples/bergen-summit.txt`` prints it on a terminal of 80
columns, colours left out; in docs/accuracy.md the known gaps (:mod:`eval.gaps`). ``tests/test_readme.py`` fails when
the pages show anything else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from eval import blocks, gaps

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ACCURACY = ROOT / "docs" / "accuracy.md"
EXAMPLE = "examples/bergen-summit.txt"


def article() -> str:
    """The example as a quotation."""
    text = (ROOT / EXAMPLE).read_text(encoding="utf-8")
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


def account() -> str:
    """What the command prints now, as a code block. Raises ``CalledProcessError`` where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "parley", "read", EXAMPLE, "--format", "text", "--quiet"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    lines = done.stdout.decode("utf-8").strip().splitlines()
    return "\n".join(["```text", *(line.rstrip() for line in lines), "```"])


def main() -> None:
    """Write both pages anew."""
    pages = {README: {"article": article(), "account": account()}, ACCURACY: {"gaps": gaps.table()}}
    for page, bodies in pages.items():
        changed = blocks.refill(page, bodies)
        print(f"{page.name} {'written' if changed else 'is up to date'}")
    for text in gaps.closed():
        print(f"read right by now, take it out of eval/gaps.json: {text}")


if __name__ == "__main__":
    main()
