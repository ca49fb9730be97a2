"""``parley export``: the ledger for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import ledger_option, moments, output

KINDS = ("encounters",)
FORMS = ("jsonl",)


@click.command("export", short_help="Write the ledger for other programs.")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-f", "--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True)
@ledger_option
@moments
@output
def command(
    kind: str, form: str, ledger: str | None, as_of: str | None, recorded_by: str | None, output: Path | None
) -> int:
    """Write all of one KIND, one a line."""
    import json

    from parley import api
    from parley.cli.sink import sink_for

    with api.open_ledger(ledger, create=False) as book, sink_for(output) as sink:
        for row in book.export(kind, as_of=as_of):
            sink.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0
