"""``parley export``: the ledger for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import ledger_option, moments, output

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("encounters", "claims", "positions", "contradictions", "documents")
FORMS = ("jsonl", "csv", "parquet", "html")


@click.command("export", short_help="Write the ledger for other programs.")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-f", "--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True)
@ledger_option
@moments
@output
def command(
    kind: str, form: str, ledger: str | None, as_of: str | None, recorded_by: str | None, output: Path | None
) -> int:
    """Write all of one KIND: encounters, claims, positions, contradictions or documents."""
    from parley import api
    from parley.cli.sink import sink_for
    from parley.export.tables import FORMATS

    with api.open_ledger(ledger, create=False) as book:
        if form == "html":
            return _page(kind, book.export(kind, as_of=as_of, recorded_by=recorded_by), output, as_of or recorded_by)
        pieces = FORMATS[form](kind, book.export(kind, as_of=as_of, recorded_by=recorded_by))
        if form == "parquet":
            return _binary(pieces, output)
        with sink_for(output) as sink:
            for piece in pieces:
                sink.write(str(piece))
    return 0


def _page(kind: str, rows: Iterator[dict[str, Any]], output: Path | None, moment: str | None) -> int:
    """The agenda as one page that stands alone."""
    from parley.cli.sink import sink_for
    from parley.errors import OptionError
    from parley.explain import ledger_rule
    from parley.views.report import ledger_page

    if kind != "encounters":
        raise OptionError("html is for encounters", where="--format", hint="parley export encounters --format html")
    with sink_for(output) as sink:
        sink.write(ledger_page(rows, lambda name: ledger_rule(name) or name, moment))
    return 0


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
