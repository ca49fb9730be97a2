"""Attributions on the way: token runs instead of characters, no ids yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head token and its run of tokens ``first`` (inclusive) to ``last`` (exclusive)."""

    head: int
    first: int
    last: int


Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as a rule found it.

    ``sources`` run from the one nearest the content outwards; ``cue`` is None for a quotation without
    one; ``at`` is the token that the rule started from; ``rule`` names the rule.
    """

    rule: str
    at: int
    cue: Run | None
    sources: tuple[Phrase, ...]
    content: tuple[Run, ...]

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """The end of the content (exclusive)."""
        return max(last for _, last in self.content)
