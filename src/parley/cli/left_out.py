"""``--errors FILE``: what was skipped or failed, one JSON object a line, as it happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self, TypeVar

import click

from parley.errors import OutputError

Command = TypeVar("Command", bound=Callable[..., Any])


def errors_option(command: Command) -> Command:
    """``--errors``: a file for what was skipped or failed."""
    words = "Write what was skipped or failed there too, one JSON object a line."
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--errors", type=kind, metavar="FILE", help=words)(command)


class LeftOut:
    """The file; without a path nothing is written. Lines are added to a file that is there."""

    def __init__(self, path: Path | None) -> None:
        self._path, self._open = path, ExitStack()

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                self._file = self._open.enter_context(self._path.open("a", encoding="utf-8"))
            except OSError as error:
                told = str(error.strerror).lower()
                raise OutputError(f"cannot be written ({told})", where=str(self._path), hint="check the path") from None
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def saw(self, what: str, source: str, why: str) -> None:
        """One input was ``skipped`` or ``failed``."""
        if self._path is not None:
            self._file.write(json.dumps({"what": what, "source": source, "why": why}, ensure_ascii=False) + "\n")
            self._file.flush()
