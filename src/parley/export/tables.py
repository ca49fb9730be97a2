"""Rows as JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from parley.errors import OptionError
from parley.export.kinds import FLAT, flat
from parley.export.rows import Row

AT_ONCE = 2000  # rows of one group of a Parquet file
BETWEEN = "; "  # words of a list in one cell
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets would run

Written = Iterator[str | bytes]


def jsonl(kind: str, rows: Iterable[Row]) -> Written:
    """One JSON object a line, with everything in it."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def as_csv(kind: str, rows: Iterable[Row]) -> Written:
    """Flat columns with a header; lists are joined by "; ", and no cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FLAT[kind].keys(), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(value) for name, value in flat(kind, row).items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def cell(value: object) -> object:
    """What stands in a cell: lists in one, and never a formula."""
    if isinstance(value, list):
        value = BETWEEN.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def parquet(kind: str, rows: Iterable[Row]) -> Written:
    """Flat, typed columns. Raises ``OptionError`` where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        hint = 'pip install "parley-news[parquet]"'
        raise OptionError("Parquet needs pyarrow, which is missing", where="--format", hint=hint) from None
    types = {"text": pa.string(), "number": pa.int64(), "truth": pa.bool_(), "texts": pa.list_(pa.string())}
    schema = pa.schema([(name, types[form]) for name, (form, _) in FLAT[kind].items()])
    out = _Pieces()
    with pq.ParquetWriter(pa.PythonFile(out, "w"), schema, compression="zstd") as writer:
        for some in _groups(kind, rows):
            writer.write_table(pa.Table.from_pylist(some, schema=schema))
            yield out.taken()
    yield out.taken()


class _Pieces(io.RawIOBase):
    """A file that is handed on piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """It takes bytes only."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._pieces.append(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._length

    def taken(self) -> bytes:
        """What was written since the last time."""
        out = b"".join(self._pieces)
        self._pieces.clear()
        return out


def _groups(kind: str, rows: Iterable[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(flat(kind, row))
        if len(some) >= AT_ONCE:
            yield some
            some = []
    yield some


FORMATS: Mapping[str, Callable[[str, Iterable[Row]], Written]] = {"jsonl": jsonl, "csv": as_csv, "parquet": parquet}
