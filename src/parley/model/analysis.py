"""What the engine says of a text: tokens, sentences, trees, names, attribution spans.

Plain frozen values with no knowledge of how they were made, so that everything behind them
(extraction above all) can be tested on analyses written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word.

    ``start``/``end`` are code-point offsets into the document text (end exclusive). ``head`` is the
    index in ``Analysis.tokens`` of the governing token, -1 for the root of a sentence. ``deprel`` is
    a Universal Dependencies relation, subtype included (``nsubj:pass``). ``feats`` is the UD string
    (``Mood=Ind|Tense=Past``), ``_`` where there are none.
    """

    i: int
    start: int
    end: int
    text: str
    upos: str
    xpos: str
    feats: str
    lemma: str
    head: int
    deprel: str
    sent: int

    @property
    def rel(self) -> str:
        """The relation without its subtype (``nsubj`` for ``nsubj:pass``)."""
        return self.deprel.partition(":")[0]

    def feat(self, name: str) -> str | None:
        """The value of one feature (``feat("Tense")`` → ``"Past"``), None where it has none."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens ``first`` (inclusive) to ``last`` (exclusive)."""

    i: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A labelled run of tokens ``first`` (inclusive) to ``last`` (exclusive).

    Labels of names: ``PER``, ``ORG``, ``LOC`` (places and geopolitical names), ``DEM`` (demonyms:
    "Russian", "Swedes"). Labels of attribution: ``Source``, ``Cue``, ``Content``. ``score`` is the
    mean probability that the engine gives to the tags of the run, 1.0 for spans made by hand.
    """

    first: int
    last: int
    label: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as the engine links it: indices into ``Analysis.attribution_spans``."""

    cue: int | None
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True)
class Analysis:
    """A text with all that the engine says of it.

    ``text`` is exactly ``Document.text``. ``tokens``, ``sentences`` and span lists are in text order.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[TokenSpan, ...] = ()
    attribution_spans: tuple[TokenSpan, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        out: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                out[token.head].append(token.i)
        return tuple(tuple(c) for c in out)

    def children(self, i: int, *rels: str) -> list[Token]:
        """Dependants of token ``i`` in text order; with ``rels``, only those whose full or bare relation is named."""
        kids = (self.tokens[c] for c in self._children[i])
        return [k for k in kids if not rels or k.deprel in rels or k.rel in rels]

    def subtree(self, i: int) -> list[int]:
        """Indices of token ``i`` and all below it, in text order."""
        seen, stack = {i}, [i]
        while stack:
            for child in self._children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return sorted(seen)

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token ``i``, nearest first."""
        seen = {i}
        head = self.tokens[i].head
        while head >= 0 and head not in seen:
            seen.add(head)
            yield self.tokens[head]
            head = self.tokens[head].head

    def sentence_tokens(self, s: int) -> tuple[Token, ...]:
        """The tokens of sentence ``s``."""
        sentence = self.sentences[s]
        return self.tokens[sentence.first : sentence.last]

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the token run ``first`` (inclusive) to ``last`` (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def words(self, first: int, last: int) -> str:
        """The exact text of a token run."""
        start, end = self.chars(first, last)
        return self.text[start:end]
