"""Who, where and when: the things that an article names, each with the words that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.span import Span

ActorKind = Literal["person", "organisation", "country", "group"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: a person, body, country, or a group of them.

    ``name`` is the fullest form in the text, ``role`` words of the text ("Russian foreign minister")
    or None, ``country`` an ISO 3166-1 alpha-3 code or a bloc's code (EUE, UNO, NATO …) or None,
    ``code`` PLOVER style (``RUSGOV``) or None. ``mentions`` are in text order: names, titles,
    pronouns and descriptions. ``members`` lists the ids of the actors that a group stands for ("the
    two heads of state"), empty where unknown. ``level`` is the rank in a diplomatic encounter.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = None
    code: str | None = None
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
    level: Literal["leaders", "ministers", "officials"] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere: ``country`` ISO 3166-1 alpha-3 or None; ``lat``/``lon`` in degrees, None if unknown."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    ``value`` is a TIMEX3 value or None; ``earliest``/``latest`` are ISO dates or date-times (both
    ends included) resolved against the article's date, None if they cannot be.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
