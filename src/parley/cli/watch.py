"""``parley watch``: feeds into the ledger, and what changes."""

from __future__ import annotations

import os
import re
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import click

from parley.cli.options import ledger_option

TIME = re.compile(r"(\d+)\s*([smh]?)")
UNITS = {"": 1, "s": 1, "m": 60, "h": 3600}


@click.command("watch", short_help="Watch feeds: read what is new, and tell what changed.")
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@ledger_option
@click.option("--every", default="15m", metavar="TIME", help="How often a feed is asked: 90s, 15m, 2h.")
@click.option("--once", is_flag=True, help="One round over the feeds that are due, for cron.")
@click.option("--limit", type=click.IntRange(1), default=50, metavar="N", help="New articles of a feed in one round.")
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Tell only of encounters with this actor.")
@click.option("--webhook", metavar="URL", help="Post each change there, signed with PARLEY_WEBHOOK_SECRET.")
@click.option("--atom", type=click.Path(path_type=Path), metavar="FILE", help="Keep an Atom feed of the changes there.")
@click.option("--allow-private", is_flag=True, help="Open addresses inside this machine and its network too.")
def command(
    feeds: tuple[str, ...],
    ledger: str | None,
    every: str,
    once: bool,
    limit: int,
    actors: tuple[str, ...],
    webhook: str | None,
    atom: Path | None,
    allow_private: bool,
) -> int:
    """Ask feeds for new articles, add them to the ledger, and tell what changed: one line for each change.

    FEED is the address of an RSS or Atom feed, an OPML file, or a .toml file with feeds under [watch]. What was seen
    stands in a file beside the ledger, so that a watch can be stopped and taken up at any time.
    """
    from parley import api
    from parley.cli.tally import FAILED, note
    from parley.ingest.posting import post as post_to
    from parley.ledger.engines import default_place
    from parley.watch import atom as atoms
    from parley.watch import hook, state
    from parley.watch.rounds import Said, Watcher

    where = ledger or str(default_place())
    kept = Path("parley.watch.json") if "://" in where else Path(f"{where}.watch.json")
    with api.open_ledger(where) as book:
        often, analyse = seconds(every), api.engine().analyse
        watcher = Watcher(book, addresses(feeds), kept, analyse, often, limit, allow_private, actors)
        post, secret, failed = partial(post_to, private=allow_private), os.environ.get("PARLEY_WEBHOOK_SECRET", ""), 0
        keep = partial(state.keep, kept, watcher.state)
        while True:
            for found in watcher.round():
                if isinstance(found, Said):
                    failed += not found.good
                    note(f"{found.address}: {found.what}")
                    continue
                click.echo(found.what)
                if atom:
                    atoms.write(atom, [found])
            if webhook:
                for fault in hook.deliver(watcher.state, webhook, secret, post, keep=keep):
                    note(fault)
            else:
                watcher.state.outbox.clear()
            state.keep(kept, watcher.state)
            if once:
                return FAILED if failed else 0
            watcher.sleep(min(max(watcher.due(), 1.0), hook.FIRST_PAUSE if watcher.state.outbox else 3600.0))


def addresses(given: tuple[str, ...]) -> list[str]:
    """The addresses of all feeds, those of OPML and .toml files in place of the files. Raises ``OptionError``."""
    from parley.errors import OptionError
    from parley.watch.feeds import listed

    out: list[str] = []
    for one in given:
        if one.startswith(("http://", "https://")):
            out.append(one)
            continue
        try:
            data = Path(one).read_bytes()
        except OSError as error:
            told = str(error.strerror).lower()
            hint = "give an http or https address, an OPML file or a .toml file"
            raise OptionError(f"{one} cannot be read ({told})", where="FEED", hint=hint) from None
        out += _of_settings(data, one) if one.endswith(".toml") else listed(data, one)
    if not out:
        raise OptionError("no feed in it", where="FEED", hint="give the address of an RSS or Atom feed")
    return list(dict.fromkeys(out))


def _of_settings(data: bytes, name: str) -> list[str]:
    from parley.errors import OptionError

    try:
        found: Any = tomllib.loads(data.decode("utf-8")).get("watch", {}).get("feeds", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = 'write [watch] and feeds = ["https://…"]'
        raise OptionError(f"broken TOML ({error})", where=name, hint=hint) from None
    return [str(f) for f in found] if isinstance(found, list) else []


def seconds(words: str) -> float:
    """ "15m" as seconds. Raises ``OptionError``."""
    from parley.errors import OptionError

    found = TIME.fullmatch(words.strip())
    if not found or not int(found[1]):
        raise OptionError(f"{words!r} is no time", where="--every", hint="write 90s, 15m or 2h")
    return float(int(found[1]) * UNITS[found[2]])
