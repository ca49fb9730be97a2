"""Which source and which contents belong to which cue: the nearest in the same or the next sentence."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.analysis import Link, Token, TokenSpan

REACH = 2  # sentences


def link(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> tuple[Link, ...]:
    """One link a cue: the nearest source of its sentence, and the contents that lie next to them.

    A content without a cue of its own goes to the nearest cue before it, at most ``REACH`` sentences away.
    """
    cues = [i for i, s in enumerate(spans) if s.label == "Cue"]
    sources = [i for i, s in enumerate(spans) if s.label == "Source"]
    contents: dict[int, list[int]] = {c: [] for c in cues}
    for i, span in enumerate(spans):
        if span.label == "Content" and cues:
            best = min(cues, key=lambda c: _distance(spans[c], span, tokens))
            if abs(_sentence(spans[best], tokens) - _sentence(span, tokens)) <= REACH:
                contents[best].append(i)
    out = []
    for cue in cues:
        near = [s for s in sources if _sentence(spans[s], tokens) == _sentence(spans[cue], tokens)]
        source = min(near, key=lambda s: _distance(spans[cue], spans[s], tokens), default=None)
        out.append(Link(cue, source, tuple(contents[cue])))
    return tuple(out)


def _sentence(span: TokenSpan, tokens: Sequence[Token]) -> int:
    return tokens[span.first].sent


def _distance(a: TokenSpan, b: TokenSpan, tokens: Sequence[Token]) -> float:
    gap = max(a.first - b.last, b.first - a.last, 0)
    return gap + 40 * abs(_sentence(a, tokens) - _sentence(b, tokens))
