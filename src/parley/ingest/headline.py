"""Where the title stands in a text, so that its claims stand on words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.ingest.clutter import find_clutter
from parley.ingest.dateline import is_outlet
from parley.lexicon.store import table
from parley.model.span import Span

LONGEST = 30  # words of a title
FIRST = 6  # lines among which a known title is looked for
FOLD = re.compile(r"[\W_]+")
CLOSERS = "\"'”’»)]"
OPEN_ENDED = ("…", "...")
BEGINS = re.compile(r"[\"'“‘«(\[–—•-]{0,2} ?[A-ZÀ-Þ0-9]")
# "Title - Outlet", as pages put it in their <title>
SITE = re.compile(r"^(?P<title>.{12,}?)\s+(?:[|–—»·]|-{1,2})\s+(?P<site>[^|–—»·]{2,40})$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A text, its title, where it stands in the text (None where no title is known), and the site that it names."""

    text: str
    title: str | None = None
    headline: Span | None = None
    site: str | None = None


def with_title(text: str, title: str | None, outlet: str | None = None) -> Titled:
    """The text with its title at the front, once.

    A known title that is not among the first lines is put before the text; one that stands there twice
    is kept once. With no title known, the first line that is no clutter is one if it stands apart from the
    text, has fewer than 30 words and does not end as a sentence does. A site's name at its end is no part of it.
    """
    title = " ".join(title.split()) if title else None
    if not title:
        return _own_title(text, outlet)
    title, site = without_site(title, outlet)
    found = _find(text, title)
    if found is None:
        text, found = f"{title}\n\n{text}", (0, len(title))
    text = _once(text, found)
    return Titled(text, _whole(title, text[found[0] : found[1]]), Span.of(text, *found), site)


def without_site(title: str, outlet: str | None) -> tuple[str, str | None]:
    """A title without the name of its site, and that name: "Envoys meet | The Quay Gazette".

    The site is told by the outlet where one is known, else by the names of outlets.
    """
    found = SITE.match(title)
    if not found:
        return title, None
    site = found["site"]
    same = fold(site) in fold(outlet) or fold(outlet) in fold(site) if outlet else is_outlet(site)
    return (found["title"], site) if same else (title, None)


def fold(text: str) -> str:
    """Letters and digits alone, for comparing titles that differ in quotes, dashes and case."""
    return FOLD.sub("", text).casefold()


def _own_title(text: str, outlet: str | None) -> Titled:
    for start, line in _lines(text):
        if find_clutter(line):
            continue
        end = start + len(line)
        if _reads_as_title(line) and _stands_apart(text, line, end):
            title, site = without_site(line, outlet)
            place = (start, start + len(title))
            return Titled(_once(text, place), title, Span.of(text, *place), site)
        break
    return Titled(text)


def _reads_as_title(line: str) -> bool:
    return len(line.split()) < LONGEST and not line.rstrip(CLOSERS).endswith((".", ":", ";", ","))


def _stands_apart(text: str, line: str, end: int) -> bool:
    """Whether a first line was ended by its author: a blank line follows, or a line of clutter, or a sentence.

    Where a sentence follows, the first line might be the start of it, broken to a width: not if the next
    word would have fitted on it, nor if what follows does not begin as a sentence does.
    """
    rest = text[end + 1 :]
    if rest.startswith("\n"):
        return bool(rest.strip())
    after = rest.partition("\n")[0]
    if not after or find_clutter(after):
        return bool(after)
    fits = len(line) + 1 + len(after.split(" ", 1)[0]) <= max(map(len, rest.split("\n")))
    return fits and BEGINS.match(after) is not None and line.split()[-1].lower() not in _dangling()


def _find(text: str, title: str) -> tuple[int, int] | None:
    """The line among the first that is the title; or the title as the first words of the text."""
    wanted = fold(title)
    cut = title.endswith(OPEN_ENDED) and len(wanted) > 20
    for start, line in _lines(text):
        if len(line) < 600 and (fold(line) == wanted or (cut and fold(line).startswith(wanted))):
            return start, start + len(line)
    return (0, len(title)) if wanted and text.startswith(title) and not text[len(title)].isalnum() else None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The first lines that hold words: where each starts, and its words."""
    start = seen = 0
    while start < len(text) and seen < FIRST:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, text[start:end]
            seen += 1
        start = end + 1


def _dangling() -> frozenset[str]:
    """Words with which no title ends."""
    return frozenset(table("languages/en/clutter")["dangling"])


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
