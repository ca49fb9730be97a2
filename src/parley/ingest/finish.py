"""From the words that a reader found to a document: clean, title, date, clutter, language."""

from __future__ import annotations

from dataclasses import dataclass

from parley.errors import InputError, TooLargeError
from parley.ids import document_id
from parley.ingest import dates
from parley.ingest.clean import clean
from parley.ingest.clutter import find_clutter
from parley.ingest.dateline import Told, told_by
from parley.ingest.headline import with_title
from parley.ingest.language import not_english
from parley.ingest.outcome import NO_ARTICLE, Failed, Outcome, Skipped, Taken
from parley.ingest.raw import Raw
from parley.ingest.unwrap import unwrap
from parley.model.document import Document
from parley.model.span import Span

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
        return Skipped(raw.source, NO_ARTICLE + ("" if document.text else ": it is empty"))
    foreign = not_english(document.text, raw.language)
    return Skipped(raw.source, f"not English ({foreign})") if foreign else Taken(document)


def document_of(raw: Raw, defaults: Defaults) -> Document:
    """The document of an article's words; raises ``TooLargeError``."""
    text = clean(raw.text)
    if len(text) > MOST:
        fault = f"{len(text):,} characters: no single article"
        raise TooLargeError(fault, hint="split it, one article a file or line")
    titled = with_title(unwrap(text) if raw.wrapped else text, clean(raw.title or "") or None)
    told = told_by(titled.text)
    published, warnings = _published(raw, told, defaults)
    return Document(
        id=document_id(titled.text),
        source=raw.source,
        text=titled.text,
        url=raw.url,
        title=titled.title,
        outlet=_outlet(raw, told, defaults),
        published=published,
        language=_language(raw, titled.text),
        headline=titled.headline,
        clutter=_outside(titled.headline, find_clutter(titled.text)),
        warnings=(*raw.warnings, *warnings),
    )


def _published(raw: Raw, told: Told | None, defaults: Defaults) -> tuple[str | None, tuple[str, ...]]:
    """When the article came out: its own field, its own words, the option, the day in its address; in this order.

    Of its own words, a line that only says when it was changed gives way to the option.
    """
    if raw.published:
        iso = dates.written(raw.published)
        if iso:
            return iso, ()
    warnings = (f"its date {raw.published[:40]!r} says no day for certain",) if raw.published else ()
    first = told.date if told and not told.updated else None
    last = told.date if told else None
    return first or defaults.published or last or dates.in_address(raw.url or ""), warnings


def _outlet(raw: Raw, told: Told | None, defaults: Defaults) -> str | None:
    own = clean(raw.outlet or "") or (told.outlet if told else None)
    return own or defaults.outlet


def _language(raw: Raw, text: str) -> str | None:
    """English wherever it was not refused and there are words enough to tell."""
    return "en" if raw.language or len(text) >= 40 else None


def _outside(headline: Span | None, clutter: tuple[Span, ...]) -> tuple[Span, ...]:
    """A title is never clutter, even one that reads like it ("Video: envoys walk out")."""
    return tuple(c for c in clutter if headline is None or not c.overlaps(headline))
