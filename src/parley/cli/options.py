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
