"""``parley why``: the whole case of one encounter."""

from __future__ import annotations

import json

import click

from parley.cli.options import ledger_option, moments


@click.command("why", short_help="The whole case of one encounter.")
@click.argument("encounter")
@ledger_option
@moments
def command(encounter: str, ledger: str | None, as_of: str | None, recorded_by: str | None) -> int:
    """Tell why an encounter stands as it does: every claim with its words and sources, the rule, what contradicts."""
    from parley import api

    with api.open_ledger(ledger, create=False) as book:
        click.echo(json.dumps(book.why(encounter, as_of=as_of), ensure_ascii=False, indent=2))
    return 0
