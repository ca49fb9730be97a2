"""``parley batch``: archives into Parquet files of readings, by many processes or many machines."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import columns_option


@click.command("batch", short_help="Read an archive by many processes into Parquet files.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", help="This machine, or a Ray cluster.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many at once; all cores where missing.")
@click.option("--no-gate", "gate", flag_value=False, default=True, help="Read also what cannot hold an encounter.")
@click.option("--published", metavar="DATE", help="The date of articles that tell none, such as 2026-03-17.")
@click.option("--outlet", metavar="NAME", help="The outlet of articles that tell none.")
@columns_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no closing line.")
def command(
    inputs: tuple[str, ...],
    output: Path,
    engine: str,
    jobs: int | None,
    gate: bool,
    published: str | None,
    outlet: str | None,
    columns: dict[str, str] | None,
    quiet: bool,
) -> int:
    """Read articles into Parquet files in DIR, which `parley add DIR` takes into a ledger.

    A batch that broke off goes on when the same command is run again. Paragraphs that cannot hold an encounter are not
    read (--no-gate): their attributions and positions are then missing.
    """
    from parley import batch
    from parley.cli.tally import FAILED, note

    def told(done: int, of: int) -> None:
        if not quiet:
            note(f"{done} of {of} parts read")

    became = batch.run(
        inputs,
        output,
        engine=engine,
        jobs=jobs,
        gate=gate,
        published=published,
        outlet=outlet,
        columns=columns,
        told=told,
    )
    if not quiet:
        ends = {"read": "read", "skipped": "skipped", "failed": "failed", "encounters": "encounters"}
        note(", ".join(f"{became[end]} {word}" for end, word in ends.items() if became.get(end)) or "nothing to read")
    return FAILED if became.get("failed") or not became.get("read") else 0
