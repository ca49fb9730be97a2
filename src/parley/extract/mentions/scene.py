"""What is known while a text is gone through for descriptions and pronouns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from parley.extract.mentions.names import Name
from parley.extract.mentions.people import Draft
from parley.lexicon import titles
from parley.model.analysis import Analysis, Token

LOOK_BACK = 250  # tokens


@dataclass
class Scene:
    """Names by token, actors by token, actors in order of mention, groups whose members are known.

    ``quote_of`` is the number of the quotation that a token stands in, -1 outside.
    """

    a: Analysis
    names: dict[int, Name]
    actors: dict[int, Draft]
    trail: list[tuple[int, Draft]]
    quote_of: tuple[int, ...] = ()
    made: dict[tuple[str, str | None, str], Draft] = field(default_factory=dict)
    several: list[tuple[int, list[Draft]]] = field(default_factory=list)

    def back(self, at: int) -> Iterator[tuple[int, Draft]]:
        """Mentions before a token, nearest first, as far as anybody looks back."""
        for k in range(bisect_left(self.trail, at, key=lambda x: x[0]) - 1, -1, -1):
            if at - self.trail[k][0] > LOOK_BACK:
                return
            yield self.trail[k]

    def ahead(self, at: int) -> Iterator[tuple[int, Draft]]:
        """Mentions behind a token, nearest first."""
        for k in range(bisect_right(self.trail, at, key=lambda x: x[0]), len(self.trail)):
            yield self.trail[k]

    def add(self, at: int, draft: Draft) -> None:
        """A description or pronoun that has been resolved is a mention too."""
        self.actors[at] = draft
        self.trail.insert(bisect_right(self.trail, at, key=lambda x: x[0]), (at, draft))

    def recent(self, at: int, fits: Callable[[Draft], bool]) -> list[Draft]:
        """Actors mentioned before ``at``, nearest first, each once."""
        return list(dict.fromkeys(draft for _, draft in self.back(at) if fits(draft)))

    def coming(self, at: int, fits: Callable[[Draft], bool]) -> list[Draft]:
        """Actors mentioned after ``at``, nearest first, each once."""
        return list(dict.fromkeys(draft for _, draft in self.ahead(at) if fits(draft)))

    def quoted(self, i: int) -> int:
        """The number of the quotation around a token, -1 outside quotations."""
        return self.quote_of[i] if i < len(self.quote_of) else -1


def titled(a: Analysis, d: Draft, lemma: str) -> bool:
    """Whether a person is described by a noun: in the words of the role, or by what the text called him before."""
    role = [t.lemma.lower() for t in a.tokens[d.role.first : d.role.last]] if d.role is not None else []
    known = f" {' '.join([*role, *sorted(d.nouns)])} "
    return any(f" {noun} " in known for noun in titles.like(lemma))


def pointing(a: Analysis, token: Token) -> bool:
    """Whether a noun points to somebody known: "the minister", "this official", "his counterpart"."""
    known = {"the", "this", "that", "these", "those", "his", "her", "their", "its", "same", "both"}
    return any(c.text.lower() in known for c in a.children(token.i, "det", "nmod:poss", "amod", "det:predet"))


def indefinite(a: Analysis, token: Token) -> bool:
    """Whether a noun brings somebody new: "a minister", "another official", "one diplomat"."""
    new = {"a", "an", "another", "some", "one", "several", "other", "no", "any", "many"}
    before = a.tokens[token.i - 1].text.lower() if token.i else ""
    return before in {"a", "an"} or any(c.text.lower() in new for c in a.children(token.i, "det", "nummod", "amod"))
