"""A served ledger with two articles in it, and a client that asks it in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.web.app import Settings, create_app
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading

TOKEN = "let-me-in"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """The pages over a meeting that one article schedules and another calls off."""
    with opened(str(tmp_path / "web.db")) as ledger:
        ledger.add(
            [reading(Told()), reading(Told("cancelled"), name="a2", published="2026-03-05", outlet="The Herald")]
        )
        yield TestClient(create_app(ledger, Settings(TOKEN)))
