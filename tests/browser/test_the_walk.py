"""The walk of a desk editor: what changed, the contradiction, the exact words, a correction, the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading
from tests.web.conftest import TOKEN
from tests.web.serving import served


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A summit that one paper announces and a party denies, and the same summit wrongly told as another one."""
    summit = ("Norway", "Portugal")
    with opened(str(tmp_path_factory.mktemp("walk") / "w.db")) as ledger:
        ledger.add(
            [
                reading(Told("announced", summit, None, "summit"), name="first", outlet="The Post"),
                reading(
                    Told("no_plans", summit, None, "summit", source="Portugal", stance="denies"),
                    name="second",
                    published="2026-03-02",
                    outlet="The Herald",
                ),
                reading(Told("scheduled", ("Norway", "Peru"), "2026-05-24"), name="third", published="2026-03-03"),
            ]
        )
        with served(ledger, TOKEN) as address:
            yield Site(address, ledger)


def test_the_walk(page: Page, site: Site) -> None:
    rows = {r["kind"]: r["id"] for r in site.ledger.status()}
    page.goto("/changes?since=2026-03-01")
    page.locator(f'a[href="/encounters/{rows["summit"]}"]').first.click()
    expect(page.locator("h1")).to_contain_text("Norway · Portugal")

    expect(page.locator("#otherwise")).to_be_visible()
    expect(page.locator(".differs .side")).to_have_count(2)

    page.locator('#claims ~ section a:has-text("in the text")').first.click()
    expect(page).to_have_url(re.compile(r"/articles/\w+#w-c-"))
    assert page.evaluate("() => document.querySelector(':target') !== null")

    page.goto(f"/encounters/{rows['summit']}")
    if page.locator("#token").count():
        page.fill("#token", site.token)
        page.click("text=Sign in")
    page.click("#do-merge summary")
    page.select_option("#v-merge", rows["meeting"])
    page.fill("#by-merge", "Ida")
    page.fill("#because-merge", "Peru was a slip")
    page.click("#do-merge button")
    expect(page.locator("#corrections")).to_contain_text("Peru was a slip")
    assert len(list(site.ledger.status())) == 1

    page.locator('input[placeholder="Your name"]').first.fill("Bo")
    page.locator('input[placeholder="Because"]').first.fill("no slip")
    page.locator("button", has_text="Undo").first.click()
    expect(page.locator("#corrections")).to_contain_text("undone")
    assert len(list(site.ledger.status())) == 2

    page.goto("/")
    calendar = page.locator('link[type="text/calendar"]').get_attribute("href")
    assert "BEGIN:VCALENDAR" in page.evaluate("async url => await (await fetch(url)).text()", calendar)
