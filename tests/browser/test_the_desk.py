"""The way of an editor at the desk, as far as people walk it: from the agenda to the exact words."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site


def test_the_agenda_shows_how_each_encounter_stands(page: Page, site: Site) -> None:
    page.goto("/")
    rows = list(site.ledger.status())
    for row in rows:
        expect(page.locator(f'main a[href^="/encounters/{row["id"]}"]').first).to_be_visible()


def test_an_article_shows_the_exact_words_of_its_facts(page: Page, site: Site) -> None:
    report = next(iter(site.ledger.documents()))["id"]
    evidence = site.ledger.reading(report)["encounters"][0]["claims"][0]["evidence"]["text"]
    page.goto(f"/articles/{report}")
    shown = page.locator("main").inner_text()
    assert " ".join(evidence.split())[:40] in " ".join(shown.split())


def test_what_the_page_shows_is_there_as_data(page: Page, site: Site) -> None:
    page.goto("/")
    address = page.evaluate("async () => (await (await fetch('/agenda.jsonl')).text()).trim().split('\\n').length")
    assert address == len(list(site.ledger.status()))
