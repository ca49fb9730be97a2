"""Who says what: source, cue, content (the terms of the PARC and PolNeAR corpora)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a source chain, with its exact words.

    ``actor`` is an actor id or None, ``kind`` tells a speaker from an outlet that passes words on,
    ``named`` is False for unnamed roles ("an informed person").
    """

    text: str
    start: int
    end: int
    actor: str | None
    kind: Literal["speaker", "outlet"]
    named: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the article passes on.

    ``chain`` runs from the source nearest the content outwards, empty where the text hides the
    source ("it was later said"); ``within`` is the id of the attribution that this one stands
    inside, or None. ``author`` attributions do not exist: the article's own voice has none.
    """

    id: str
    chain: tuple[Source, ...]
    cue: Span | None
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    within: str | None = None
