"""The kinds of rows that are written for other programs, whole and flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from parley.export.rows import Row, Shelf, encounter_row
from parley.model.ledger import Case

KINDS = ("encounters", "claims", "positions", "contradictions", "documents")


def encounters(case: Case, shelf: Shelf) -> Iterator[Row]:
    """The whole account of an encounter."""
    yield encounter_row(case, shelf)


def claims(case: Case, shelf: Shelf) -> Iterator[Row]:
    """Each claim of an encounter, with the report that makes it."""
    for told in encounter_row(case, shelf)["appearances"]:
        about = {k: told[k] for k in ("document", "report", "source_group", "at", "outlet", "url")}
        about |= {"appearance": told["id"], "purged": told.get("purged")}
        for claim in told["claims"]:
            yield {**claim, "encounter": case.id, "kind": case.kind, **about}


def contradictions(case: Case, shelf: Shelf) -> Iterator[Row]:
    """Each pair of sides that cannot both be true, with the words of both."""
    row = encounter_row(case, shelf)
    said = {c["id"]: c for a in row["appearances"] for c in a["claims"]}
    for conflict in row["contradictions"]:
        sides = [said[i] for i in conflict["claims"] if i in said]
        yield {
            "encounter": case.id,
            "kind": case.kind,
            "parties": row["parties"],
            **conflict,
            "sides": [{k: s[k] for k in ("id", "status", "stance", "origin", "chain", "evidence")} for s in sides],
        }


FROM_CASES: Mapping[str, Callable[[Case, Shelf], Iterator[Row]]] = {
    "encounters": encounters,
    "claims": claims,
    "contradictions": contradictions,
}

# The columns of flat formats: where the value stands in the row. Lists of words stay lists where the format has them.
Columns = Mapping[str, tuple[str, Callable[[Row], Any]]]


def _at(*path: str) -> Callable[[Row], Any]:
    def value(row: Row) -> Any:
        here: Any = row
        for key in path:
            here = here.get(key) if here else None
        return here

    return value


def _each(name: str, *path: str) -> Callable[[Row], Any]:
    inner = _at(*path)
    return lambda row: [str(v) for item in row[name] if (v := inner(item)) is not None]


def _same(kind: str, *names: str) -> dict[str, tuple[str, Callable[[Row], Any]]]:
    return {name: (kind, _at(name)) for name in names}


ENCOUNTERS: Columns = {
    **_same("text", "id", "kind", "level"),
    "parties": ("texts", _each("parties", "name")),
    "countries": ("texts", _each("parties", "country")),
    "place": ("text", _at("place", "name")),
    "place_country": ("text", _at("place", "country")),
    "earliest": ("text", _at("when", "earliest")),
    "latest": ("text", _at("when", "latest")),
    **_same("text", "status", "machine_status", "rule", "since"),
    "on_whose_word": ("texts", _at("on_whose_word")),
    **_same("number", "independent_sources", "reports"),
    **_same("truth", "disputed", "unconfirmed"),
    "contradictions": ("number", lambda row: len(row["contradictions"])),
    **{name: ("texts", _at(name)) for name in ("aliases", "prepares", "led_to")},
    "documents": ("texts", _each("appearances", "document")),
}
CLAIMS: Columns = {
    **_same("text", "id", "encounter", "kind", "appearance", "document", "report", "at", "outlet", "url"),
    **_same("number", "source_group"),
    **_same("text", "stance", "status", "certainty", "origin", "said"),
    **_same("truth", "hedged", "live"),
    **_same("text", "why_not", "purged"),
    "chain": ("texts", _at("chain")),
    "earliest": ("text", _at("when", "earliest")),
    "latest": ("text", _at("when", "latest")),
    "words": ("text", _at("evidence", "text")),
    "start": ("number", _at("evidence", "start")),
    "end": ("number", _at("evidence", "end")),
}
POSITIONS: Columns = {
    **_same("text", "at", "actor", "country", "role", "issue", "stance", "movement", "line"),
    "moved": ("text", _at("moved", "direction")),
    "moved_from": ("text", _at("moved", "from")),
    "moved_since": ("text", _at("moved", "since")),
    "chain": ("texts", _at("chain")),
    "words": ("text", _at("evidence", "text")),
    "start": ("number", _at("evidence", "start")),
    "end": ("number", _at("evidence", "end")),
    **_same("text", "document", "report", "outlet"),
}
CONTRADICTIONS: Columns = {
    **_same("text", "encounter", "kind", "over"),
    "parties": ("texts", _each("parties", "name")),
    **{name: ("texts", _at(name)) for name in ("claims", "documents")},
    "statuses": ("texts", _each("sides", "status")),
    "origins": ("texts", _each("sides", "origin")),
    "words": ("texts", _each("sides", "evidence", "text")),
}
DOCUMENTS: Columns = {
    **_same("text", "id", "source", "outlet", "title", "url", "published", "language", "at", "recorded"),
    **_same("number", "source_group", "encounters"),
    **_same("text", "engine", "lexicon", "superseded_by", "purged"),
}
FLAT: Mapping[str, Columns] = {
    "encounters": ENCOUNTERS,
    "claims": CLAIMS,
    "positions": POSITIONS,
    "contradictions": CONTRADICTIONS,
    "documents": DOCUMENTS,
}


def flat(kind: str, row: Row) -> Row:
    """The row without anything inside anything, but for lists of words."""
    return {name: value(row) for name, (_, value) in FLAT[kind].items()}
