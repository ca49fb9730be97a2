"""``parley find``: encounters by words, actor, place, date, status."""

from __future__ import annotations

import click

from parley.cli.options import filters, ledger_option, moments


@click.command("find", short_help="Find encounters: words, actor, place, date, status.")
@click.argument("words", nargs=-1)
@ledger_option
@moments
@filters
def command(
    words: tuple[str, ...], ledger: str | None, as_of: str | None, recorded_by: str | None, **wanted: object
) -> int:
    """Find the encounters of which reports tell in these WORDS; words in quotation marks stand together."""
    from parley.cli.status import agenda

    asked = " ".join(f'"{w}"' if " " in w else w for w in words) or None
    return agenda(ledger, asked, as_of, recorded_by, wanted)
