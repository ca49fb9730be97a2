"""How long pages take and what they weigh over a large ledger: ``python -m eval.bench_pages``.

The ledger is made as in ``eval.bench_ledger``, the pages are asked for in this process: no network is measured.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

from eval import bench_ledger as made
from eval import machine
from eval import store as figures
from parley.keeping import Ledger
from parley.ledger import cache as k
from parley.ledger import schema as s
from parley.ledger import words
from parley.web.app import create_app
from tests.ledger.told import Told, reading

ENCOUNTERS = 100_000
CLAIMS = 2  # of an encounter in one article
SPAN = timedelta(days=300)  # over which the repetitions are spread
TIMES = 15
DIFFERING = 150  # encounters of which sources contradict each other
DEEP = 5  # pages to leaf through before a later one is measured
RUNS, LEFT = 120, 300  # runs on record, and inputs left out in each
TARGET_MS, TARGET_KB = 200, 200
LATER = re.compile(r'href="(/[^"]*)" rel="next"')


def fill(ledger: Ledger, encounters: int) -> None:
    """A ledger of so many encounters, with words to search for and runs."""
    ledger.add(list(made.articles(made.ARTICLES, CLAIMS)))
    rows = made.held(ledger)
    copies = max(1, -(-encounters // made.ledger_size(ledger)))
    made.grow(ledger, rows, copies, SPAN / copies)
    differ(ledger)
    with ledger._writing() as c:
        for table, counted, told in (("cache_pages", "reports", "title"), ("cache_words", "appearances", "id")):
            high = max(row["n"] for row in rows[counted])
            words.fill(c, table, ((n, text) for n, text in _words(rows, counted, told, high, copies)))
        c.exec_driver_sql("ANALYZE")
    for n in range(RUNS):
        run = ledger.begin_run("add", "bench", {"number": n})
        ledger.note(
            run, [("skipped", f"notes/{n}/{i}.txt", "not English (looks like German)", None) for i in range(LEFT)]
        )


def differ(ledger: Ledger) -> None:
    """Add encounters of which two outlets say what cannot both be true."""
    told = []
    for n in range(DIFFERING):
        sides, day = made.SIDES[n % len(made.SIDES)], f"{date(2024, 1, 1) + timedelta(days=5 * n)}"
        for status, outlet in (("scheduled", "The Post"), ("denied", "The Herald")):
            one = Told(status, sides, day)  # type: ignore[arg-type]
            told.append(reading(one, name=f"{outlet} {n}", published="2023-12-20", outlet=outlet))
    ledger.add(told)


def _words(rows: dict[str, Any], counted: str, told: str, high: int, copies: int) -> Iterator[tuple[int, str]]:
    """What the repeated rows are found by: parties at random, and a word that few have."""
    draw = Random(3)
    for n in range(high + 1, high * copies + 1):
        yield n, f"{' '.join(draw.choice(made.SIDES)).casefold()} bergen {'rare' if n % 9973 == 0 else ''}"


def pages(client: TestClient, ledger: Ledger) -> dict[str, list[str]]:
    """The addresses of each page, different ones where there are any."""
    draw, now = Random(2), datetime.now(UTC)
    with ledger._reading() as c:
        ids = list(c.scalars(sa.select(k.states.c.encounter).distinct()))
        reports = list(c.scalars(sa.select(s.reports.c.id)))
    moments = [f"{now - timedelta(days=draw.randint(1, 200)):%Y-%m-%d}" for _ in range(TIMES)]
    return {
        "agenda": ["/"],
        "agenda, newest word first": ["/?order=news"],
        "agenda, by status and kind": ["/?status=scheduled&kind=visit"],
        "agenda, by actor": ["/?actor=Kenya"],
        "agenda, by actor and status": ["/?actor=Kenya&status=held"],
        "agenda, disputed": ["/?disputed=1"],
        "agenda, as of a moment": [f"/?as_of={m}" for m in moments],
        "agenda, a later page": [_deep(client, "/")],
        "agenda, a later page of an actor": [_deep(client, "/?actor=Kenya")],
        "encounter": [f"/encounters/{i}" for i in draw.sample(ids, TIMES)],
        "article": [f"/articles/{i}" for i in draw.sample(reports, TIMES)],
        "contradictions": ["/contradictions"],
        "contradictions, a later page": [_deep(client, "/contradictions")],
        "actors": ["/actors"],
        "actors, by name": ["/actors?name=ken"],
        "one actor": ["/actors/Kenya"],
        "runs": ["/runs"],
        "changes": ["/changes"],
        "changes in a month": [f"/changes?since={now - timedelta(days=30):%Y-%m-%d}"],
        "search, a frequent word": ["/search?q=Kenya"],
        "search, a rare word": ["/search?q=rare"],
    }


def _deep(client: TestClient, path: str) -> str:
    """The address of a page some pages further on."""
    for _ in range(DEEP):
        found = LATER.search(client.get(path).text)
        path = unescape(found[1]) if found else path
    return path


def measure(client: TestClient, ledger: Ledger) -> dict[str, Any]:
    """Of each page the median and the worst in ms, and the heaviest in kB, without the text of an article."""
    out = {}
    for name, paths in pages(client, ledger).items():
        client.get(paths[0])
        took, weights = [], []
        for n in range(TIMES):
            path = paths[n % len(paths)]
            start = time.perf_counter()
            answer = client.get(path)
            took.append((time.perf_counter() - start) * 1000)
            assert answer.status_code == 200, path
            text = ledger.reading(path.rpartition("/")[2])["document"]["text"] if "/articles/" in path else ""
            weights.append(len(answer.content) - len(text.encode()))
        out[name] = {"median_ms": round(statistics.median(took)), "worst_ms": round(max(took))}
        out[name]["kb"] = round(max(weights) / 1000)
        print(f"{name:34} {json.dumps(out[name])}", flush=True)
    return out


def main() -> None:
    """Make the ledger (or open one that is there) and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encounters", type=int, default=ENCOUNTERS)
    parser.add_argument("--ledger", help="where the ledger is, or is to be kept")
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    facts = machine.facts()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(given.ledger or Path(folder, "pages.db"))
        there = path.exists()
        with Ledger(str(path), made.unread) as ledger:
            if not there:
                fill(ledger, given.encounters)
            size = made.ledger_size(ledger)
            print(f"{size:,} encounters, {ledger.size() / 1e6:,.0f} MB", flush=True)
            found = measure(TestClient(create_app(ledger)), ledger)
    if given.save:
        figures.save("pages", {"encounters": size, "rows": found, "machine": facts})


if __name__ == "__main__":
    main()
