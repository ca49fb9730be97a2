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
    """Tell why an ENCOUNTER stands as it does: every claim with its words and sources, the rule, what contradicts."""
    from parley import api
    from parley.cli.listing import terminal

    with api.open_ledger(ledger, create=False) as book:
        row = book.why(encounter, as_of=as_of, recorded_by=recorded_by)
    if terminal():
        from parley.cli.case import print_case

        print_case(row)
    else:
        click.echo(json.dumps(row, ensure_ascii=False))
    return 0
