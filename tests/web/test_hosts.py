"""A ledger on one's own machine is told to nobody who asks for it by another name."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.web.app import Settings, create_app
from parley.web.hosts import names_of
from tests.ledger.conftest import opened


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8010", 200),
        ("localhost", 200),
        ("[::1]:8010", 200),
        ("rebound.example", 421),
        ("127.0.0.1.example", 421),
        ("[", 421),
        ("", 421),
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/v1/encounters", "/agenda.csv"])
def test_only_names_of_this_machine_are_answered(tmp_path: Path, path: str, host: str, status: int) -> None:
    with opened(str(tmp_path / "h.db")) as ledger:
        client = TestClient(create_app(ledger, Settings(names=names_of("127.0.0.1"))))
        assert client.get(path, headers={"Host": host}).status_code == status


def test_whoever_listens_to_others_is_asked_by_any_name() -> None:
    assert names_of("0.0.0.0") is None
