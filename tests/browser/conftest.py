"""A browser (the system's Chromium, headless) and a ledger that is served to it from a thread.

Where there is no Chromium the tests here are skipped, with a word on how to get it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from parley.keeping import Ledger
from tests.ledger.conftest import opened
from tests.web import hostile
from tests.web.conftest import TOKEN
from tests.web.serving import served

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-sync",
)


def chromium() -> str | None:
    """The Chromium of the system; ``PARLEY_TEST_BROWSER`` names another."""
    given = os.environ.get("PARLEY_TEST_BROWSER")
    return given or next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("pages are not tested in a browser: no chromium on the path (apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield started
        started.close()


@dataclass
class Site:
    """What is served: its address, the ledger behind it, the token of whoever corrects."""

    address: str
    ledger: Ledger
    token: str = TOKEN


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A ledger of invented encounters, some told in hostile words."""
    with opened(str(tmp_path_factory.mktemp("browser") / "b.db")) as ledger:
        hostile.fill(ledger)
        with served(ledger, TOKEN) as address:
            yield Site(address, ledger)


@dataclass
class Watched:
    """What a page did that no page may do."""

    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page, address: str) -> None:
        """Write down faults of scripts, breaches of the policy, dialogs, and requests to anywhere else."""

        def dismissed(dialog: Any) -> None:
            self.complaints.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", dismissed)
        page.on("pageerror", lambda error: self.complaints.append(f"fault: {error}"))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(address) else self.complaints.append(r.url))


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["wide-light", "narrow-dark"])
def page(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page of a wide or a narrow window, in light or dark; it must do nothing that no page may do."""
    width, scheme = request.param
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": 800}, color_scheme=scheme, accept_downloads=True
    )
    opened, watched = context.new_page(), Watched()
    watched.over(opened, site.address)
    yield opened
    context.close()
    assert [c for c in watched.complaints if "status of 404" not in c] == []
