"""Quotations: runs of words between quotation marks, paired paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.analysis import Analysis, Token

OPENERS = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‟": "”"}
CLOSERS = frozenset("”»")
STRAIGHT = {'"': '"', "'": "'", "``": "''", "''": "''"}
SINGLE = frozenset("'‘")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: tokens ``first`` (inclusive) to ``last`` (exclusive), marks left out.

    ``open_end`` is True where the paragraph ends before the mark that closes it (a quotation that
    runs on into the next paragraph, or a forgotten mark).
    """

    first: int
    last: int
    open_end: bool = False


def find_quotes(a: Analysis, paragraph: tuple[int, ...]) -> tuple[Quote, ...]:
    """The outermost quotations of a text, in order; quotations within them are not listed."""
    out: list[Quote] = []
    start, closers, kind, inner = -1, "", "", 0
    for t in a.tokens:
        if start >= 0 and paragraph[t.i] != paragraph[start - 1]:
            _keep(out, start, t.i, open_end=True, kind=kind)
            start = -1
        if start < 0:
            if _opens(a, t):
                start, kind, inner = t.i + 1, t.text, 0
                closers = OPENERS.get(t.text) or STRAIGHT.get(t.text, t.text)
        elif t.text == kind and kind in STRAIGHT and _opens_within(a, t):
            inner += 1
        elif inner and t.text in closers:
            inner -= 1
        elif t.text and t.text in closers and _closes(a, t):
            _keep(out, start, t.i, open_end=False, kind=kind)
            start = -1
    if start >= 0:
        _keep(out, start, len(a.tokens), open_end=True, kind=kind)
    return tuple(out)


def _keep(out: list[Quote], first: int, last: int, *, open_end: bool, kind: str) -> None:
    # A single mark that nothing closes is an apostrophe ("rock 'n roll"), not a quotation.
    if first < last and not (open_end and kind in SINGLE):
        out.append(Quote(first, last, open_end))


def _opens(a: Analysis, t: Token) -> bool:
    if t.text in OPENERS:
        return t.text != "‘" or _word_at(a.text, t.end)
    if t.text not in STRAIGHT:
        return False
    before, after = _char(a.text, t.start - 1), _char(a.text, t.end)
    if t.text == "'" and not (_word_at(a.text, t.end) and (before.isspace() or before in "([—–")):
        return False
    return not after.isspace() and (before.isspace() or before in "([—–-:,/“‘")


def _opens_within(a: Analysis, t: Token) -> bool:
    """A straight mark between a space and a letter opens a quotation, even inside one."""
    return _char(a.text, t.start - 1).isspace() and _word_at(a.text, t.end)


def _closes(a: Analysis, t: Token) -> bool:
    if t.text in {"'", "’"}:
        return not _char(a.text, t.end).isalnum()
    if t.text in CLOSERS or t.text == "“":
        return True
    after = _char(a.text, t.end)
    return not after.isalnum() or not _char(a.text, t.start - 1).isspace()


def _char(text: str, i: int) -> str:
    return text[i] if 0 <= i < len(text) else " "


def _word_at(text: str, i: int) -> bool:
    return _char(text, i).isalnum() or _char(text, i) in "[("
