"""``parley doctor``: what is in force and what is missing."""

from __future__ import annotations

import click

MISSING = 2


@click.command("doctor", short_help="Tell what is in force and what is missing.")
def command() -> int:
    """Tell what is in force: version, model, lexicon, settings; and what is missing."""
    from parley.doctor import examine

    ill = 0
    for finding in examine():
        click.echo(f"{'!' if finding.advice else ' '} {finding.what:<9} {finding.value}")
        if finding.advice:
            ill += 1
            click.echo(f"  {'':<9} to do: {finding.advice}")
    return MISSING if ill else 0
