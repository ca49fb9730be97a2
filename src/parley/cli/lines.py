"""Positions over time, for people: a block for each side and issue."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from parley.cli.account.marks import Glyphs, glyphs_for
from parley.cli.account.words import squeeze
from parley.views.told import one_line

Row = Mapping[str, Any]
WIDEST = 112


def print_lines(rows: Iterable[Row], nothing: str) -> int:
    """Print each line of positions with its moves, in the order in which the lines begin."""
    blocks: dict[str, list[Row]] = {}
    for row in rows:
        blocks.setdefault(row["line"], []).append(row)
    if not blocks:
        click.echo(f"parley: {nothing}", err=True)
        return 0
    console = Console(file=sys.stdout, highlight=False, markup=False)
    glyphs = glyphs_for(console.encoding)
    width = min(console.width, WIDEST)
    for number, (line, told) in enumerate(blocks.items()):
        console.print(Text(("\n" if number else "") + one_line(line), style="bold"))
        for row in told:
            for indent, text in _stand(row, glyphs, width):
                console.print(Padding(text, (0, 0, 0, indent)), width=width)
    return 0


def _stand(row: Row, g: Glyphs, width: int) -> Iterator[tuple[int, Text]]:
    yield 2, Text(g.dot.join(t for t in (f"{row['at'][:10]}  {row['stance']}", moved(row), by(row, g)) if t))
    words = row["evidence"]["text"]
    if words:
        yield 14, Text(g.open + squeeze(one_line(words), width - 18, g.ellipsis) + g.close, style="dim")


def moved(row: Row) -> str:
    """The move that a position makes: as the report says, else against which stand."""
    move = row["moved"]
    if move:
        return f"{move['direction'].upper()} (before: {move['from']}, {move['since'][:10]})"
    told = {"insufficient": "called insufficient", "none": "unchanged, the report says"}
    return told.get(row["movement"], f"{row['movement']}, the report says" if row["movement"] else "")


def by(row: Row, g: Glyphs) -> str:
    """Whose word it is, from the source nearest the words to the outlet."""
    chain = [one_line(link) for link in row["chain"]]
    return g.arrow.join([*(chain or [row["actor"]]), row["outlet"] or row["document"]])
