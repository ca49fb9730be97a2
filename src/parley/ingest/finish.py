"""From the words that a reader found to a document: clean, title, date, clutter, language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.errors import InputError, TooLargeError
from parley.ids import document_id
from parley.ingest import dates
from parley.ingest.clean import clean
from parley.ingest.clutter import find_clutter
from parley.ingest.dateline import Told
from parley.ingest.headline import Titled, with_title
from parley.ingest.heads import told_by
from parley.ingest.language import not_english
from parley.ingest.mend import mended
from parley.ingest.outcome import NO_ARTICLE, Failed, Outcome, Skipped, Taken
from parley.ingest.raw import Raw
from parley.ingest.unwrap import unwrap
from parley.model.document import Document
from parley.model.span import Span

BROKEN_OFF = re.compile(r"\w[ ,;]*(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])]|\[\+\d+ chars\])(?: ?\[\+\d+ chars\])?$")
MOST = 2_000_000  # characters: beyond any article, and hours of reading


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the options give where an article tells nothing itself."""

    published: str | None = None
    outlet: str | None = None


def finish(raw: Raw, defaults: Defaults = Defaults()) -> Outcome:
    """What becomes of the article: taken, skipped or failed."""
    try:
        document = document_of(raw, defaults)
    except InputError as error:
        return Failed.of(raw.source, error)
    if not any(map(str.isalpha, document.text)):
        return Skipped(raw.source, NO_ARTICLE + ("" if document.text else " (it is empty)"))
    foreign = not_english(document.text, raw.language)
    return Skipped(raw.source, f"not English ({foreign})") if foreign else Taken(document)


def document_of(raw: Raw, defaults: Defaults) -> Document:
    """The document of an article's words; raises ``TooLargeError``."""
    words = mended(raw.text)
    text = clean(words)
    if len(text) > MOST:
        fault = f"{len(text):,} characters: no single article"
        raise TooLargeError(fault, hint="split it, one article a file or line")
    titled = with_title(unwrap(text) if raw.wrapped else text, clean(mended(raw.title or "")) or None, raw.outlet)
    told = told_by(titled.text) or Told()
    published, warnings = _published(raw, told, defaults)
    garbled = ("its letters were garbled (UTF-8 read as Windows-1252) and are put right",) if words != raw.text else ()
    cut = ("it breaks off in its last sentence",) if breaks_off(titled.text) else ()
    return Document(
        id=document_id(titled.text),
        source=raw.source,
        text=titled.text,
        url=raw.url,
        title=titled.title,
        outlet=_outlet(raw, told, defaults, titled.site),
        published=published,
        language=_language(raw, titled.text),
        headline=titled.headline,
        clutter=_outside(titled, find_clutter(titled.text)),
        warnings=(*raw.warnings, *warnings, *garbled, *cut),
    )


def _published(raw: Raw, told: Told, defaults: Defaults) -> tuple[str | None, tuple[str, ...]]:
    """When the article came out: its own field, its own words, the option, the day in its address; in this order.

    Of its own words, a line that only says when it was changed gives way to the option.
    """
    if raw.published:
        iso = dates.written(raw.published)
        if iso:
            return iso, ()
    warnings = (f"its date {raw.published[:40]!r} says no day for certain",) if raw.published else ()
    first = None if told.updated else told.date
    return first or defaults.published or told.date or dates.in_address(raw.url or ""), warnings


def _outlet(raw: Raw, told: Told, defaults: Defaults, site: str | None) -> str | None:
    """By its own field, its lines, the name behind its title, the option, the agency of its dateline; in this order."""
    return clean(raw.outlet or "") or told.outlet or site or defaults.outlet or told.agency


def _language(raw: Raw, text: str) -> str | None:
    """English wherever it was not refused and there are words enough to tell."""
    return "en" if raw.language or len(text) >= 40 else None


def _outside(titled: Titled, clutter: tuple[Span, ...]) -> tuple[Span, ...]:
    """A title is never clutter, even one that reads like it ("Video: envoys walk out"); a site's name behind it is."""
    headline = titled.headline
    if headline is None:
        return clutter
    rest = titled.text[headline.end :].partition("\n")[0]
    behind = (Span.of(titled.text, headline.end, headline.end + len(rest)),) if rest and titled.site else ()
    return tuple(sorted((*behind, *(c for c in clutter if not any(c.overlaps(s) for s in (headline, *behind))))))


def breaks_off(text: str) -> bool:
    """Whether a text says that it is only the start of another: it ends in dots, or in the mark of a feed."""
    return BROKEN_OFF.search(text) is not None
