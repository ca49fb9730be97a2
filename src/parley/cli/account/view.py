"""What every part of the account needs: the reading, looked up by id, and the room there is to write in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.marks import Glyphs, colour_of, glyphs_for, state_of
from parley.model.attribution import Attribution
from parley.model.encounter import Claim, Encounter
from parley.model.reading import Reading
from parley.views.told import one_line

NARROW = 56
WIDEST = 112  # longer lines are hard to read
INDENT = 2
FIRST_COLUMN = 14


@dataclass
class View:
    """One reading on one console."""

    reading: Reading
    width: int
    glyphs: Glyphs

    @classmethod
    def on(cls, console: Console, reading: Reading) -> View:
        """The view for ``console``'s width and encoding."""
        return cls(reading, min(console.width, WIDEST), glyphs_for(console.encoding))

    @property
    def narrow(self) -> bool:
        """Whether columns must be stacked."""
        return self.width < NARROW

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {a.id: a for a in self.reading.attributions}

    @cached_property
    def encounters(self) -> dict[str, Encounter]:
        """Encounters by id."""
        return {e.id: e for e in self.reading.encounters}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for e in self.reading.encounters for c in e.claims}

    @cached_property
    def actors(self) -> dict[str, str]:
        """Actors' names by id."""
        return {a.id: one_line(a.name) for a in self.reading.actors}

    def state(self, status: str, upper: bool = False) -> Text:
        """A state as shape and word in its colour."""
        word = words.status_word(status)
        shape = self.glyphs.status[state_of(status)]
        return Text.assemble((f"{shape} {word.upper() if upper else word}", f"bold {colour_of(status)}"))

    def quote(self, text: str, width: int, lines: int = 2) -> Text:
        """Exact words in quotation marks, cut in the middle to ``lines`` lines of ``width``."""
        room = max(20, width * lines - 4 * lines)
        return Text(self.glyphs.open + words.squeeze(text, room, self.glyphs.ellipsis) + self.glyphs.close)

    def who(self, attribution: str | None) -> str:
        """The source chain of an attribution id."""
        return words.chain(self.attributions.get(attribution or ""), self.actors, self.glyphs.arrow)

    def inset(self, *parts: RenderableType) -> RenderableType:
        """The parts, one step to the right."""
        return Padding(Group(*parts), (0, 0, 0, INDENT), expand=False)

    def notes(self, parts: list[str]) -> Text:
        """Remarks beside each other, set back."""
        return Text(self.glyphs.dot.join(p for p in parts if p), style="dim")

    def rows(self, pairs: Iterable[tuple[Text, Text]]) -> RenderableType:
        """A state or stance and what belongs to it, beside each other; below each other where there is no room."""
        if self.narrow:
            return Group(*(part for left, right in pairs for part in (left, self.inset(right))))
        table = Table.grid(padding=(0, 1))
        table.add_column(width=FIRST_COLUMN)
        table.add_column(ratio=1)
        for left, right in pairs:
            table.add_row(left, right)
        return table

    @property
    def room(self) -> int:
        """The width of the second part of a row."""
        return self.width - 2 * INDENT if self.narrow else self.width - INDENT - FIRST_COLUMN - 1

    def title(self, encounter: Encounter) -> str:
        """The line that names an encounter."""
        return words.title(encounter, self.glyphs.dot, self.glyphs.dash)
