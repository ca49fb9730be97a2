"""Tables of articles: CSV, TSV and Parquet, one article a row."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parley.errors import BrokenError, InputError, OptionError, UnreadableError
from parley.ingest.lines import KEYS, raw_of
from parley.ingest.outcome import Failed, Skipped
from parley.ingest.raw import Raw
from parley.ingest.stream import MOST, Stream

FIELDS = ("text", "id", *KEYS)
# Names that columns of articles often have; the first that a table holds is taken.
USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "body_text"),
    "id": ("id", "uid", "guid", "article_id"),
    "url": ("url", "link", "uri", "address"),
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "domain"),
    "published": ("published", "date", "published_at", "publish_date", "date_publish", "pubdate", "datetime", "time"),
    "language": ("language", "lang"),
}
SHAPE = "a row needs a text"
AT_ONCE = 256  # rows of a Parquet file held at a time
Columns = Mapping[str, str]


def columns_given(words: str) -> dict[str, str]:
    """ "text=body,title=headline" as a map from fields to columns. Raises ``OptionError``."""
    out: dict[str, str] = {}
    for pair in words.split(","):
        name, equals, column = (w.strip() for w in pair.partition("="))
        if name not in FIELDS or not equals or not column:
            hint = f"write FIELD=COLUMN,…; fields are {', '.join(FIELDS)}"
            raise OptionError(f"{pair.strip()!r} names no column of a field", where="--columns", hint=hint)
        out[name] = column
    return out


def chosen(found: list[str], given: Columns) -> dict[str, str]:
    """Which column holds which field: those given, else those of usual names. Raises ``BrokenError`` without a text."""
    by_name = {name.strip().lower(): name for name in found}
    out = {}
    for field in FIELDS:
        wanted = (given[field],) if field in given else USUAL[field]
        column = next((by_name[w.lower()] for w in wanted if w.lower() in by_name), None)
        if column is not None:
            out[field] = column
    lost = [column for field, column in given.items() if field not in out]
    if "text" not in out or lost:
        missing = f"no column {lost[0]!r}" if lost else "no column that holds the text"
        names = ", ".join(found[:20]) or "none"
        raise BrokenError(f"{missing}; it has {names}", hint="say which with --columns text=COLUMN,title=COLUMN")
    return out


def read_csv(
    stream: Stream, source: str, *, columns: Columns | None = None, **_: Any
) -> Iterator[Raw | Skipped | Failed]:
    """The articles of a CSV or TSV file with a header; a row that is broken fails alone."""
    csv.field_size_limit(MOST)
    faults: list[Failed] = []
    lines = _decoded(stream, source, faults)
    first = next(lines, "")
    dialect: type[csv.Dialect] = csv.excel_tab if first.count("\t") > first.count(",") else csv.excel
    if first.count(";") > max(first.count(","), first.count("\t")):
        dialect = type("semicolons", (csv.excel,), {"delimiter": ";"})
    rows = csv.reader(itertools.chain([first], lines), dialect)
    header = next(rows, [])
    found = (dict(zip(header, row, strict=False)) for row in _rows(rows, source, faults))
    for one in _articles(found, header, source, columns or {}):
        yield one
        while faults:
            yield faults.pop(0)
    yield from faults


def _decoded(stream: Stream, source: str, faults: list[Failed]) -> Iterator[str]:
    """The lines of a table; one that is too long is told and left out."""
    for number, line in stream.lines():
        if isinstance(line, InputError):
            faults.append(Failed.of(f"{source}, line {number}", line))
        else:
            yield line.decode("utf-8-sig", "replace").replace("\0", "")


def _rows(rows: Iterator[list[str]], source: str, faults: list[Failed]) -> Iterator[list[str]]:
    """The rows of a table; one that is broken is told and left out."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            faults.append(Failed(source, f"a broken row ({error}); the others are read"))


def read_parquet(
    stream: Stream, source: str, *, columns: Columns | None = None, **_: Any
) -> Iterator[Raw | Skipped | Failed]:
    """The articles of a Parquet file, some rows at a time. Raises ``UnreadableError`` where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        hint = 'pip install "parley-news[parquet]"'
        raise UnreadableError("a Parquet file, and pyarrow is missing", hint=hint) from None
    try:
        table = pq.ParquetFile(stream.file())
        names = table.schema_arrow.names
        where = chosen(names, columns or {})
        some = table.iter_batches(batch_size=AT_ONCE, columns=list(dict.fromkeys(where.values())))
        rows = (row for batch in some for row in batch.to_pylist())
        yield from _articles(rows, names, source, columns or {})
    except pa.ArrowException as error:
        told = " ".join(str(error).split())[:120]
        raise BrokenError(f"a damaged Parquet file ({told})", hint="write or fetch it again") from None


def _articles(
    rows: Iterable[Mapping[str, Any]], found: list[str], source: str, given: Columns
) -> Iterator[Raw | Skipped | Failed]:
    where = chosen(found, given)
    numbered = enumerate(rows, start=1)
    while True:
        here = source
        try:
            number, row = next(numbered)
            here = f"{source}#{number}"
            yield raw_of({field: _plain(row.get(column)) for field, column in where.items()}, here, SHAPE)
        except StopIteration:
            return
        except InputError as error:
            yield Failed.of(here, error)


def _plain(value: Any) -> Any:
    """A cell as words: dates in ISO form, numbers as they are."""
    return value.isoformat() if hasattr(value, "isoformat") else value
