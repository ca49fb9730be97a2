"""One article as it was stored: the clean text that every offset of a reading refers to."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    ``id`` is a hash of the content; ``source`` the path, URL or article id as given; ``published`` an
    ISO date or date-time (with zone where the source gave one), None if unknown; ``language`` an ISO
    639-1 code or None; ``text`` the cleaned text. ``headline`` is the span of the title inside
    ``text`` where it stands there, ``clutter`` the spans of web clutter ("Show more") and captions
    that are kept in the text but are no part of the report. ``warnings`` are for people.
    """

    id: str
    source: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    headline: Span | None = None
    clutter: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
