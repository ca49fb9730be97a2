"""Encounters read from hand-made trees."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.build import Found, find_encounters
from parley.extract.times import find_times
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.encounter import Claim, Encounter
from parley.model.mention import Actor
from tests.handmade import document, named, tree

PUBLISHED = "2031-05-14"  # a Wednesday
STATES = ("Peru", "Chile", "Kenya")
LUME = Actor("lume", "Ana Lume", "person", role="president", country="PER", level="leaders")
SAND = Actor("sand", "Bo Sand", "person", role="president", country="CHI", level="leaders")
ROCA = Actor("roca", "Eva Roca", "person", role="foreign minister", country="PER", level="ministers")
DAHL = Actor("dahl", "Jon Dahl", "person", role="foreign minister", country="CHI", level="ministers")
BANK = Actor("bank", "Harbour Bank", "organisation")
EVERYBODY = (*STATES, LUME, SAND, ROCA, DAHL, BANK)
TOWNS = ("Oslo", "Lima", "Riga")


def found(a: Analysis, attributions: Sequence[Attribution] = (), headline: str | None = None) -> Found:
    """All that the room reads in a text in which everybody and every town is known."""
    doc = document(a, PUBLISHED, headline)
    return find_encounters(a, doc, named(a, *EVERYBODY, places=TOWNS), find_times(a, doc), attributions)


def encounters(*rows: str, headline: str | None = None) -> tuple[Encounter, ...]:
    """The encounters of rows of a tree."""
    return found(tree(*rows), headline=headline).encounters


def who(e: Encounter) -> list[str]:
    """The last names of the parties in alphabetical order."""
    return sorted(p.name.split()[-1] for p in e.parties)


def told(c: Claim) -> str:
    """A claim in words: status, stance unless it plainly asserts, flags."""
    flags = [f for f in ("hedged", "earlier", "weak", "headline") if getattr(c, f)]
    return " ".join([c.status, *([c.stance] if c.stance != "asserts" else []), *flags])
