"""The agenda opens around now and leads to later and earlier days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.web import agenda
from parley.web.app import create_app
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading

SIDES = [(a, b) for a in ("Norway", "Portugal", "Peru") for b in ("Chile", "Kenya", "Nepal")]
DAYS = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-20", "2026-03-24", "2026-03-30", "2026-04-05", None]
AT = "as_of=2026-03-18"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Three meetings before 18 March, four after it, one without a day; pages of two."""
    for name in ("AHEAD", "PAST", "UNDATED"):
        monkeypatch.setattr(agenda, name, 2)
    with opened(str(tmp_path / "now.db")) as ledger:
        told = [Told(parties=p, day=d) for p, d in zip(SIDES, DAYS, strict=False)]
        ledger.add([reading(*told)])
        yield TestClient(create_app(ledger))


def days(client: TestClient, path: str) -> list[str | None]:
    return [row["when"] and row["when"]["earliest"][:10] for row in client.get(path).json()]


def way(client: TestClient, path: str, name: str) -> str:
    found = re.search(rf'<a href="([^"]*)"[^>]*>{name}</a>', client.get(path).text)
    assert found, name
    return unescape(found[1])


def twin(path: str) -> str:
    return path.replace("/?", "/agenda.json?", 1)


def test_what_comes_next_is_first_then_what_is_over_then_what_has_no_day(client: TestClient) -> None:
    assert days(client, f"/agenda.json?{AT}") == ["2026-03-20", "2026-03-24", "2026-03-16", "2026-03-09", None]
    page = client.get(f"/?{AT}").text
    assert page.index("To come") < page.index('class="now"') < page.index("Over") < page.index("No day told")


def test_the_day_of_the_moment_itself_is_to_come(client: TestClient) -> None:
    assert days(client, "/agenda.json?as_of=2026-03-20")[0] == "2026-03-20"


def test_later_goes_on_and_earlier_goes_back(client: TestClient) -> None:
    later = way(client, f"/?{AT}", "Later")
    assert days(client, twin(later)) == ["2026-03-30", "2026-04-05"]
    earlier = way(client, f"/?{AT}", "Earlier")
    assert days(client, twin(earlier)) == ["2026-03-02", None]
    assert days(client, twin(way(client, later, "Earlier")))[:2] == ["2026-03-24", "2026-03-20"]
    assert days(client, twin(way(client, earlier, "Later")))[:2] == ["2026-03-09", "2026-03-16"]


def test_filters_and_moment_are_kept_on_the_way(client: TestClient) -> None:
    later = way(client, f"/?{AT}&kind=meeting", "Later")
    assert "kind=meeting" in later
    assert AT in later
    assert AT in way(client, later, "Around now")


def test_what_has_no_day_can_be_asked_for(client: TestClient) -> None:
    assert days(client, f"/agenda.json?undated=1&{AT}") == [None]


def test_an_order_shows_one_list(client: TestClient) -> None:
    dated = [d for d in DAYS if d]
    assert days(client, f"/agenda.json?order=day&{AT}") == [None, *dated]
    assert days(client, f"/agenda.json?order=back&{AT}") == [*dated[::-1], None]
