"""The way in: ``parley COMMAND``. Commands are imported when they are asked for, and import the rest when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

COMMANDS = ("read", "explain", "doctor", "schema")
INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands live in modules of their own, each as ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"parley.cli.{cmd_name}").command
        return command


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from parley.doctor import installed

        click.echo(f"parley {installed()}")
        ctx.exit()


@click.command(
    cls=Commands, epilog="Exit status: 0 done, 2 something failed or nothing could be read, 130 interrupted."
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Print the version."
)
def cli() -> None:
    """Read news about diplomacy: who is to meet whom, is it still on, who says so, and who says otherwise."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command line; ends the process with its exit status and never shows a traceback unless asked to."""
    try:
        status = cli.main(args=arguments, prog_name="parley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:
        if os.environ.get("PARLEY_DEBUG"):
            raise
        click.echo(f"parley: {_fault(error)} (set PARLEY_DEBUG=1 to see where)", err=True)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _fault(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words if isinstance(error, OSError) and words else f"internal error: {type(error).__name__}: {words}"


if __name__ == "__main__":
    main()
