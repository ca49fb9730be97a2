"""Where output goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, Protocol, Self, TextIO

from parley.errors import OutputError

BROKEN_PIPE = 141  # what a shell reports for a program that a closed pipe ends


class Sink(Protocol):
    """Takes text; keeps it when the ``with`` block ends without an error."""

    encoding: str
    terminal: bool

    def write(self, text: str) -> None:
        """Take ``text``."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None: ...


class Standard:
    """Standard output. A reader that goes away ends the run without a word."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        if self._stream is None:
            raise OutputError("standard output is closed", hint="write to a file with -o FILE")
        self.encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self.terminal = self._stream.isatty()
        reconfigure = getattr(self._stream, "reconfigure", None)
        if reconfigure:
            # Half a surrogate pair in a damaged text becomes an escape that JSON knows too.
            reconfigure(errors="backslashreplace")

    def write(self, text: str) -> None:
        """Write and flush, so that a reader downstream sees each article at once."""
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            closed_pipe(self._stream)
        except OSError as error:
            _to_nowhere(self._stream)
            raise OutputError(f"cannot write ({error.strerror})", hint="the output is not whole") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        return None


def closed_pipe(stream: TextIO) -> NoReturn:
    """End the run as a closed pipe ends a program; nothing more is written, at the end of the process either."""
    _to_nowhere(stream)
    raise SystemExit(BROKEN_PIPE) from None


def _to_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Whole:
    """A file written beside its place and moved there at the end; nothing appears when the run breaks off."""

    encoding = "utf-8"
    terminal = False

    def __init__(self, path: Path) -> None:
        self._path = Path(os.path.realpath(path))
        self._part = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        self._written = False

    def write(self, text: str) -> None:
        """Add to the file."""
        try:
            self._stream.write(text)
        except OSError as error:
            raise self._fault(error) from None
        self._written = True

    def __enter__(self) -> Self:
        try:
            self._stream = self._part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise self._fault(error) from None
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            self._stream.close()
            if kind is None and self._written:
                self._part.replace(self._path)
        except OSError as error:
            raise self._fault(error) from None
        finally:
            self._part.unlink(missing_ok=True)

    def _fault(self, error: OSError) -> OutputError:
        return _unwritable(self._path, error)


def _unwritable(path: Path, error: OSError) -> OutputError:
    missing = isinstance(error, FileNotFoundError) and not path.parent.is_dir()
    what = "there is no such folder" if missing else (error.strerror or str(error)).lower()
    return OutputError(f"cannot be written ({what})", where=str(path), hint="check the path, or give another")


def sink_for(path: Path | None) -> Sink:
    """The sink for ``-o PATH``: standard output without one or for ``-``; devices and pipes are written to directly."""
    if path is None or str(path) == "-":
        return Standard()
    try:
        if path.is_dir():
            raise OutputError("cannot be written (it is a folder)", where=str(path), hint="give the name of a file")
        if path.exists() and not path.is_file():
            return Standard(path.open("w", encoding="utf-8"))
    except OSError as error:
        raise _unwritable(path, error) from None
    return Whole(path)
