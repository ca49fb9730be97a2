"""The words by which an encounter is found: actors, countries, places, and whether accounts differ. Pure."""

from __future__ import annotations

import unicodedata

from parley.model.ledger import Case

LONGEST = 200  # characters of a term
DIFFERING = "accounts differ"


def folded(name: str) -> str:
    """A name without case, marks and doubled blanks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def terms_of(case: Case) -> list[str]:
    """``actor …`` for each party's name and last name, ``country …`` for its code, ``place …`` for where.

    And ``DIFFERING`` where two sides of it cannot both be true.
    """
    found: dict[str, None] = {}
    for party in (*case.parties, *case.stays_away):
        name = folded(party.name)
        found[f"actor {name}"] = None
        found[f"actor {name.rpartition(' ')[2]}"] = None
        if party.country:
            found[f"country {party.country.casefold()}"] = None
    if case.place:
        found[f"place {folded(case.place.name)}"] = None
        if case.place.country:
            found[f"place {case.place.country.casefold()}"] = None
    if case.conflicts:
        found[DIFFERING] = None
    return [t[:LONGEST] for t in found]
