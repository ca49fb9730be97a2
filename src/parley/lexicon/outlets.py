"""Outlets under all of their names: agencies, broadcasters, papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from parley.lexicon.fold import form_key
from parley.lexicon.store import table

OutletKind = Literal["agency", "broadcaster", "paper"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet: ``key`` is the same for all of its names."""

    key: str
    name: str
    kind: OutletKind


def outlet(name: str) -> Outlet | None:
    """The outlet of that name, abbreviation or address; None where the table does not have it."""
    return _by_form().get(outlet_form(name))


def outlet_key(name: str) -> str:
    """What an outlet is counted by: the same for all names of a known one, else its folded name."""
    known = outlet(name)
    return known.key if known else outlet_form(name)


def outlet_form(name: str) -> str:
    """The look-up key of an outlet's name or address: folded, without a leading "the" or "www."."""
    return form_key(name.strip().removeprefix("https://").removeprefix("www.").rstrip("/")).removeprefix("the ")


@cache
def _by_form() -> dict[str, Outlet]:
    out: dict[str, Outlet] = {}
    for kind, rows in table("outlets").items():
        for name, *others in rows:
            made = Outlet(outlet_form(name), name, cast(OutletKind, kind))
            for form in (name, *others):
                out.setdefault(outlet_form(str(form)), made)
    return out
