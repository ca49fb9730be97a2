"""``parley read``: articles in, accounts out."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.left_out import LeftOut, errors_option
from parley.cli.options import columns_option

FORMS = ("account", "json", "jsonl", "text", "html")
BY_SUFFIX = {".json": "json", ".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html"}


@click.command("read", short_help="Read articles: who is to meet whom, and who says so.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="account: for people; text: the same without colour; json: one reading; jsonl: one a line; "
    "html: one page, text and facts side by side. "
    "Without it: the account on a terminal, jsonl elsewhere.",
)
@click.option(
    "--published",
    metavar="DATE",
    help='The date of articles that tell none, such as 2026-03-17: it decides what "on Friday" means.',
)
@click.option("--outlet", metavar="NAME", help="The outlet of articles that tell none.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, once all is read.")
@columns_option
@errors_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no closing line; skipped and failed are still told.")
def command(
    inputs: tuple[str, ...],
    form: str | None,
    published: str | None,
    outlet: str | None,
    output: Path | None,
    columns: dict[str, str] | None,
    errors: Path | None,
    quiet: bool,
) -> int:
    """Read articles and tell who is to meet whom, in which state, and on whose word.

    INPUT is a file (text, HTML, article lines in .jsonl, CSV, Parquet, a web archive, ninjs, NewsML-G2; also packed by
    gzip or zstd), a folder, a URL, or - for standard input.
    """
    from parley.cli.run import run
    from parley.cli.sink import sink_for

    with sink_for(output) as sink, LeftOut(errors) as left_out:
        default = "account" if sink.terminal else BY_SUFFIX.get(output.suffix if output else "", "jsonl")
        return run(
            inputs,
            form or default,
            sink,
            published=published,
            outlet=outlet,
            columns=columns,
            left_out=left_out,
            quiet=quiet,
        )
