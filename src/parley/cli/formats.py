"""The forms in which a reading is printed."""

from __future__ import annotations

import io
import json
import os
import shutil

from parley.cli.encodings import fitting
from parley.cli.sink import Sink
from parley.model.reading import Reading


def rendered(reading: Reading, form: str, sink: Sink) -> str:
    """``reading`` in the form that ``--format`` names, fit for ``sink``."""
    if form in {"json", "jsonl"}:
        return as_json(reading, indent=2 if form == "json" else None, encoding=sink.encoding)
    return as_account(reading, sink, colour=form == "account")


def as_json(reading: Reading, indent: int | None, encoding: str) -> str:
    """JSON with a closing newline; escapes what ``encoding`` cannot write."""
    escape = not encoding.lower().replace("-", "").startswith("utf")
    return json.dumps(reading.to_dict(), ensure_ascii=escape, indent=indent) + "\n"


def as_account(reading: Reading, sink: Sink, colour: bool) -> str:
    """The account for people; colours only on a terminal (rich knows NO_COLOR and FORCE_COLOR)."""
    from rich.console import Console

    from parley.cli.account.page import print_account

    out = _Paper(sink.encoding)
    width = shutil.get_terminal_size((80, 24)).columns
    plain = not colour or os.environ.get("TERM", "").lower() in {"dumb", "unknown"}
    terminal = False if plain else (sink.terminal or None)
    print_account(Console(file=out, width=width, force_terminal=terminal, legacy_windows=False), reading)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return fitting("\n".join(lines), sink.encoding) + "\n"


class _Paper(io.StringIO):
    """Text in memory that tells the encoding which it will be written in."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the place where the text will stand."""
        return self._encoding
