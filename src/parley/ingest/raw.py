"""An article as a reader found it, before cleaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """Words and facts of one article as its source gives them.

    ``source`` names it for people; ``id`` is the article's own id where its line has one; the other
    facts are as written there (``published`` in any form). ``wrapped`` is true where lines may have
    been broken to a width, as in plain text files.
    """

    source: str
    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    wrapped: bool = False
    warnings: tuple[str, ...] = ()
