"""``parley explain``: what stands behind a decision."""

from __future__ import annotations

import click

NOTHING = 2


@click.command("explain", short_help="Show the rule or lexicon entry behind a decision.")
@click.argument("word", nargs=-1, required=True)
def command(word: tuple[str, ...]) -> int:
    """Show the rule of that name, or the lexicon entries that hold that WORD, with file and line.

    For example: parley explain called_off; parley explain shelve; parley explain "on ice".
    """
    from parley.explain import explain

    wanted = " ".join(word)
    found = explain(wanted)
    for part in found:
        click.echo(part + "\n")
    if not found:
        click.echo(f"parley: no rule is called {wanted!r}, and no lexicon entry holds it", err=True)
    return 0 if found else NOTHING
