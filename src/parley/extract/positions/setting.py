"""Where a passage is set, and where the paper is at home that a text stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from parley.lexicon import places
from parley.model.analysis import Analysis
from parley.model.document import Document
from parley.model.mention import Actor, Place

LONGEST_PLACE = 5  # tokens
HEAD = 4  # paragraphs at the head of a text, one of which may begin with the place of writing
PARTING = frozenset({"–", "—", "-", ",", ".", ":", "(", "/"})
NEAR = 2  # paragraphs that a change of scene holds for
OPENERS = frozenset({"in", "from", "at"})


class Places(Protocol):
    """What this module needs of the mentions of a text."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the text."""
        ...

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        ...


@dataclass(frozen=True)
class Setting:
    """Where a text and its passages are set."""

    a: Analysis
    document: Document
    mentions: Places | None

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The first token of every paragraph."""
        text, tokens = self.a.text, self.a.tokens
        return tuple(t.i for t in tokens if t.i == 0 or "\n" in text[tokens[t.i - 1].end : t.start])

    def set_in(self, mentions: list[int]) -> str | None:
        """The country that the sentence of a mention is set in, else the paragraph of the first or that before it."""
        own = (self._opening(self.a.sentences[self.a.tokens[i].sent].first) for i in mentions)
        before = [i for i in self.paragraphs if mentions and i <= mentions[0]]
        near = (self._opening(start) for start in reversed(before[-NEAR:]))
        return next((c for c in (*own, *near) if c is not None), None)

    def _opening(self, start: int) -> str | None:
        """The country of "In Lima, ..." at token ``start``."""
        tokens = self.a.tokens
        if tokens[start].text.lower() not in OPENERS:
            return None
        comma = next((t.i for t in tokens[start + 1 : start + 1 + LONGEST_PLACE] if t.text == ","), None)
        return self._country_at(start + 1, comma) if comma is not None else None

    @cached_property
    def home(self) -> str | None:
        """The country whose officials a text may name without saying so: the paper's, else that of writing."""
        return self._of_outlet() or self._written_in()

    def _of_outlet(self) -> str | None:
        """The country of the town in the name of a paper ("The Lima Courier"), where it has a part in the text."""
        words = (self.document.outlet or "").split()
        runs = (" ".join(words[i : i + n]) for n in (2, 1) for i in range(len(words) - n + 1))
        there = {x.country for x in self.mentions.actors} if self.mentions is not None else set()
        found = (place.country for run in runs if (place := places.place(run)) is not None)
        return next((c for c in found if c is not None and c in there), None)

    def _written_in(self) -> str | None:
        """The country of the dateline ("LIMA, 3 May –", "LIMA.", "Lima:")."""
        tokens, headline = self.a.tokens, self.document.headline
        head = [i for i in self.paragraphs if headline is None or tokens[i].start >= headline.end]
        for start in head[:HEAD]:
            for end in range(start + 1, min(start + LONGEST_PLACE, len(tokens))):
                joined = tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end
                parted = (tokens[end].text in PARTING and not joined) or end in self.paragraphs
                if parted and all(t.upos == "PROPN" for t in tokens[start:end]):
                    return self._country_at(start, end)
        return None

    def _country_at(self, first: int, last: int) -> str | None:
        if self.mentions is None or first >= last:
            return None
        place = self.mentions.place_at(first, last) or places.place(self.a.words(first, last).title())
        return place.country if place is not None else None
