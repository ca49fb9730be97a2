"""``parley demo``: a filled ledger of invented articles, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from parley.keeping import Ledger


@click.command("demo", short_help="A filled ledger of invented articles, in your browser.")
@click.option("--ledger", metavar="PATH", help="Keep the ledger here; without it a temporary one goes in the end.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--no-browser", is_flag=True, help="Open no browser, only tell the address.")
def command(ledger: str | None, port: int, no_browser: bool) -> int:
    """Read invented articles into a ledger and serve its pages until interrupted.

    The ledger is a temporary one unless --ledger names another. Nothing comes from the network.
    """
    from secrets import token_urlsafe
    from tempfile import TemporaryDirectory

    from parley import api

    with TemporaryDirectory(prefix="parley-demo-") as folder, api.open_ledger(ledger or f"{folder}/demo.db") as book:
        status = _filled(book)
        if status:
            return status
        from parley.cli.serving import serve
        from parley.web.app import Settings, create_app
        from parley.web.hosts import LOOPBACK

        token = token_urlsafe(6)
        click.echo(f"parley: to correct from the pages, sign in there with {token}", err=True)
        serve(create_app(book, Settings(token, names=LOOPBACK)), "127.0.0.1", port, browser=not no_browser)
    return 0


def _filled(book: Ledger) -> int:
    """The demo's articles into the ledger; what it holds already changes nothing."""
    from importlib.resources import as_file

    from parley.cli.adding import Adding
    from parley.demo import articles

    tally = Adding()
    with as_file(articles()) as path:
        for outcome in book.adding([str(path)]):
            tally.saw(outcome)
    return tally.close()
