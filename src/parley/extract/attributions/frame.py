"""What the rules of attribution need to know of a text beyond its trees, worked out once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from parley.extract.attributions.draft import Phrase
from parley.extract.mentions.mend import mended
from parley.extract.quotes import Quote, find_quotes
from parley.model.analysis import Analysis, Token

MARKS = frozenset({'"', "“", "”", "«", "»", "„", "‟", "‘", "’", "'", "``", "''"})
ENDS = frozenset({".", "!", "?", "…", "..."})
DASHES = frozenset({"—", "–", "--", "-"})
# Quotations of at most this many words are words of the sentence around them ("a useful exchange").
SHORT = 3
NEAR = 3  # words between the engine's source span and a cue that may belong to it


@dataclass(frozen=True)
class Frame:
    """One text: its analysis, quotations, paragraphs, and stretches.

    A stretch is a sentence as the reader of a paper sees it: sentences that the engine cut after an
    initial ("M. Orlow") are joined again, and a semicolon ends one. ``stretch`` gives the first
    (inclusive) and last (exclusive) token for every token; ``quote_of`` the index of the
    quotation that a token stands in, or -1.
    """

    a: Analysis
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]
    paragraph: tuple[int, ...]
    stretch: tuple[tuple[int, int], ...]
    name_of: tuple[str, ...]
    sources: tuple[Phrase, ...] = ()
    headline_end: int = 0

    def bounds(self, i: int) -> tuple[int, int]:
        """First (inclusive) and last (exclusive) token of the stretch of token ``i``."""
        return self.stretch[i]

    def body_end(self, i: int) -> int:
        """The end of the stretch of token ``i`` without its final punctuation."""
        first, last = self.bounds(i)
        while last > first and self.a.tokens[last - 1].text in ENDS | MARKS:
            last -= 1
        return last

    def text(self, i: int) -> str:
        """The word at token ``i``, "" outside the text."""
        return self.a.tokens[i].text if 0 <= i < len(self.a.tokens) else ""

    def low(self, i: int) -> str:
        """The same in lower case."""
        return self.text(i).lower()

    def quote_at(self, i: int) -> Quote | None:
        """The quotation that token ``i`` stands in."""
        if not 0 <= i < len(self.quote_of) or self.quote_of[i] < 0:
            return None
        return self.quotes[self.quote_of[i]]

    def spoken(self, i: int) -> bool:
        """Whether token ``i`` stands in a quotation of more than a few words."""
        quote = self.quote_at(i)
        return quote is not None and quote.last - quote.first > SHORT

    def same_stretch(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one stretch."""
        return self.bounds(i) == self.bounds(j)

    def head_of(self, first: int, last: int) -> int:
        """The word of a run that governs the others."""
        return _head(self.a, first, last)

    def source_near(self, i: int) -> Phrase | None:
        """The engine's source span next to a cue of the same stretch: just before it, or right behind it."""
        lo, hi = self.bounds(i)
        k = bisect_right(self.sources, i, key=lambda s: s.first)
        for s in self.sources[max(0, k - 2) : k + 1]:
            inside = lo <= s.first and s.last <= hi and not self.spoken(s.first)
            if inside and (0 <= i - s.last <= NEAR or s.first == i + 1):
                return s
        return None

    def in_headline(self, i: int) -> bool:
        """Whether token ``i`` belongs to the title."""
        return i < self.headline_end


def make_frame(a: Analysis, headline_to: int = 0) -> Frame:
    """The frame of an analysis; ``headline_to`` is the character offset at which the title ends, 0 without one."""
    paragraph = _paragraphs(a)
    quotes = find_quotes(a, paragraph)
    quote_of = [-1] * len(a.tokens)
    for k, quote in enumerate(quotes):
        quote_of[quote.first : quote.last] = [k] * (quote.last - quote.first)
    name_of = [""] * len(a.tokens)
    for name in mended(a):
        name_of[name.first : name.last] = [name.label] * (name.last - name.first)
    headline_end = sum(t.end <= headline_to for t in a.tokens)
    sources = tuple(
        Phrase(_head(a, s.first, s.last), s.first, s.last) for s in a.attribution_spans if s.label == "Source"
    )
    stretch = _stretches(a, paragraph, quote_of)
    return Frame(a, quotes, tuple(quote_of), paragraph, stretch, tuple(name_of), sources, headline_end)


def _head(a: Analysis, first: int, last: int) -> int:
    """The word of a run that governs the others: the first whose own governor stands outside."""
    return next((k for k in range(first, last) if not first <= a.tokens[k].head < last), last - 1)


def _paragraphs(a: Analysis) -> tuple[int, ...]:
    breaks = [i for i, c in enumerate(a.text) if c == "\n"]
    lines = [bisect_right(breaks, t.start) for t in a.tokens]
    number = {line: n for n, line in enumerate(sorted(set(lines)))}
    return tuple(number[line] for line in lines)


def _stretches(a: Analysis, paragraph: tuple[int, ...], quote_of: list[int]) -> tuple[tuple[int, int], ...]:
    """Sentences for each token: joined after an initial, cut at a semicolon outside quotations."""
    cuts = [0] if a.sentences else []
    for left, right in pairwise(a.sentences):
        if paragraph[left.last - 1] != paragraph[right.first] or not _ends_in_initial(a, left.first, left.last):
            cuts.append(right.first)
    cuts += [t.i + 1 for t in a.tokens[:-1] if t.text == ";" and quote_of[t.i] < 0]
    out: list[tuple[int, int]] = []
    for first, last in pairwise([*sorted(set(cuts)), len(a.tokens)]):
        out += [(first, last)] * (last - first)
    return tuple(out)


def _ends_in_initial(a: Analysis, first: int, last: int) -> bool:
    if last - first < 2:
        return False
    dot, word = a.tokens[last - 1], a.tokens[last - 2]
    return dot.text == "." and len(word.text) == 1 and word.text.isupper() and word.text != "I"


def is_mark(t: Token) -> bool:
    """Whether a token is a quotation mark."""
    return t.text in MARKS
