"""``parley status``: the agenda."""

from __future__ import annotations

import json

import click

from parley.cli.options import ledger_option, moments


@click.command("status", short_help="The agenda: each encounter and how it stands.")
@ledger_option
@moments
def command(ledger: str | None, as_of: str | None, recorded_by: str | None) -> int:
    """Tell of each encounter how it stands, since when, on whose word, and whether that is disputed."""
    from parley import api

    with api.open_ledger(ledger, create=False) as book:
        for row in book.status(as_of=as_of):
            click.echo(json.dumps(row, ensure_ascii=False))
    return 0
