"""Texts to measure speed on: those of a folder, or the invented articles of the project."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from parley import ingest
from parley.analysis.tokens import tokenize
from parley.model.document import Document

EXAMPLES = Path(__file__).parents[1] / "examples"
Line = dict[str, str | None]


def sample(folder: Path | None, words: int) -> dict[str, Any]:
    """Article lines of some ``words`` words in all, repeated where the folder holds fewer, and what they are.

    Words are counted in the same way for everything that is measured: by the reader's own tokeniser.
    Raises ``SystemExit`` where the folder holds no article.
    """
    known: list[tuple[Line, int]] = []
    lines: list[Line] = []
    count = 0
    for document in _documents(folder or EXAMPLES):
        known.append((_line(document), len(tokenize(document.text))))
        lines.append(known[-1][0])
        count += known[-1][1]
        if count >= words:
            break
    if not known:
        raise SystemExit(f"no article in {folder or EXAMPLES}")
    for line, size in cycle(known):
        if count >= words:
            break
        lines.append(line)
        count += size
    name = folder.resolve().name if folder else "the invented articles in examples/"
    return {"name": name, "lines": lines, "words": count, "documents": len(known)}


def told(texts: dict[str, Any]) -> str:
    """The sample in words."""
    repeated = ", repeated" if len(texts["lines"]) > texts["documents"] else ""
    return f"{texts['words']:,} words in {texts['documents']:,} documents of {texts['name']}{repeated}"


def _documents(folder: Path) -> Iterator[Document]:
    for taken in ingest.open_inputs([str(folder)]):
        if isinstance(taken, ingest.Taken):
            yield taken.document


def _line(document: Document) -> Line:
    return {
        "text": document.text,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published or "2026-01-01",
    }
