"""What the reader finds in texts, for training the gate: ``python -m training.gate_labels -o LABELS [options]``.

``--events`` is a file of dated items as the current events of Wikipedia come (JSON lines with ``date`` and ``text``):
of a random part all are read (``--any``), of the rest those that hold a word by which encounters are told, since others
hold none. ``--articles`` are article lines as ``parley read`` takes them; their paragraphs become texts of their own.
Texts whose opening stands in ``--not FOLDER`` (the annotated texts) are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from parley import api, pipeline
from parley.analysis.gate import trigger_words
from parley.errors import ParleyError
from parley.ingest import document_of_line
from parley.model.document import Document
from parley.model.reading import Reading

AT_ONCE = 64
OPENING = 80
Line = dict[str, Any]


def lines(path: Path) -> list[Line]:
    """The records of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def items(events: Path, any_of: int, most: int) -> list[Line]:
    """The items to read, shuffled (seed 7)."""
    found = [{"text": r["text"], "published": r["date"]} for r in lines(events)]
    Random(7).shuffle(found)
    return (found[:any_of] + [r for r in found[any_of:] if trigger_words().search(r["text"])])[:most]


def opening(text: str) -> str:
    """What a text is known by."""
    return " ".join(text.split())[:OPENING]


def taken(rows: Iterable[Line], unwanted: set[str]) -> Iterator[Document]:
    """The texts as documents; what cannot be taken in, or is not wanted, is left out."""
    for row in rows:
        try:
            document = document_of_line(row)
        except ParleyError:
            continue
        if opening(document.text) not in unwanted:
            yield document


def labelled(reading: Reading) -> Iterator[Line]:
    """Each paragraph with the ranges of its encounters."""
    ranges, start = [(m.start, m.end) for e in reading.encounters for m in e.mentions], 0
    for line in reading.document.text.split("\n"):
        end = start + len(line)
        if line.strip():
            inside = [[max(0, a - start), min(len(line), b - start)] for a, b in ranges if a < end and start < b]
            yield {"t": line, "m": inside}
        start = end + 1


def main() -> None:
    """Read and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--not", dest="unwanted", type=Path)
    parser.add_argument("--any", dest="any_of", type=int, default=16_000)
    parser.add_argument("--most", type=int, default=40_000)
    given = parser.parse_args()
    known = {opening(p.read_text(encoding="utf-8")) for p in given.unwanted.rglob("*.txt")} if given.unwanted else set()
    rows = items(given.events, given.any_of, given.most) if given.events else []
    found = list(taken([*rows, *(line for path in given.articles for line in lines(path))], known))
    with given.output.open("w", encoding="utf-8") as out:
        for start in range(0, len(found), AT_ONCE):
            some = found[start : start + AT_ONCE]
            for reading in pipeline.read_documents(some, api.engine().analyse_many, gate=False):
                for row in labelled(reading) if isinstance(reading, Reading) else ():
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
