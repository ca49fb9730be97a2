"""Claims of one encounter that cannot all be true, each side once and beside the other."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.view import INDENT, View
from parley.model.encounter import Claim, Encounter
from parley.views.phrases import DIFFERENCES
from parley.views.sides import Sides, grouped

SHOWN = 3  # claims of a side


def sides(view: View, encounter: Encounter) -> Iterator[RenderableType]:
    """For each thing that the claims differ over: what each side says, beside each other where there is room."""
    found = [c for c in view.reading.contradictions if c.about == encounter.id]
    for over in dict.fromkeys(c.over for c in found):
        for group in grouped(c.claims for c in found if c.over == over):
            yield Text(DIFFERENCES[over] + ":", style="bold red")
            yield _beside(view, group, over)


def _beside(view: View, group: Sides, over: str) -> RenderableType:
    inside = view.width - 2 * INDENT
    if view.narrow or len(group) != 2:
        stacked: list[RenderableType] = []
        for claims in group:
            stacked += [view.notes(["against"]), _side(view, claims, inside, over)]
        return view.inset(*stacked[1:])
    table = Table(box=box.MINIMAL, show_header=False, show_edge=False, expand=True, padding=(0, 1))
    for _ in group:
        table.add_column(ratio=1)
    table.add_row(*(_side(view, claims, inside // 2 - 3, over) for claims in group))
    return table


def _side(view: View, ids: list[str], width: int, over: str) -> Text:
    claims = [view.claims[i] for i in ids if i in view.claims]
    parts = [_claim(view, c, width, over) for c in claims[:SHOWN]]
    if len(claims) > SHOWN:
        parts.append(view.notes([words.counted(len(claims) - SHOWN, "more claim")]))
    return Text("\n").join(parts)


def _claim(view: View, claim: Claim, width: int, over: str) -> Text:
    """Who says what, and in which words."""
    dates = words.dates(claim, view.glyphs.dash) if over == "time" else []
    notes = [view.who(claim.attribution), *words.stance(claim), *dates]
    line = view.state(claim.status).append("\n" + view.glyphs.dot.join(notes))
    return line.append("\n").append_text(view.quote(claim.evidence.text, width))
