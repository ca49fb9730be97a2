"""``parley export``: the ledger for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from parley.cli.options import ledger_option, moments, output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parley.export.choice import Choice

KINDS = ("encounters", "claims", "positions", "contradictions", "documents")
FORMS = ("jsonl", "csv", "parquet", "html", "ics", "jsonld", "superdesk", "ninjs", "plover")
TABLES = FORMS[:3]


@click.command("export", short_help="Write the ledger for other programs.")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-f", "--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True)
@click.option(
    "--cancelled",
    type=click.Choice(["keep", "remove"]),
    default="keep",
    show_default=True,
    help="Of ics: keep what was called off, with the word before its name, or mark it for removal.",
)
@click.option("--denied", is_flag=True, help="Of ics: what was denied too.")
@ledger_option
@moments
@output
def command(
    kind: str,
    form: str,
    cancelled: Literal["keep", "remove"],
    denied: bool,
    ledger: str | None,
    as_of: str | None,
    recorded_by: str | None,
    output: Path | None,
) -> int:
    """Write all of one KIND: encounters, claims, positions, contradictions or documents.

    ics, jsonld, superdesk, ninjs and plover are for encounters; docs/exports.md tells what each cannot carry.
    """
    from parley import api
    from parley.cli.sink import sink_for
    from parley.errors import OptionError
    from parley.export.choice import Choice
    from parley.export.tables import FORMATS

    if form not in TABLES and kind != "encounters":
        raise OptionError(f"{form} is for encounters", where="--format", hint=f"one of: {', '.join(TABLES)}")
    with api.open_ledger(ledger, create=False) as book:
        rows = book.export(kind, as_of=as_of, recorded_by=recorded_by)
        if form == "html":
            return _page(rows, output, as_of or recorded_by)
        if form == "parquet":
            return _binary(FORMATS[form](kind, rows), output)
        pieces = FORMATS[form](kind, rows) if form in TABLES else _of_the_field(form, rows, Choice(cancelled, denied))
        with sink_for(output) as sink:
            for piece in pieces:
                sink.write(str(piece))
    return 0


def _page(rows: Iterator[dict[str, Any]], output: Path | None, moment: str | None) -> int:
    """The agenda as one page that stands alone."""
    from parley.cli.sink import sink_for
    from parley.explain import ledger_rule
    from parley.views.report import ledger_page

    with sink_for(output) as sink:
        sink.write(ledger_page(rows, lambda name: ledger_rule(name) or name, moment))
    return 0


def _of_the_field(form: str, rows: Iterable[dict[str, Any]], choice: Choice) -> Iterator[str]:
    """The pieces of a format of the field; what it has no place for is told on standard error."""
    from collections import Counter

    from parley.export.field import FIELD

    field, left = FIELD[form], Counter[str]()

    def counted() -> Iterator[dict[str, Any]]:
        for row in rows:
            if (why := field.left_out(row, choice)) is not None:
                left[why] += 1
            yield row

    yield from field.write(counted(), choice)
    for why, number in left.items():
        click.echo(f"parley: left out: {number} {why}", err=True)


def _binary(pieces: Iterator[str | bytes], output: Path | None) -> int:
    """Bytes to a file that appears only when it is whole, or down a pipe."""
    import os
    import sys

    from parley.errors import OutputError

    if output is None or str(output) == "-":
        if sys.stdout.isatty():
            raise OutputError("Parquet is not for the screen", hint="write it to a file with -o FILE")
        for piece in pieces:
            sys.stdout.buffer.write(piece)  # type: ignore[arg-type]
        return 0
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            for piece in pieces:
                file.write(piece)  # type: ignore[arg-type]
        part.replace(output)
    except OSError as error:
        fault = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise OutputError(fault, where=str(output), hint="check the path, or give another") from None
    finally:
        part.unlink(missing_ok=True)
    return 0
