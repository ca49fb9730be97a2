"""What is asked for, looked at before the tables are: days that are none and broken cursors are refused in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from parley.errors import OptionError
from parley.ledger.moments import given

Order = Literal["news", "day", "back"]
DAY = re.compile(r"(\d{4}-\d\d-\d\d)?/[0-9a-f]{16}", re.ASCII)
CURSORS = {
    "news": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/[0-9a-f]{16}", re.ASCII),
    "day": DAY,
    "back": DAY,
}
UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # what no engine stores as text, and so nothing is found by


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: all of it must hold.

    ``actor``: a party's name, last name, state or code; ``place``: its name or state; ``first`` and ``last``: days
    between which the encounter is; ``undated``: its day is not told; ``differing``: what cannot both be true is
    told of it; ``order``: the newest word first ("news"), or by day, the earliest ("day") or the latest ("back")
    first; ``after``: where the last page ended (the ``cursor`` of its last row). Raises ``OptionError``
    where a value is none of its kind.
    """

    text: str | None = None
    actor: str | None = None
    place: str | None = None
    first: str | None = None
    last: str | None = None
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    disputed: bool = False
    unconfirmed: bool = False
    undated: bool = False
    differing: bool = False
    order: Order = "news"
    after: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for name, option in (("first", "--from"), ("last", "--to")):
            moment = given(getattr(self, name) or None, option)
            object.__setattr__(self, name, moment and moment[:10])
        for name in ("text", "actor", "place"):
            object.__setattr__(self, name, writable(getattr(self, name)))
        if self.order not in get_args(Order):
            raise OptionError(f"{self.order!r} is no order", where="--order", hint="news, day or back")
        if self.after and not CURSORS[self.order].fullmatch(self.after):
            hint = "give the cursor of the last row of a page, asked for in the same order"
            raise OptionError(f"{shortened(self.after)} is no cursor", where="--after", hint=hint)
        limited(self.limit)


def writable(text: str | None) -> str | None:
    """Words without what no engine stores."""
    return UNWRITABLE.sub(" ", text) if text else text


def limited(limit: int | None) -> int | None:
    """How many rows at most; raises ``OptionError`` where that is no number of rows."""
    if limit is not None and not 0 < limit < 1 << 31:
        raise OptionError(f"{shortened(str(limit))} is no number of rows", where="--limit", hint="give 1 or more")
    return limit


def shortened(told: str, most: int = 60) -> str:
    """What was given, fit to be shown in a fault."""
    return repr(told if len(told) <= most else told[:most] + "…")
