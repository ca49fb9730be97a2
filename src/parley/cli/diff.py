"""``parley diff``: what changed between two moments."""

from __future__ import annotations

from typing import Any

import click

from parley.cli.options import ledger_option


@click.command("diff", short_help="What changed between two moments, and by which report.")
@click.option("--since", required=True, metavar="TIME", help="After this moment (a day means its end).")
@click.option("--until", metavar="TIME", help="By this moment; now where it is not given.")
@ledger_option
def command(since: str, until: str | None, ledger: str | None) -> int:
    """Tell what changed in the account after --since and by --until, and which report changed it."""
    from parley import api
    from parley.cli import listing

    columns: listing.Columns = {
        "at": lambda r: r["at"][:16].replace("T", " ").removesuffix(" 00:00").removesuffix(" 23:59"),
        "encounter": listing.what,
        "change": _change,
        "on whose word": _word,
        "in": lambda r: "; ".join(d["outlet"] or d["document"] for d in r["documents"]) or "no report",
        "id": lambda r: r["id"],
    }
    with api.open_ledger(ledger, create=False) as book:
        return listing.show(book.diff(since, until), columns, "nothing changed")


def _word(row: Any) -> str:
    found = dict.fromkeys(who for step in row["steps"] for who in step["on_whose_word"])
    return "\n".join(list(found)[:2])


def _change(row: Any) -> str:
    return "\n".join(told(name, before, after) for name, (before, after) in row["changes"].items())


def told(name: str, before: Any, after: Any) -> str:
    """A change as people say it."""
    if name == "unconfirmed":
        return "its day has passed without word"
    if name == "disputed":
        return "accounts differ" if after else "accounts differ no more"
    if name == "status" and before is None:
        return f"new: {_value(after)}"
    return f"{name}: {_value(before)} → {_value(after)}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        days = all(v is None or v[:1].isdigit() for v in value)
        parts = [(str(v)[:10] if days else str(v)) if v else "?" for v in value]
        return ("…" if days else ", ").join(dict.fromkeys(parts))
    return "not told" if value is None else str(value).replace("_", " ")
