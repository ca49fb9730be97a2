"""``parley positions``: who wants, offers or refuses what, over time."""

from __future__ import annotations

import click

from parley.cli.options import ledger_option, moments


@click.command("positions", short_help="Who wants, offers or refuses what, over time.")
@click.option("--actor", metavar="NAME", help="Of this person, state or body.")
@click.option("--issue", metavar="WORDS", help="On what these words are about.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@ledger_option
@moments
def command(
    actor: str | None,
    issue: str | None,
    limit: int | None,
    ledger: str | None,
    as_of: str | None,
    recorded_by: str | None,
) -> int:
    """Tell what each side demands, offers or refuses on each issue, the oldest word first, and who moved where."""
    from parley import api
    from parley.cli import listing

    with api.open_ledger(ledger, create=False) as book:
        rows = book.positions(actor=actor, issue=issue, as_of=as_of, recorded_by=recorded_by, limit=limit)
        if not listing.terminal():
            return listing.show(rows, {}, "")
        from parley.cli.lines import print_lines

        return print_lines(rows, "no such position in this ledger")
