"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def ledger_option(command: Command) -> Command:
    """``--ledger``: the path of a file, or the URL of a PostgreSQL database."""
    text = "The ledger: a file, or a postgresql:// URL. Without it: PARLEY_LEDGER, else parley.db in your data folder."
    return click.option("--ledger", metavar="PATH", help=text)(command)


def moments(command: Command) -> Command:
    """``--as-of`` and ``--recorded-by``: the two times of the ledger."""
    told = "What was published by then: a day (its end counts) or a moment, UTC where it names no zone."
    held = "What this ledger held by then."
    command = click.option("--recorded-by", metavar="TIME", help=held)(command)
    return click.option("--as-of", metavar="TIME", help=told)(command)


def output(command: Command) -> Command:
    """``-o``: a file instead of standard output."""
    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", type=kind, metavar="FILE", help="Write there, once all is done.")(command)


def filters(command: Command) -> Command:
    """What encounters are asked for."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


STATUSES = (
    "proposed announced scheduled under_way held on_hold postponed cancelled denied unknown".split()  # noqa: SIM905
)
KINDS = ("summit", "meeting", "talks", "call", "visit")
FILTERS = (
    click.option("--actor", metavar="NAME", help="With this person, state or body."),
    click.option("--place", metavar="NAME", help="In this place or state."),
    click.option("--from", "first", metavar="DAY", help="On this day or later."),
    click.option("--to", "last", metavar="DAY", help="On this day or earlier."),
    click.option("--status", type=click.Choice(STATUSES), multiple=True, help="Of this status; may be given again."),
    click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Of this kind; may be given again."),
    click.option("--disputed", is_flag=True, help="Those that are disputed."),
    click.option("--unconfirmed", is_flag=True, help="Those whose day has passed without word."),
    click.option(
        "--order",
        type=click.Choice(["news", "day", "back"]),
        default="news",
        show_default=True,
        help="The newest word first, by day, or by day from the latest back.",
    ),
    click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many."),
    click.option("--after", metavar="CURSOR", help="Go on after the row with this cursor."),
)


def columns_option(command: Command) -> Command:
    """``--columns``: which column of a table holds which field."""
    words = "Of CSV and Parquet: which column holds what, such as text=body,title=headline,published=date."
    return click.option("--columns", metavar="MAP", callback=_columns, help=words)(command)


def _columns(_: click.Context, __: click.Parameter, words: str | None) -> dict[str, str] | None:
    if words is None:
        return None
    from parley.ingest.tables import columns_given

    return columns_given(words)
