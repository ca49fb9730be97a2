"""One part of a batch: articles in, readings out. The same part gives the same readings wherever it is read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from parley import pipeline
from parley.analysis.engine import Engine, load
from parley.batch import store
from parley.batch.store import Row
from parley.ingest import Failed
from parley.model.document import Document
from parley.model.reading import Reading

AT_ONCE = 32
"""Articles that share batches of the model; it is the same everywhere, since the model's rounding depends on it."""
NOTHING = "no sentence in it can hold an encounter (--no-gate reads it all the same)"


@cache
def engine() -> Engine:
    """The engine of this process."""
    return load()


def read_part(source: Path, target: Path, gate: bool) -> dict[str, int]:
    """Read the articles of one part into another; how many came to which end."""
    rows = store.rows(source)
    documents = [store.document_in(r) for r in rows if r["outcome"] == "taken"]
    became = iter(_read(documents, gate))
    out = [next(became) if r["outcome"] == "taken" else _unread(r["source"], r["outcome"], r["why"]) for r in rows]
    store.write(target, out, store.READ)
    ends = [r["outcome"] for r in out]
    told = {"encounters": sum(r["encounters"] or 0 for r in out)}
    return {end: ends.count(end) for end in dict.fromkeys(ends)} | told


def _read(documents: Sequence[Document], gate: bool) -> list[Row]:
    out: list[Row] = []
    for start in range(0, len(documents), AT_ONCE):
        some = documents[start : start + AT_ONCE]
        out += map(_row, some, pipeline.read_documents(some, engine().analyse_many, gate=gate))
    return out


def _row(document: Document, became: Reading | Failed | None) -> Row:
    if became is None:
        return _unread(document.source, "skipped", NOTHING)
    if isinstance(became, Failed):
        return _unread(document.source, "failed", became.why)
    return {
        **{key: getattr(document, key) for key in ("source", "url", "title", "outlet", "published")},
        "outcome": "read",
        "why": None,
        "encounters": len(became.encounters),
        "reading": json.dumps(became.to_dict(), ensure_ascii=False),
    }


def _unread(source: str, outcome: str, why: str | None) -> Row:
    return dict.fromkeys(store.READ) | {"source": source, "outcome": outcome, "why": why}
