"""The walk of a desk editor over the demo: changes, a contradiction, the exact words, a correction, the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.screens import filled
from tests.web.conftest import TOKEN
from tests.web.serving import served

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The ledger of ``parley demo``."""
    with filled(str(tmp_path_factory.mktemp("walk") / "w.db")) as ledger, served(ledger, TOKEN) as address:
        yield Site(address, ledger)


def summit(site: Site) -> dict[str, Any]:
    """The summit that the demo is about."""
    return next(r for r in site.ledger.status() if r["disputed"])


def test_the_walk(page: Page, site: Site) -> None:
    story, before = summit(site), len(list(site.ledger.status()))
    yesterday = date.fromisoformat(site.ledger.why(story["id"])["history"][-1]["at"][:10]) - timedelta(days=1)
    page.goto(f"/changes?since={yesterday}")
    page.locator(f'a[href^="/encounters/{story["id"]}"]').first.click()
    expect(page.locator("h1")).to_contain_text(story["parties"][0]["name"])

    expect(page.locator("#otherwise")).to_be_visible()
    assert page.locator(".differs .side").count() >= 2

    page.locator('#claims ~ section a:has-text("in the text")').first.click()
    expect(page).to_have_url(re.compile(r"/articles/\w+.*#w-c-"))
    assert page.evaluate("() => document.querySelector(':target') !== null")

    page.goto(f"/encounters/{story['id']}")
    if page.locator("#token").count():
        page.fill("#token", site.token)
        page.click("text=Sign in")
    page.click("#do-split summary")
    page.locator("#do-split input[type=checkbox]").last.check()
    page.fill("#by-split", "Ida")
    page.fill("#because-split", "that article is of another summit")
    page.click("#do-split button")
    expect(page.locator("#corrections")).to_contain_text("that article is of another summit")
    assert len(list(site.ledger.status())) == before + 1

    page.locator('input[placeholder="Your name"]').first.fill("Bo")
    page.locator('input[placeholder="Because"]').first.fill("it was the same after all")
    page.locator("button", has_text="Undo").first.click()
    expect(page.locator("#corrections")).to_contain_text("undone")
    assert len(list(site.ledger.status())) == before

    page.goto("/")
    calendar = page.locator('link[type="text/calendar"]').get_attribute("href")
    told = page.evaluate("async url => await (await fetch(url)).text()", calendar)
    assert "BEGIN:VCALENDAR" in told
    assert f"{story['id']}@parley" in told
