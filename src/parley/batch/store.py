"""The folder of a batch: what it was asked for, its parts to read and its parts that were read.

``batch.json`` holds the order; ``in/part-00000.parquet`` articles to read, ``part-00000.parquet`` what became of them,
in the same rows. A part appears when it is whole, so whatever stands there is done and a batch that broke off goes on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from parley.errors import OptionError
from parley.ingest import Failed, Skipped, Taken
from parley.ledger.codec import revive
from parley.model.document import Document
from parley.model.reading import Reading, plain

ORDER = "batch.json"
SIZE = 256
"""Articles of one part: a minute's work or less, so that little is lost with a worker."""
Row = dict[str, Any]
TO_READ = ("source", "outcome", "why", "document")
READ = ("source", "url", "title", "outlet", "published", "outcome", "why", "encounters", "reading")


@dataclass(frozen=True)
class Order:
    """What a batch was asked for; ``parts`` is their number once all articles are laid out, else None."""

    inputs: tuple[str, ...]
    published: str | None
    outlet: str | None
    columns: dict[str, str]
    gate: bool
    made_by: str
    parts: int | None = None


def arrow() -> Any:
    """pyarrow's Parquet. Raises ``OptionError`` where it is missing."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        hint = 'pip install "parley-news[parquet]"'
        raise OptionError("a batch needs pyarrow, which is missing", where="batch", hint=hint) from None
    return pq


def is_batch(folder: Path) -> bool:
    """Whether a folder is that of a batch."""
    return (folder / ORDER).is_file()


def order_in(folder: Path) -> Order | None:
    """The order that stands in a folder; None where none does."""
    if not is_batch(folder):
        return None
    kept = json.loads((folder / ORDER).read_text(encoding="utf-8"))
    return Order(**{**kept, "inputs": tuple(kept["inputs"])})


def keep_order(folder: Path, order: Order) -> None:
    """Write the order down, whole or not at all."""
    part = folder / f".{ORDER}.{os.getpid()}"
    part.write_text(json.dumps(asdict(order), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(folder / ORDER)


def name(number: int) -> str:
    """The file of a part."""
    return f"part-{number:05}.parquet"


def write(path: Path, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """A part, whole or not at all."""
    import pyarrow as pa

    numbers = {"encounters": pa.int32()}
    schema = pa.schema([(c, numbers.get(c, pa.string())) for c in columns])
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    arrow().write_table(pa.Table.from_pylist(list(rows), schema=schema), unfinished, compression="zstd")
    unfinished.replace(path)


def rows(path: Path) -> list[Row]:
    """The rows of a part."""
    found: list[Row] = arrow().read_table(path).to_pylist()
    return found


def laid_out(outcome: Taken | Skipped | Failed) -> Row:
    """One article to read, or why it is none, as a row."""
    match outcome:
        case Taken(document=document):
            text = json.dumps(plain(document), ensure_ascii=False)
            return {"source": document.source, "outcome": "taken", "why": None, "document": text}
        case Skipped(source=source, why=why):
            return {"source": source, "outcome": "skipped", "why": why, "document": None}
        case Failed(source=source, why=why):
            return {"source": source, "outcome": "failed", "why": why, "document": None}


def document_in(row: Row) -> Document:
    """The article of a row."""
    return revive(Document, json.loads(row["document"]))


def readings(folder: Path) -> Iterator[Reading | Skipped | Failed]:
    """What became of each article of a finished batch, in order; what the gate left out comes as skipped.

    Raises ``OptionError`` where parts are missing.
    """
    order = order_in(folder)
    missing = [n for n in range(order.parts or 0) if not (folder / name(n)).exists()] if order else []
    if order is None or order.parts is None or missing:
        fault = f"the batch in {folder} is not finished"
        raise OptionError(fault, where="INPUT", hint=f"run it again: parley batch INPUT -o {folder}")
    for number in range(order.parts):
        for row in rows(folder / name(number)):
            if row["outcome"] == "read":
                yield revive(Reading, json.loads(row["reading"]))
            else:
                yield (Failed if row["outcome"] == "failed" else Skipped)(row["source"], row["why"])
