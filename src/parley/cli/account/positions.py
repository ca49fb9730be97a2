"""What each actor wants, offers or refuses."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from parley.cli.account.view import View
from parley.model.position import Position
from parley.views.phrases import MOVEMENTS
from parley.views.told import one_line

WHOLE = 0.8  # of the evidence that the issue repeats: the quotation would say nothing new


def positions(view: View) -> Iterator[RenderableType]:
    """The positions, actor by actor."""
    held: dict[str, list[Position]] = {}
    for position in view.reading.positions:
        held.setdefault(position.actor, []).append(position)
    if held:
        yield Text("\nPOSITIONS", style="bold")
    for actor, own in held.items():
        yield Text(view.actors.get(actor, actor), style="bold")
        yield view.inset(view.rows((Text(p.stance), _position(view, p)) for p in own))


def _position(view: View, position: Position) -> Text:
    """The issue, whether it moved, and who says so; below it the words, unless the issue is all of them."""
    line = Text(one_line(position.issue))
    notes = [MOVEMENTS.get(position.movement, position.movement)] if position.movement else []
    if _told_by_another(view, position):
        notes.append(f"as told by {view.who(position.attribution)}")
    if notes:
        line.append(view.glyphs.dot).append_text(view.notes(notes))
    if len(position.issue) < WHOLE * len(position.evidence.text):
        line.append("\n").append_text(view.quote(position.evidence.text, view.room))
    return line


def _told_by_another(view: View, position: Position) -> bool:
    attribution = view.attributions.get(position.attribution or "")
    return attribution is not None and [s.actor for s in attribution.chain] != [position.actor]
