"""The way in: ``parley COMMAND``. Commands are imported when they are asked for, and import the rest when they run."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from parley.cli.sink import closed_pipe
from parley.errors import ParleyError

COMMANDS = (
    "read",
    "add",
    "batch",
    "watch",
    "status",
    "why",
    "diff",
    "find",
    "positions",
    "timeline",
    "export",
    "review",
    "merge",
    "split",
    "override",
    "reject",
    "confirm",
    "undo",
    "ledger",
    "serve",
    "demo",
    "explain",
    "doctor",
    "schema",
)
JUDGED = frozenset({"merge", "split", "override", "reject", "confirm", "undo"})  # live together in one module
FAULT = 2
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
        judged = cmd_name in JUDGED
        module = import_module(f"parley.cli.{'judge' if judged else cmd_name}")
        command: click.Command = getattr(module, cmd_name if judged else "command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; an unknown one says what may have been meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise click.ClickException(_unknown(args[0]))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader of the output that goes away ends it as a shell expects."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            closed_pipe(sys.stdout)


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
        _end_in_order()
        status = cli.main(args=arguments, prog_name="parley", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(FAULT)
    except click.ClickException as error:
        _tell(_in_one_line(error))
    except ParleyError as error:
        _tell(f"parley: {error}")
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:
        if os.environ.get("PARLEY_DEBUG"):
            raise
        _tell(f"parley: {_fault(error)}")
    sys.exit(status if isinstance(status, int) else 0)


def _end_in_order() -> None:
    """A request to stop ends a run as Ctrl-C does: nothing half written stays behind."""

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def _tell(line: str) -> None:
    click.echo(line, err=True)
    sys.exit(FAULT)


def _in_one_line(error: click.ClickException) -> str:
    """A fault of the command line: what is wrong, and where its help is."""
    words = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"parley: {words}"
    return f"{context.command_path}: {words[:1].lower()}{words[1:]}; see {context.command_path} --help"


def _unknown(word: str) -> str:
    """An unknown command: a slip of the hand, or an input without a command before it."""
    from difflib import get_close_matches

    meant = get_close_matches(word, COMMANDS, 1)
    if meant:
        return f"there is no command {word!r}; did you mean {meant[0]!r}?"
    if os.path.exists(word) or "://" in word:
        return f"there is no command {word!r}; to read it, write: parley read {word}"
    return f"there is no command {word!r}; see parley --help"


def _fault(error: Exception) -> str:
    words = " ".join(str(error).split())
    if isinstance(error, OSError) and words:
        return f"{error.strerror}: {error.filename}" if error.strerror and error.filename else words
    return f"internal error: {type(error).__name__}: {words} (set PARLEY_DEBUG=1 to see where)"


if __name__ == "__main__":
    main()
