"""A ledger as one page: every encounter with its history, its words, and the sides that differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.views.report import ledger_page
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading
from tests.views.test_marks import Page

SAID = (
    reading(Told(source="Norway")),
    reading(Told("cancelled", source="Portugal"), name="a2", published="2026-03-05", outlet="The Herald"),
    reading(Told("on_hold", source="Norway"), name="a3", published="2026-03-06"),
    reading(Told("held", ("Peru", "Chile"), kind="visit"), name="a4", published="2026-03-25"),
)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, Any]]]:
    with opened(str(Path(tmp_path_factory.mktemp("report")) / "l.db")) as ledger:
        ledger.add(list(SAID))
        yield list(ledger.export("encounters"))


def test_every_change_stands_there_with_its_words_and_on_whose_word(rows: list[dict[str, Any]]) -> None:
    told = " ".join(Page(ledger_page(rows)).text.split())
    for row in rows:
        for step in row["history"]:
            assert all(" ".join(w.split()) in told for w in (*step["words"], *step["on_whose_word"]))


def test_who_says_the_same_stands_on_one_side(rows: list[dict[str, Any]]) -> None:
    disputed = [r for r in rows if r["contradictions"]]
    html = ledger_page(rows)
    assert html.count('class="differs"') == sum(len({c["over"] for c in r["contradictions"]}) for r in disputed)


def test_each_entry_of_the_agenda_leads_to_its_account(rows: list[dict[str, Any]]) -> None:
    page = Page(ledger_page(rows))
    anchors = {v["id"] for _, v in page.tags if v.get("id")}
    assert {r["id"] for r in rows} <= anchors
    assert {(v["href"] or "")[1:] for _, v in page.tags if (v.get("href") or "").startswith("#")} <= anchors


def test_an_empty_ledger_says_so() -> None:
    assert "No encounter in this ledger by then" in ledger_page([], moment="2026-03-01")
