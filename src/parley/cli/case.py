"""The whole case of one encounter, for people."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from parley.cli import listing
from parley.cli.account.marks import Glyphs, glyphs_for
from parley.cli.account.words import counted, squeeze, status_word
from parley.views.phrases import DIFFERENCES
from parley.views.told import one_line

Row = Mapping[str, Any]
WIDEST = 112


def print_case(row: Row) -> None:
    """Print a case: how it stands and why, the history, every claim in order, what contradicts it."""
    console = Console(file=sys.stdout, highlight=False, markup=False)
    glyphs = glyphs_for(console.encoding)
    width = min(console.width, WIDEST)
    for indent, line in _lines(row, glyphs, width):
        console.print(Padding(line, (0, 0, 0, indent)), width=width)


def _lines(row: Row, g: Glyphs, width: int) -> Iterator[tuple[int, Text]]:
    marks = [w for w in ("disputed", "unconfirmed") if row[w]]
    title = [status_word(row["status"]).upper(), *marks, row["kind"], listing.parties(row), listing.place(row)]
    yield 0, Text(g.dot.join(t for t in [*title, listing.day(row)] if t), style="bold")
    sources = counted(row["independent_sources"], "independent source")
    yield 0, Text(f"{row['id']}{g.dot}since {row['since'][:10]}{g.dot}{sources}", style="dim")
    yield 0, Text(f"{row['explanation']} [{row['rule']}]")
    if row["machine_status"] != row["status"]:
        yield 0, Text(f"By the rules alone it would be: {status_word(row['machine_status'])}.")
    yield 0, Text("\nHISTORY", style="bold")
    for step in row["history"]:
        yield from _step(step, g)
    yield 0, Text("\nWHAT REPORTS SAY", style="bold")
    for told in row["appearances"]:
        yield from _report(told, g, width)
    if row["contradictions"]:
        yield 0, Text("\nACCOUNTS DIFFER", style="bold")
    said = {c["id"]: c for a in row["appearances"] for c in a["claims"]}
    for conflict in row["contradictions"]:
        yield from _conflict(conflict, said, g, width)


def _step(step: Row, g: Glyphs) -> Iterator[tuple[int, Text]]:
    what = status_word(step["status"]) if step["of"] == "status" else _moved(step, g)
    told = [what, "; ".join(step["on_whose_word"][:2]), step["document"]]
    yield 2, Text(f"{step['at'][:10]}  {g.dot.join(t for t in told if t)}")
    yield 14, Text(f"{step['explanation']} [{step['rule']}]", style="dim")


def _moved(step: Row, g: Glyphs) -> str:
    """A day or a place before and after."""
    told = [listing.span(v) if step["of"] == "time" else (v or {}).get("name") for v in (step["before"], step["after"])]
    return f"{'when' if step['of'] == 'time' else 'where'}: {g.arrow.join(t or 'not told' for t in told)}"


def _conflict(conflict: Row, said: Mapping[str, Row], g: Glyphs, width: int) -> Iterator[tuple[int, Text]]:
    yield 2, Text(conflict["explanation"] or f"{DIFFERENCES[conflict['over']]}, inside one report.")
    for claim in (said[i] for i in conflict["claims"] if i in said):
        told = [status_word(claim["status"]), _source(claim, g), claim["id"]]
        yield 4, Text(g.dot.join(told))
        yield from _words(claim, g, width)


def _source(claim: Row, g: Glyphs) -> str:
    """Who says so: the chain of sources, and who stands behind it where the chain does not tell."""
    chain = g.arrow.join(one_line(link) for link in claim["chain"])
    return chain or str(claim["origin"])


def _words(claim: Row, g: Glyphs, width: int) -> Iterator[tuple[int, Text]]:
    words = claim["evidence"]["text"]
    if words:
        yield 6, Text(g.open + squeeze(one_line(words), 2 * width - 16, g.ellipsis) + g.close)


def _report(told: Row, g: Glyphs, width: int) -> Iterator[tuple[int, Text]]:
    head = [told["at"][:10], told["outlet"] or "", one_line(told["title"] or told["document"]), f"({told['id']})"]
    yield 2, Text(g.dot.join(h for h in head if h), style="bold dim")
    if told.get("purged"):
        yield 4, Text(f"its words were taken out of the ledger: {told['purged']}")
    for claim in told["claims"]:
        what = [status_word(claim["status"]), *_doubts(claim), _source(claim, g), claim["id"]]
        yield 4, Text(g.dot.join(what))
        if not claim["live"]:
            yield 6, Text(f"does not count any more: {claim['explanation']}", style="dim")
        yield from _words(claim, g, width)


def _doubts(claim: Row) -> list[str]:
    """What limits a claim."""
    words = {"earlier": "how it stood earlier", "hedged": "hedged", "weak": "a side remark"}
    return [told for key, told in words.items() if claim[key]]
