"""Where the title stands in a text, so that its claims stand on words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.ingest.clutter import find_clutter
from parley.model.span import Span

LONGEST = 30  # words of a title
FIRST = 6  # lines among which a known title is looked for
FOLD = re.compile(r"[\W_]+")
CLOSERS = "\"'”’»)]"
OPEN_ENDED = ("…", "...")
# "Title - Outlet", as pages put it in their <title>
SITE = re.compile(r"^(?P<title>.{12,}?)\s+(?:[|–—»·]|-{1,2})\s+(?P<site>[^|–—»·]{2,40})$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A text, its title, and where the title stands in it (None where no title is known)."""

    text: str
    title: str | None = None
    headline: Span | None = None


def with_title(text: str, title: str | None) -> Titled:
    """The text with its title at the front, once.

    A known title that is not among the first lines is put before the text; one that stands there twice
    is kept once. With no title known, a first line is one if a blank line follows, it has fewer than 30
    words and does not end as a sentence does.
    """
    title = " ".join(title.split()) if title else None
    if not title:
        return _own_title(text)
    found = _find(text, title)
    if found is None:
        text, found = f"{title}\n\n{text}", (0, len(title))
    text = _once(text, found)
    return Titled(text, _whole(title, text[found[0] : found[1]]), Span.of(text, *found))


def without_site(title: str, outlet: str | None) -> str:
    """A page's title without the name of its site: "Envoys meet | The Quay Gazette"."""
    found = SITE.match(title)
    if found and outlet and fold(found["site"]) in fold(outlet):
        return found["title"]
    return title


def fold(text: str) -> str:
    """Letters and digits alone, for comparing titles that differ in quotes, dashes and case."""
    return FOLD.sub("", text).casefold()


def _own_title(text: str) -> Titled:
    for start, line, blank_after in _lines(text):
        if find_clutter(line):
            continue
        if blank_after and _reads_as_title(line):
            span = Span.of(text, start, start + len(line))
            return Titled(_once(text, (span.start, span.end)), line, span)
        break
    return Titled(text)


def _reads_as_title(line: str) -> bool:
    return len(line.split()) < LONGEST and not line.rstrip(CLOSERS).endswith((".", ":", ";", ","))


def _find(text: str, title: str) -> tuple[int, int] | None:
    """The line among the first that is the title; or the title as the first words of the text."""
    wanted = fold(title)
    cut = title.endswith(OPEN_ENDED) and len(wanted) > 20
    for start, line, _ in _lines(text):
        if len(line) < 600 and (fold(line) == wanted or (cut and fold(line).startswith(wanted))):
            return start, start + len(line)
    return (0, len(title)) if wanted and text.startswith(title) and not text[len(title)].isalnum() else None


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The first lines that hold words: where each starts, its words, whether a blank line and more text follow."""
    start = seen = 0
    while start < len(text) and seen < FIRST:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, text[start:end], text.startswith("\n\n", end)
            seen += 1
        start = end + 1


def _once(text: str, found: tuple[int, int]) -> str:
    """The text without a line right after the title that repeats it."""
    wanted = fold(text[found[0] : found[1]])
    rest = text[found[1] :].lstrip("\n")
    line, newline, body = rest.partition("\n")
    if newline and wanted and fold(line) == wanted:
        return f"{text[: found[1]]}\n\n" + body.lstrip("\n")
    return text


def _whole(title: str, there: str) -> str:
    """The title as the text has it where the given one was cut short."""
    return there if title.endswith(OPEN_ENDED) else title
