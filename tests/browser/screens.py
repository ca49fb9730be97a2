"""Pictures of every page over the demo ledger: ``python -m tests.browser.screens -o DIR``.

Light and dark, wide and narrow, each page from top to bottom: for whoever judges how the pages look.
"""

from __future__ import annotations

import argparse
import tempfile
from importlib.resources import as_file
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from parley import api
from parley.demo import articles
from parley.keeping import Ledger
from tests.browser.conftest import OPTIONS, chromium
from tests.web.serving import served

TOKEN = "screens"
WINDOWS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


def filled(path: str) -> Ledger:
    """The demo's ledger."""
    book = api.open_ledger(path)
    with as_file(articles()) as demo:
        for _ in book.adding([str(demo)]):
            pass
    return book


def addresses(book: Ledger) -> dict[str, str]:
    """Every page by a short name."""
    rows = list(book.status())
    disputed = next(r for r in rows if r["disputed"])
    case = book.why(disputed["id"])
    here, early = f"/encounters/{case['id']}", case["history"][1]["at"]
    return {
        "agenda": "/",
        "agenda-none": "/?actor=Nobody&status=denied",
        "encounter": here,
        "encounter-early": f"{here}?as_of={early}",
        "article": f"/articles/{case['appearances'][0]['report']}",
        "contradictions": "/contradictions",
        "actors": "/actors",
        "actor": f"/actors/{disputed['parties'][0]['name']}",
        "runs": "/runs",
        "changes": f"/changes?since={case['history'][0]['at'][:10]}",
        "search": "/search?q=summit",
        "search-none": "/search?q=zeppelin",
        "error-404": "/encounters/none",
        "error-400": "/?status=perhaps",
    }


def taken(browser: Browser, address: str, pages: dict[str, str], folder: Path, sign: str | None = None) -> None:
    """The pictures of these pages; ``sign`` is the page on which to sign in first."""
    for width, scheme in WINDOWS:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        page = context.new_page()
        if sign:
            page.goto(sign)
            page.fill("#token", TOKEN)
            page.click("text=Sign in")
            page.wait_for_load_state()
        for name, path in pages.items():
            page.goto(path)
            page.evaluate("document.querySelectorAll('.decide').forEach(d => d.open = true)")
            page.screenshot(path=str(folder / f"{name}-{width}-{scheme}.png"), full_page=True)
        context.close()


def main() -> None:
    """All pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, required=True)
    folder = parser.parse_args().output
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as held, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        with filled(f"{held}/demo.db") as book, served(book, TOKEN) as address:
            pages = addresses(book)
            taken(browser, address, pages, folder)
            taken(browser, address, {"corrections": pages["encounter"]}, folder, pages["encounter"])
        with api.open_ledger(f"{held}/empty.db") as book, served(book) as address:
            taken(browser, address, {"empty": "/", "empty-contradictions": "/contradictions"}, folder)
        browser.close()


if __name__ == "__main__":
    main()
