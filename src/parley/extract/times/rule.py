"""One rule of the grammar: a pattern, the unit it tells, and the named function that says what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from parley.extract.times.node import Context, Groups, Meaning, Node
from parley.extract.times.words import pattern, words

Meant = Callable[[Groups, Context], Meaning | None]


@dataclass(frozen=True)
class Rule:
    """``template`` is a pattern of :func:`words.pattern`; ``meant`` gets its groups and the context."""

    grain: str
    template: str
    meant: Meant
    takes: frozenset[str] = frozenset()
    weak: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return pattern(self.template)

    def nodes(self, text: str, start: int, end: int) -> Iterator[Node]:
        """Every place in ``text[start:end]`` where the rule fits."""
        for match in self.pattern.finditer(text, start, end):
            groups = {k: v for k, v in match.groupdict().items() if v is not None}
            grain = self._grain(groups)
            yield Node(match.start(), match.end(), grain, self._resolver(groups), self.takes, self.weak, self.name)

    def _grain(self, groups: Groups) -> str:
        """The unit: the rule's own, or for ``X`` that of the words."""
        if self.grain != "X":
            return self.grain
        return words().units.get(groups.get("unit", "").lower(), "PART")

    def _resolver(self, groups: Groups) -> Callable[[Context], Meaning | None]:
        return lambda context: self.meant(groups, context)

    @property
    def name(self) -> str:
        """The name of the function that decides."""
        return self.meant.__name__


def takes(*what: str) -> frozenset[str]:
    """What neighbours may add to a node of a rule."""
    return frozenset(what)
