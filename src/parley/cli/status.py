"""``parley status``: the agenda."""

from __future__ import annotations

import click

from parley.cli.options import filters, ledger_option, moments

PEOPLE = 50  # rows that are shown on a terminal


@click.command("status", short_help="The agenda: each encounter and how it stands.")
@ledger_option
@moments
@filters
def command(ledger: str | None, as_of: str | None, recorded_by: str | None, **wanted: object) -> int:
    """Tell of each encounter how it stands, since when, on whose word, and whether that is disputed."""
    return agenda(ledger, None, as_of, recorded_by, wanted)


def agenda(
    ledger: str | None, words: str | None, as_of: str | None, recorded_by: str | None, wanted: dict[str, object]
) -> int:
    """Print the encounters that are asked for."""
    from parley import api
    from parley.cli.listing import AGENDA, show, terminal

    limit = wanted.pop("limit") or (PEOPLE if terminal() else None)
    asked = {"statuses": wanted.pop("status"), "kinds": wanted.pop("kind"), **wanted, "limit": limit}
    with api.open_ledger(ledger, create=False) as book:
        rows = book.find(words, as_of=as_of, recorded_by=recorded_by, **asked)
        return show(rows, AGENDA, "no such encounter in this ledger", limit=int(str(limit)) if limit else None)
