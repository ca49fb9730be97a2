"""``parley review``: links that ask for a person's eye, and what people have decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from parley.cli.options import ledger_option


@click.command("review", short_help="Links that the machine is unsure of.")
@click.option("--all", "everything", is_flag=True, help="What people have decided, instead.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@ledger_option
def command(everything: bool, limit: int | None, ledger: str | None) -> int:
    """Tell which links the machine is unsure of: confirm APPEARANCE, split or merge them to decide."""
    from parley import api
    from parley.cli import listing
    from parley.model.reading import plain

    with api.open_ledger(ledger, create=False) as book:
        if everything:
            names = ("id", "kind", "by", "because", "at", "value")
            judged: listing.Columns = {name: _value(name) for name in names}
            return listing.show(map(plain, book.judgements()), judged, "nobody has decided anything yet")
        columns: listing.Columns = {
            "appearance": _value("appearance"),
            "in": _value("encounter"),
            "score": lambda r: f"{r['score']:.2f}",
            "for and against": lambda r: ", ".join(f"{e['feature']} {e['weight']:+.1f}" for e in r["evidence"]),
            "document": _value("document"),
        }
        return listing.show(book.review(limit), columns, "the machine is sure of every link")


def _value(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda row: row[name]
