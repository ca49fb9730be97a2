"""Who speaks in a transcript: "MINISTER BRAND: We shall wait." at the start of a line or of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.attributions.draft import Draft, Phrase, Run
from parley.extract.attributions.frame import ENDS, Frame
from parley.extract.attributions.phrases import singular
from parley.lexicon import cues

LONGEST = 9  # words of a label
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def transcript_drafts(f: Frame) -> list[Draft]:
    """One draft for each label; the words up to the next label, or up to the paragraph's end, are the speaker's.

    Where labels stand at the start of lines, paragraphs without one go on with the speaker before.
    """
    colons = [(first, colon) for first, colon in _labels(f)]
    lines = sum(_opens_line(f, first) for first, _ in colons) > 1
    out = []
    for n, (first, colon) in enumerate(colons):
        following = colons[n + 1][0] if n + 1 < len(colons) else len(f.a.tokens)
        end = following if lines and n + 1 < len(colons) else min(following, _paragraph_end(f, colon))
        run = _words(f, colon + 1, end)
        if run is not None:
            head = next((k for k in range(colon - 1, first - 1, -1) if f.name_of[k] == "PER"), colon - 1)
            out.append(Draft("transcript", colon, None, (Phrase(head, first, colon),), (run,)))
    return out


def _labels(f: Frame) -> Iterator[tuple[int, int]]:
    """First token and colon of every label."""
    for t in f.a.tokens:
        if t.text == ":" and not f.spoken(t.i):
            first = _label_start(f, t.i)
            if first is not None:
                yield first, t.i


def _label_start(f: Frame, colon: int) -> int | None:
    """Where the words before a colon begin if they are somebody's name and office, and no more."""
    first = colon
    while first > 0 and not _opens_line(f, first) and f.text(first - 1) not in ENDS | {"*"} and colon - first < LONGEST:
        first -= 1
    words = f.a.tokens[first:colon]
    if not words or not (_opens_line(f, first) or f.text(first - 1) in ENDS | {"*"}):
        return None
    if any(t.upos in {"VERB", "AUX", "NUM", "PUNCT"} for t in words) or not f.text(colon + 1)[:1].isupper():
        return None
    known = any(f.name_of[t.i] == "PER" for t in words)
    if any(t.text.islower() and t.text not in {"of", "the", "for", "and"} for t in words):
        return None
    shouted = all(t.text.isupper() for t in words if t.text.isalpha())
    office = shouted and {singular(t) for t in words} & (cues.words("titles") | cues.words("labels"))
    return first if office or (known and not f.in_headline(first)) else None


def _opens_line(f: Frame, k: int) -> bool:
    return k == 0 or f.paragraph[k - 1] != f.paragraph[k]


def _paragraph_end(f: Frame, k: int) -> int:
    return next((m for m in range(k, len(f.a.tokens)) if f.paragraph[m] != f.paragraph[k]), len(f.a.tokens))


def _words(f: Frame, first: int, last: int) -> Run | None:
    """The words behind a label, where they hold a verb: "Minister of Ports: Ada Brand" is a list."""
    return (first, last) if any(t.xpos in FINITE for t in f.a.tokens[first:last]) else None
