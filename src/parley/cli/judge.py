"""``parley merge``, ``split``, ``override``, ``reject``, ``confirm``, ``undo``: what people decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from parley.cli.options import ledger_option

if TYPE_CHECKING:
    from parley.keeping import Ledger
    from parley.model.ledger import Judgement

Command = TypeVar("Command", bound=Callable[..., Any])


def signed(command: Command) -> Command:
    """``--by`` and ``--because``, which every judgement has, and the ledger."""
    command = click.option("--because", required=True, metavar="WORDS", help="The reason.")(command)
    command = click.option("--by", required=True, metavar="NAME", help="Who decides.")(command)
    return ledger_option(command)


def _decide(ledger: str | None, how: Callable[[Ledger], tuple[Judgement, ...]]) -> int:
    """Make the judgements and print them, one a line."""
    import json

    from parley import api
    from parley.model.reading import plain

    with api.open_ledger(ledger, create=False) as book:
        for made in how(book):
            click.echo(json.dumps(plain(made), ensure_ascii=False))
            click.echo(f"parley: recorded; to undo it: parley undo {made.id} --by NAME --because WORDS", err=True)
    return 0


@click.command("merge", short_help="Decide that encounters are one.")
@click.argument("encounters", nargs=-1, required=True, metavar="ENCOUNTER...")
@signed
def merge(encounters: tuple[str, ...], ledger: str | None, by: str, because: str) -> int:
    """Decide that two or more ENCOUNTERs are one and the same."""
    return _decide(ledger, lambda book: (book.merge(encounters, by=by, because=because),))


@click.command("split", short_help="Decide that an encounter is two.")
@click.argument("encounter")
@click.argument("parts", nargs=-1, required=True, metavar="APPEARANCE...")
@signed
def split(encounter: str, parts: tuple[str, ...], ledger: str | None, by: str, because: str) -> int:
    """Decide that these APPEARANCEs of an ENCOUNTER (ids, or the sources of their reports) are another one."""
    return _decide(ledger, lambda book: book.split(encounter, parts, by=by, because=because))


@click.command("override", short_help="Decide on the status of an encounter.")
@click.argument("encounter")
@click.argument("status")
@signed
def override(encounter: str, status: str, ledger: str | None, by: str, because: str) -> int:
    """Decide that the STATUS of an ENCOUNTER is this one; what the rules say stays visible beside it."""
    return _decide(ledger, lambda book: (book.override(encounter, status, by=by, because=because),))


@click.command("reject", short_help="Decide that claims do not count.")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@signed
def reject(claims: tuple[str, ...], ledger: str | None, by: str, because: str) -> int:
    """Decide that these CLAIMs, as "parley why" names them, do not count; they stay visible."""
    return _decide(ledger, lambda book: (book.reject(claims, by=by, because=because),))


@click.command("confirm", short_help="Confirm claims, or a link.")
@click.argument("what", nargs=-1, required=True, metavar="CLAIM_OR_APPEARANCE...")
@signed
def confirm(what: tuple[str, ...], ledger: str | None, by: str, because: str) -> int:
    """Stand by claims, or by an appearance being where it is: the machine does not move it any more."""
    return _decide(ledger, lambda book: (book.confirm(what, by=by, because=because),))


@click.command("undo", short_help="Undo a judgement.")
@click.argument("judgement")
@signed
def undo(judgement: str, ledger: str | None, by: str, because: str) -> int:
    """Decide that a JUDGEMENT counts no more; it stays on record."""
    return _decide(ledger, lambda book: (book.undo(judgement, by=by, because=because),))
