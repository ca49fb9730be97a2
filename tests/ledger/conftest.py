"""Every promise of the ledger is tested on both engines."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parley.keeping import Ledger
from parley.model.document import Document
from parley.model.reading import Reading
from tests.ledger import servers

NUMBERS = itertools.count(1)
New = Callable[[], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of the tests' own server (PARLEY_TEST_POSTGRES names another, with NAME where the database stands)."""
    import os

    given = os.environ.get("PARLEY_TEST_POSTGRES")
    if given:
        yield given
        return
    pytest.importorskip("psycopg", reason="PostgreSQL is not tested: psycopg is missing")
    programs = servers.binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not tested: no initdb on the path (apt install postgresql)")
    with servers.server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[New]:
    """Makes places for new ledgers, on either engine."""
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"ledger{next(NUMBERS)}.db")
        return
    url: str = request.getfixturevalue("postgres")
    made: list[str] = []

    def create() -> str:
        made.append(f"parley{next(NUMBERS)}")
        return servers.create(url, made[-1])

    yield create
    for name in made:
        servers.drop(url, name)


def unread(document: Document) -> Reading:
    """What reads in these tests: nothing is ever read by the model."""
    raise AssertionError(f"{document.source} was read")


def opened(where: str, **options: bool) -> Ledger:
    """A ledger that takes readings only."""
    return Ledger(where, unread, **options)


@pytest.fixture
def ledger(new_place: New) -> Iterator[Ledger]:
    """A new ledger on either engine."""
    with opened(new_place()) as made:
        yield made
