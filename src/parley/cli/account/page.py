"""The whole account of one reading, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.encounter import encounter_block
from parley.cli.account.view import INDENT, View
from parley.model.encounter import Encounter
from parley.model.position import Position
from parley.model.reading import Reading

SHOWN_UNGROUNDED = 12


def print_account(console: Console, reading: Reading) -> None:
    """Print the account of ``reading``."""
    view = View.on(console, reading)
    for part in parts(view):
        console.print(part, highlight=False, width=view.width)


def parts(view: View) -> Iterator[RenderableType]:
    """The parts of the account in order: header, encounters, positions, what was left open."""
    yield from _header(view)
    for encounter in by_importance(view.reading.encounters):
        yield ""
        yield encounter_block(view, encounter)
    if not view.reading.encounters:
        yield Text("\nNo encounter found: this article tells of nobody who meets, or is to meet.")
    yield from _positions(view)
    yield from _ungrounded(view)


def by_importance(encounters: tuple[Encounter, ...]) -> list[Encounter]:
    """Most claims first; of equals, the one that the article names first."""
    return sorted(encounters, key=lambda e: (-len(e.claims), e.mentions[0].start if e.mentions else 0))


def _header(view: View) -> Iterator[RenderableType]:
    document, reading = view.reading.document, view.reading
    yield Text(words.one_line(document.title or document.source), style="bold")
    published = words.interval(document.published, document.published, view.glyphs.dash) or "no date known"
    length = words.counted(len(document.text.split()), "word")
    about = [document.outlet, published, length]
    yield Text(view.glyphs.dot.join(words.one_line(b) for b in about if b), style="dim")
    counts = (
        (reading.encounters, "encounter"),
        (reading.attributions, "attribution"),
        (reading.positions, "position"),
        (reading.contradictions, "contradiction"),
    )
    yield Text(view.glyphs.dot.join(words.counted(len(found), word) for found, word in counts), style="dim")
    for warning in document.warnings:
        yield Text(f"Note: {warning}", style="yellow")
    yield Rule(style="dim", characters="-" if view.glyphs.dash == "-" else "─")


def _positions(view: View) -> Iterator[RenderableType]:
    grouped: dict[str, list[Position]] = {}
    for position in view.reading.positions:
        grouped.setdefault(position.actor, []).append(position)
    if grouped:
        yield Text("\nPOSITIONS", style="bold")
    for actor, held in grouped.items():
        yield Text(view.actors.get(actor, actor), style="bold")
        for position in held:
            yield view.inset(_position(view, position))


def _position(view: View, position: Position) -> Text:
    text = Text.assemble((position.stance, "bold"), f": {words.one_line(position.issue)}")
    if position.movement:
        moved = "no movement" if position.movement == "none" else position.movement
        text.append(f" ({moved})", style="yellow")
    text.append("\n").append_text(view.quote(position.evidence.text, view.width - INDENT))
    return text.append("\n" + view.who(position.attribution), style="dim")


def _ungrounded(view: View) -> Iterator[RenderableType]:
    left = view.reading.ungrounded
    if left:
        yield Text("\nLEFT OPEN", style="bold")
    for item in left[:SHOWN_UNGROUNDED]:
        line = view.quote(item.words.text, view.width - INDENT, lines=1)
        yield view.inset(line.append(f" {item.why}", style="dim"))
    if len(left) > SHOWN_UNGROUNDED:
        yield Text(f"  and {len(left) - SHOWN_UNGROUNDED} more in --format json", style="dim")
