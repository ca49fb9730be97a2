"""``parley serve``: the pages of a ledger."""

from __future__ import annotations

import os

import click

from parley.cli.options import ledger_option


@click.command("serve", short_help="The pages of a ledger, in your browser.")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="The port; 0 takes a free one."
)
@click.option(
    "--token", metavar="TEXT", help="What is asked of whoever corrects. Without it: PARLEY_TOKEN, else read-only."
)
def command(ledger: str | None, host: str, port: int, token: str | None) -> int:
    """Serve the pages of a ledger until interrupted."""
    from parley import api
    from parley.cli.serving import serve
    from parley.web.app import Settings, create_app
    from parley.web.hosts import names_of

    with api.open_ledger(ledger, create=False) as book:
        app = create_app(book, Settings(token or os.environ.get("PARLEY_TOKEN"), names_of(host)))
        serve(app, host, port)
    return 0
