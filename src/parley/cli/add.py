"""``parley add``: articles into the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.left_out import LeftOut, errors_option
from parley.cli.options import columns_option, ledger_option


@click.command("add", short_help="Read articles and record them in the ledger.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@ledger_option
@click.option("--published", metavar="DATE", help="The date of articles that tell none, such as 2026-03-17.")
@click.option("--outlet", metavar="NAME", help="The outlet of articles that tell none.")
@click.option("--again", is_flag=True, help="Read anew what is held already; judgements stay.")
@columns_option
@errors_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no closing line; skipped and failed are still told.")
def command(
    inputs: tuple[str, ...],
    ledger: str | None,
    published: str | None,
    outlet: str | None,
    again: bool,
    columns: dict[str, str] | None,
    errors: Path | None,
    quiet: bool,
) -> int:
    """Read articles and record what they tell; what is held already changes nothing.

    INPUT is what `parley read` takes, or the folder of a finished `parley batch`. Every article is recorded whole or
    not at all, so a run that was broken off can simply be run again.
    """
    from parley import api
    from parley.cli.adding import Adding

    with api.open_ledger(ledger) as book, LeftOut(errors) as left_out:
        tally = Adding(left_out, quiet=quiet)
        try:
            for outcome in book.adding(inputs, published=published, outlet=outlet, again=again, columns=columns):
                tally.saw(outcome)
        except BaseException:  # the disk is full, somebody stopped it: what was added before stays
            tally.broken_off()
            raise
        return tally.close()
