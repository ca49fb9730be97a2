"""``parley timeline``: the history of an encounter, or the encounters of an actor, as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import ledger_option, moments, output


@click.command("timeline", short_help="A timeline as a picture (SVG).")
@click.argument("encounter", required=False)
@click.option("--actor", metavar="NAME", help="The encounters of this person, state or body instead.")
@ledger_option
@moments
@output
def command(
    encounter: str | None,
    actor: str | None,
    ledger: str | None,
    as_of: str | None,
    recorded_by: str | None,
    output: Path | None,
) -> int:
    """Draw how an ENCOUNTER came to stand as it does, or whom an actor met and is to meet."""
    from datetime import date

    from parley import api
    from parley.cli.sink import sink_for
    from parley.errors import OptionError
    from parley.views import timeline

    if (encounter is None) == (actor is None):
        raise OptionError("one encounter or one actor", hint="parley timeline ENCOUNTER, or --actor NAME")
    with api.open_ledger(ledger, create=False) as book:
        if encounter:
            picture = timeline.of_encounter(book.why(encounter, as_of=as_of, recorded_by=recorded_by))
        else:
            rows = book.find(None, actor=actor, as_of=as_of, recorded_by=recorded_by)
            today = date.fromisoformat(as_of[:10]) if as_of else date.today()
            picture = timeline.of_actor(actor or "", rows, today)
    with sink_for(output) as sink:
        sink.write(picture)
    return 0
