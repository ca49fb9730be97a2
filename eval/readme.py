"""The article and its account as the README shows them: ``python -m eval.readme`` writes both anew.

The account is what ``parley read examples/bergen-summit.txt`` prints on a terminal of 80 columns, colours left out.
``tests/test_readme.py`` fails when the README shows anything else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from eval import blocks

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
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
    """Write the README anew."""
    changed = blocks.refill(README, {"article": article(), "account": account()})
    print("README.md written" if changed else "README.md is up to date")


if __name__ == "__main__":
    main()
