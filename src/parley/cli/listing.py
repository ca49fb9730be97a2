"""Rows for people as a table, for programs as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from parley.cli.sink import Sink, Standard

Row = Mapping[str, Any]
Columns = Mapping[str, Callable[[Row], Any]]


def show(
    rows: Iterable[Row], columns: Columns, nothing: str, sink: Sink | None = None, limit: int | None = None
) -> int:
    """Print the rows: a table on a terminal, JSON lines elsewhere. ``nothing`` is said where there are none.

    Where there are as many as ``limit``, people are told that there may be more.
    """
    out = sink or Standard()
    if not out.terminal:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=not out.encoding.lower().startswith("utf")) + "\n")
        return 0
    found = list(rows)
    if not found:
        click.echo(f"parley: {nothing}", err=True)
        return 0
    _table(found, columns)
    if limit is not None and len(found) >= limit:
        click.echo(f"parley: at most {limit} shown; --limit N for more", err=True)
    return 0


def _table(rows: list[Row], columns: Columns) -> None:
    """A table that stays readable: long cells are folded, and nothing is coloured that the words do not say."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in WHOLE)
    for row in rows:
        table.add_row(*(str(cell(row) if cell(row) is not None else "") for cell in columns.values()))
    Console(file=sys.stdout, markup=False, highlight=False).print(table, markup=False, highlight=False)


def terminal() -> bool:
    """Whether people read the output."""
    return sys.stdout is not None and sys.stdout.isatty()


def parties(row: Row) -> str:
    """The parties by name."""
    return " – ".join(p["name"] for p in row["parties"] if p.get("attends") is not False)


def day(row: Row) -> str:
    """When it is, in days."""
    return span(row.get("when"))


def span(when: Row | None) -> str:
    """A time in days; its words where it tells none."""
    first, last = (str((when or {}).get(k) or "")[:10] for k in ("earliest", "latest"))
    days = first if first == last else f"{first}…{last}"
    return days or str((when or {}).get("text") or "")


def place(row: Row) -> str:
    """Where it is."""
    return str((row.get("place") or {}).get("name") or "")


def state(row: Row) -> str:
    """The status in words, with what must be known beside it."""
    from parley.cli.account.marks import FULL
    from parley.cli.account.words import status_word

    marks = [w for w in ("disputed", "unconfirmed") if row.get(w)]
    told = f"{FULL.status[row['status']]} {status_word(row['status'])}"
    return "\n".join([told, *marks])


def what(row: Row) -> str:
    """What it is, between whom, where."""
    return " · ".join(t for t in (row["kind"], parties(row), place(row)) if t)


def word(row: Row) -> str:
    """On whose word, and how many others say so."""
    told = "; ".join(row["on_whose_word"][:2])
    return f"{told} ({row['independent_sources']})" if told else ""


AGENDA: Columns = {
    "status": state,
    "when": day,
    "encounter": what,
    "since": lambda r: r["since"][:10],
    "on whose word (sources)": word,
    "id": lambda r: r["id"],
}
WHOLE = frozenset({"id", "status", "when", "since", "at", "appearance"})  # columns whose cells are not folded
