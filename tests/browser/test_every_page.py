"""On every page: nothing that axe finds wrong, nothing wider than the window, the keyboard leads to the content."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.crawl import kinds

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def first_document(site: Site) -> str:
    return str(next(iter(site.ledger.documents()))["id"])


PAGES: dict[str, Callable[[Site], str]] = {
    "agenda": lambda _: "/",
    "article": lambda site: f"/articles/{first_document(site)}",
    "nothing there": lambda _: "/no/such/page",
}


def wrong(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe finds wrong: the rule, what it says, where."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response["violations"]
    return [(v["id"], v["help"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong(page: Page, site: Site, name: str) -> None:
    page.goto(PAGES[name](site))
    assert wrong(page) == []


def test_axe_finds_nothing_wrong_on_any_kind_of_page_that_links_lead_to(page: Page, site: Site) -> None:
    for kind, address in kinds(site.address).items():
        page.goto(address)
        assert (kind, wrong(page)) == (kind, [])
        assert (kind, page.evaluate("document.documentElement.scrollWidth")) <= (kind, page.viewport_size["width"])  # type: ignore[index]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(page: Page, site: Site, name: str) -> None:
    page.goto(PAGES[name](site))
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


@pytest.mark.parametrize("name", PAGES)
def test_the_first_key_leads_to_the_content(page: Page, site: Site, name: str) -> None:
    page.goto(PAGES[name](site))
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    assert page.locator("#main").is_visible()
    assert page.locator("h1").count() == 1
