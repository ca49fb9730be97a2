"""How long the first page of a question takes, by the size of the ledger: ``python -m eval.bench_ledger``.

A ledger of some thousand claims is made by adding articles as ever. The larger ones repeat its rows under other
ids and at other times: tables, indexes and queries are those of a ledger that grew by adding, only faster made.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from eval import machine
from eval import store as figures
from parley.keeping import Ledger
from parley.ledger import cache as k
from parley.ledger import schema as s
from parley.ledger.codec import pack, unpack
from parley.model.document import Document
from parley.model.encounter import Claim
from parley.model.reading import Reading
from tests.ledger.told import Told, reading

SIZES = (10_000, 100_000, 1_000_000)
CLAIMS = 5  # of an encounter in one article
ARTICLES = 100
EVERY = timedelta(days=3)  # between one repetition and the next
BEGIN = date(2026, 1, 1)
PAGE = 50
TIMES = 60
ID = re.compile(r"\b[0-9a-f]{16}\b")
TABLES = (
    s.reports,
    s.texts,
    s.readings,
    s.appearances,
    s.claims,
    k.members,
    k.keys,
    k.days,
    k.states,
    k.terms,
    k.copies,
)
STATUSES = ("announced", "scheduled", "postponed", "rescheduled", "held")
SIDES = [(a, b) for a in ("Norway", "Portugal", "Peru") for b in ("Chile", "Kenya", "Nepal")]


def unread(document: Document) -> Reading:
    """Nothing is read here."""
    raise AssertionError(document.source)


def articles(count: int, claims: int = CLAIMS) -> Iterator[Reading]:
    """Invented articles, each of which tells of four encounters, each of those in so many claims."""
    draw = Random(1)
    for n in range(count):
        told = []
        for sides in draw.sample(SIDES, 4):
            day = f"2026-{draw.randint(1, 6):02}-{draw.randint(1, 28):02}"
            told.append(Told(draw.choice(STATUSES), sides, day, draw.choice(["meeting", "call", "visit"])))  # type: ignore[arg-type]
        made = reading(*told, name=f"a{n}", published=(BEGIN + timedelta(days=n * 180 // count)).isoformat())
        yield replace(made, encounters=tuple(replace(e, claims=_more(e.claims[0], claims)) for e in made.encounters))


def _more(claim: Claim, count: int) -> tuple[Claim, ...]:
    first = claim.id.partition(".")[0]
    return tuple(replace(claim, id=f"{first}.c{n}") for n in range(1, count + 1))


def held(ledger: Ledger) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table that is repeated."""
    with ledger._reading() as c:
        return {t.name: [dict(r._mapping) for r in c.execute(sa.select(t))] for t in TABLES}


def grow(ledger: Ledger, rows: dict[str, list[dict[str, Any]]], copies: int, every: timedelta = EVERY) -> None:
    """Repeat the rows under other ids, each time ``every`` later."""
    known = {row["id"] for row in rows["reports"]} | {row["id"] for row in rows["appearances"]}
    high = {
        name: max((row["n"] for row in rows[name]), default=0)
        for name in ("reports", "readings", "appearances", "claims")
    }
    taken = {name[:4] for name in known}
    marks = (mark for mark in map("{:04x}".format, range(1, 0x10000)) if mark not in taken)
    for number, mark in zip(range(1, copies), marks, strict=False):
        with ledger._writing() as c:
            for table in TABLES:
                made = [
                    _repeated(table.name, row, number, mark, known, high, every * number) for row in rows[table.name]
                ]
                for start in range(0, len(made), 5000):
                    c.execute(table.insert(), made[start : start + 5000])


def _repeated(
    table: str, row: dict[str, Any], number: int, mark: str, known: set[str], high: dict[str, int], later: timedelta
) -> dict[str, Any]:
    def renamed(text: str) -> str:
        return ID.sub(lambda m: mark + m[0][4:] if m[0] in known else m[0], text)

    out = dict(row)
    for name, value in row.items():
        if name == "body" and isinstance(value, bytes):
            if table in {"appearances", "claims"}:
                out[name] = pack(json.loads(renamed(json.dumps(unpack(value)))))
        elif name in {"at", "until", "recorded"} and isinstance(value, str) and value < "9":
            out[name] = (datetime.fromisoformat(value) + later).strftime("%Y-%m-%dT%H:%M:%SZ")
        elif name in {"day", "last"} and isinstance(value, str) and value:
            out[name] = (date.fromisoformat(value) + later).isoformat()
        elif isinstance(value, str):
            out[name] = renamed(value)
    out.update({"n": row["n"] + high[table] * number} if "n" in row else {})
    out.update({"reading": row["reading"] + high["readings"] * number} if "reading" in row else {})
    out.update({"row": row["row"] + high["appearances"] * number} if "row" in row else {})
    out.update({"key": f"{row['key']} {number}"} if table == "reports" else {})
    return out


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def measure(ledger: Ledger) -> dict[str, Any]:
    """Medians and worst of each question, at moments and encounters all over the ledger."""
    draw = Random(2)
    with ledger._reading() as c:
        claims = c.execute(sa.select(sa.func.count()).select_from(s.claims)).scalar_one()
        first, last = c.execute(sa.select(sa.func.min(k.states.c.at), sa.func.max(k.states.c.at))).one()
        names = list(c.scalars(sa.select(k.states.c.encounter).distinct().limit(5000)))
    begin, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    moments = [(begin + (end - begin) * draw.random()).strftime("%Y-%m-%dT%H:%M:%SZ") for _ in range(TIMES)]
    asked: dict[str, Callable[[int], object]] = {
        "status --as-of": lambda i: list(ledger.status(as_of=moments[i], limit=PAGE)),
        "status": lambda i: list(ledger.status(limit=PAGE)),
        "status by day": lambda i: list(
            ledger.status(as_of=moments[i], limit=PAGE, order="day", first=moments[i][:10])
        ),
        "find --actor": lambda i: list(ledger.find(actor="Kenya", as_of=moments[i], limit=PAGE)),
        "why": lambda i: ledger.why(names[i % len(names)]),
    }
    draw.shuffle(names)
    out: dict[str, Any] = {"claims": claims, "encounters": ledger_size(ledger), "megabytes": round(ledger.size() / 1e6)}
    for name, ask in asked.items():
        ask(0)
        took = [timed(lambda i=i, ask=ask: ask(i)) for i in range(TIMES)]  # type: ignore[misc]
        out[name] = {"median_ms": round(statistics.median(took), 1), "worst_ms": round(max(took), 1)}
    return out


def ledger_size(ledger: Ledger) -> int:
    """How many encounters there are."""
    with ledger._reading() as c:
        return int(c.execute(sa.select(sa.func.count(sa.distinct(k.states.c.encounter)))).scalar_one())


def main() -> None:
    """Make the ledgers and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--url", help="a PostgreSQL URL of an empty database, for one size; kept beside SQLite's")
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            with Ledger(given.url or str(Path(folder, f"{size}.db")), unread) as ledger:
                started = time.perf_counter()
                ledger.add(list(articles(ARTICLES)))
                rows = held(ledger)
                grow(ledger, rows, max(1, size // len(rows["claims"])))
                with ledger._writing() as c:
                    c.exec_driver_sql("ANALYZE")
                made = time.perf_counter() - started
                found.append(measure(ledger))
                print(json.dumps({**found[-1], "made_in_s": round(made)}), flush=True)
    if given.save:
        kept = figures.load("bench_ledger") or {}
        mine = {"postgres": found, "postgres_machine": machine.facts()} if given.url else {"sizes": found}
        figures.save("bench_ledger", {**kept, **mine})


if __name__ == "__main__":
    main()
