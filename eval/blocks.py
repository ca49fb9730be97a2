"""Parts of pages that a command writes: between ``<!-- NAME: COMMAND -->`` and ``<!-- /NAME -->``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path


def filled(text: str, bodies: Mapping[str, str]) -> str:
    """The page with the body of each of its blocks that ``bodies`` names. Raises ``KeyError`` for a missing block."""
    for name, body in bodies.items():
        block = re.compile(rf"(<!-- {re.escape(name)}(?::[^>]*)? -->\n).*?(?=<!-- /{re.escape(name)} -->)", re.S)
        if not block.search(text):
            raise KeyError(f"no block <!-- {name} --> on the page")
        text = block.sub(lambda m, body=body: f"{m[1]}{body.strip()}\n", text)  # type: ignore[misc]
    return text


def refill(path: Path, bodies: Mapping[str, str]) -> bool:
    """Write the page anew; whether anything changed."""
    old = path.read_text(encoding="utf-8")
    new = filled(old, bodies)
    if new != old:
        path.write_text(new, encoding="utf-8")
    return new != old


def table(head: list[str], rows: list[list[str]], right: bool = True) -> str:
    """A Markdown table; numbers, if it holds any, to the ``right`` (all columns but the first)."""
    lines = [head, ["---", *["---:" if right else "---"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
