"""``parley ledger``: keeping a ledger."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import click

from parley.cli.judge import signed
from parley.cli.options import ledger_option


@click.group("ledger", short_help="Keep a ledger: backup, restore, upgrade, move, rebuild, purge.")
def command() -> None:
    """Keep a ledger: back it up, restore it, bring it up to date, move it, make its projection anew, purge a text."""


def _progress() -> Callable[[str, int], None]:
    """A line now and then."""
    from parley.cli.tally import EVERY, note

    following = [time.monotonic() + EVERY]

    def told(what: str, count: int) -> None:
        if time.monotonic() >= following[0]:
            note(f"{count} {what} so far")
            following[0] = time.monotonic() + EVERY

    return told


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counts.items() if n) or "nothing"


@command.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def backup(file: Path, ledger: str | None) -> int:
    """Write a whole copy into a new FILE (SQLite, from either engine), while others go on writing."""
    from parley import api
    from parley.cli.tally import note

    with api.open_ledger(ledger, create=False, outdated=True) as book:
        note(f"backed up in {book.backup(file, _progress())}")
    return 0


@command.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def restore(file: Path, ledger: str | None) -> int:
    """Fill a new ledger (--ledger) from the backup in FILE."""
    from parley import api
    from parley.cli.tally import note

    if not file.is_file():
        raise click.ClickException(f"{file}: there is no backup; check the path")
    with api.open_ledger(ledger) as book:
        note(f"restored {_counted(book.restore(file, _progress()))}")
    return 0


@command.command("upgrade")
@ledger_option
def upgrade(ledger: str | None) -> int:
    """Bring a ledger that an older Parley made up to date."""
    from parley import api
    from parley.cli.tally import note

    before, after = api.upgrade_ledger(ledger)
    note(f"schema {after}, nothing to do" if before == after else f"schema {before} brought to {after}")
    return 0


@command.command("move")
@click.argument("url", metavar="URL_OR_PATH")
@ledger_option
def move(url: str, ledger: str | None) -> int:
    """Copy everything to a new ledger, of either engine; this one stays as it is."""
    from parley import api
    from parley.cli.tally import note

    with api.open_ledger(ledger, create=False, outdated=True) as book:
        note(f"moved {_counted(book.move(url, _progress()))}; use it with --ledger, or set PARLEY_LEDGER")
    return 0


@command.command("rebuild")
@ledger_option
def rebuild(ledger: str | None) -> int:
    """Make the projection anew from what was recorded; it is a cache, and nothing is lost."""
    from parley import api
    from parley.cli.tally import note

    with api.open_ledger(ledger, create=False, outdated=True) as book:
        book.rebuild(_progress())
        note("rebuilt")
    return 0


@command.command("purge")
@click.argument("document")
@signed
def purge(document: str, ledger: str | None, by: str, because: str) -> int:
    """Take the words of a DOCUMENT out of the ledger; a tombstone with the reason stays."""
    from parley import api
    from parley.cli.tally import note

    with api.open_ledger(ledger, create=False) as book:
        gone = book.purge(document, by=by, because=because)
    for row in gone:
        click.echo(json.dumps(row, ensure_ascii=False))
    note(f"{len(gone)} purged; backups and copies of this text under other names are not" if gone else "purged already")
    return 0
