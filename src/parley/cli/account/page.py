"""The whole account of one reading, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.encounter import encounter_block
from parley.cli.account.positions import positions
from parley.cli.account.view import INDENT, View
from parley.model.encounter import Encounter
from parley.model.reading import Reading
from parley.views.told import one_line

FEW = 3  # encounters that need no list of them
SHOWN_UNGROUNDED = 12
SHORT = 48  # characters of words that were left open


def print_account(console: Console, reading: Reading) -> None:
    """Print the account of ``reading``."""
    view = View.on(console, reading)
    for part in parts(view):
        console.print(part, highlight=False, width=view.width)


def parts(view: View) -> Iterator[RenderableType]:
    """The parts of the account in order: header, list, encounters, positions, what was left open."""
    yield from _header(view)
    ordered = by_importance(view.reading.encounters)
    if len(ordered) > FEW:
        yield ""
        yield view.rows((view.state(e.status), _line(view, e)) for e in ordered)
    for encounter in ordered:
        yield ""
        yield encounter_block(view, encounter)
    if not ordered:
        yield Text("\nNo encounter found: this article tells of nobody who meets, or is to meet.")
    yield from positions(view)
    yield from _ungrounded(view)


def by_importance(encounters: tuple[Encounter, ...]) -> list[Encounter]:
    """Most claims first; of equals, the one that the article names first."""
    return sorted(encounters, key=lambda e: (-len(e.claims), e.mentions[0].start if e.mentions else 0))


def _header(view: View) -> Iterator[RenderableType]:
    document, reading = view.reading.document, view.reading
    yield Text(one_line(document.title or document.source), style="bold")
    published = (
        words.interval(document.published, document.published, view.glyphs.dash)
        or "no date known (--published gives it)"
    )
    length = words.counted(len(document.text.split()), "word")
    source = document.source if document.title and document.source != "-" else ""
    yield view.notes([one_line(b) for b in (document.outlet or "", published, length, source)])
    counts = (
        (reading.encounters, "encounter"),
        (reading.attributions, "attribution"),
        (reading.positions, "position"),
        (reading.contradictions, "contradiction"),
    )
    yield view.notes([words.counted(len(found), word) for found, word in counts if found])
    for warning in document.warnings:
        yield Text(f"Note: {warning}", style="yellow")
    yield Rule(style="dim", characters="-" if view.glyphs.dash == "-" else "─")


def _line(view: View, encounter: Encounter) -> Text:
    """One line of the list of encounters."""
    line = Text(view.title(encounter))
    return line.append(view.glyphs.dot).append("disputed", style="red") if encounter.disputed else line


def _ungrounded(view: View) -> Iterator[RenderableType]:
    """What the reader noticed and could not place, by the reason why."""
    left = view.reading.ungrounded
    if left:
        yield Text("\nLEFT OPEN", style="bold")
    reasons: dict[str, dict[str, int]] = {}
    for item in left[:SHOWN_UNGROUNDED]:
        quoted = view.quote(item.words.text, SHORT, lines=1).plain
        seen = reasons.setdefault(item.why, {})
        seen[quoted] = seen.get(quoted, 0) + 1
    for why, quotes in reasons.items():
        yield view.inset(view.notes([f"{why}:"]))
        told = (q if n == 1 else f"{q} ({n} times)" for q, n in quotes.items())
        yield view.inset(view.inset(Text(view.glyphs.dot.join(told))))
    if len(left) > SHOWN_UNGROUNDED:
        yield Text(f"{' ' * INDENT}and {len(left) - SHOWN_UNGROUNDED} more in --format json", style="dim")
