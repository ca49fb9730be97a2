"""``parley schema``: the JSON Schema of a reading."""

from __future__ import annotations

import click


@click.command("schema", short_help="Print the JSON Schema of a reading.")
def command() -> None:
    """Print the JSON Schema of what --format json and jsonl print."""
    from parley.schema import as_text

    click.echo(as_text(), nl=False)
