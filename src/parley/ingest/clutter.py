"""Web clutter inside a text: found and marked, never cut out, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.ingest import phrases
from parley.ingest.heads import about_line
from parley.model.document import Document
from parley.model.span import Span

CAPTION = 45  # words
LONGEST = 400  # characters of a line that holds nothing but clutter
LISTED = 20  # words of a link in a list
MOST_LISTED = 15  # links of one list
BULLET = re.compile(r"(?:[-*•–▶►›»]|\d{1,2}[.)])\s")
STOPPED = re.compile(r"[.!…][\"'”’»)\]]*$")
# Half a sentence, what stands between it and the other half, and the start of that: a small letter.
TORN = re.compile(r"(?<=[^\W\d_]|[,;–—-])( *\n[ \n]*)(?=[a-zà-þ])")
HALF = 40  # characters of a line that may be half a sentence: a heading is shorter


def find_clutter(text: str) -> tuple[Span, ...]:
    """Every span of clutter in a cleaned text, in order and apart from each other."""
    spans: list[Span] = []
    start = listed = 0
    for line in text.split("\n"):
        if line:
            listed = listed - 1 if listed and _is_link(line) else 0
            inside = [(0, len(line))] if listed else list(_in_line(line))
            spans += (Span.of(text, start + a, start + b) for a, b in inside)
            if phrases.heads_of_lists().fullmatch(line):
                listed = MOST_LISTED + 1
        start += len(line) + 1
    return tuple(spans)


def without_clutter(document: Document) -> str:
    """The text as it is read: spaces in place of clutter and of line ends that tear a sentence apart.

    It is as long as the text, so that every offset holds.
    """
    out, done = [], 0
    for span in document.clutter:
        out += [document.text[done : span.start], " " * len(span.text)]
        done = span.end
    return TORN.sub(_joined, "".join([*out, document.text[done:]]))


def _joined(found: re.Match[str]) -> str:
    before = found.string.rfind("\n", 0, found.start()) + 1
    return " " * len(found[0]) if found.start() - before >= HALF else found[0]


def _is_link(line: str) -> bool:
    """Whether a line below the head of a list of links may be one of them: short, and no closed sentence."""
    return len(line.split()) <= LISTED and (BULLET.match(line) is not None or not STOPPED.search(line))


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    """Clutter of one line; a line that is clutter as a whole comes as one."""
    if len(line) <= LONGEST and _is_clutter(line):
        yield 0, len(line)
        return
    last = _at_end(line)
    if last and last[0] == 0:
        yield last
        return
    stop = last[0] if last else len(line)
    yield from (found.span(1) for found in phrases.inline().finditer(line) if found.end(1) <= stop)
    if last:
        yield last


def _at_end(line: str) -> tuple[int, int] | None:
    """Clutter that a line ends in, the whole line where that is the credit of its caption."""
    tail = line[-LONGEST:]
    shift = len(line) - len(tail)
    ends = (phrases.cut(), phrases.end(), phrases.credit(), phrases.pointer_behind())
    found = next((f for p in ends if (f := p.search(tail))), None)
    if found:
        return shift + found.start(1), len(line)
    found = phrases.caption().search(tail)
    if found:
        return 0 if len(line.split()) <= CAPTION else shift + found.start(1), len(line)
    return None


def _is_clutter(line: str) -> bool:
    if phrases.whole().fullmatch(line) or phrases.start().match(line) or phrases.byline().fullmatch(line):
        return True
    return phrases.held().search(line) is not None or about_line(line) is not None
