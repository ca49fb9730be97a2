"""What the gate loses: ``python -m eval.gate [--shared ../shared] [--details] [--save]``.

Reads the annotated texts with and without the gate, and tells for each folder how many of the encounters that the full
reader finds are found behind the gate too (one of their mentions stands in an encounter of the same kind), and what
share of the texts and of their words the model still has to read. A loss is told by its words with ``--details``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval import machine, store
from eval.__main__ import folders
from parley import api, pipeline
from parley.analysis import gate as gates
from parley.ingest import document_of_line, without_clutter
from parley.model.document import Document
from parley.model.encounter import Encounter
from parley.model.reading import Reading

SETS = ("items", "readouts", "wikinews", "stories")
AT_ONCE = 32


@dataclass
class Loss:
    """Counts over some texts."""

    texts: int = 0
    read: int = 0
    words: int = 0
    words_read: int = 0
    encounters: int = 0
    found: int = 0

    def row(self, name: str) -> str:
        """One line for people."""
        recall = self.found / self.encounters if self.encounters else 1.0
        return (
            f"{name:10} encounters {self.found:4} of {self.encounters:4} ({recall:.3f})   "
            f"texts read {self.read / self.texts:.2f}   words read {self.words_read / self.words:.2f}"
        )

    def __iadd__(self, other: Loss) -> Loss:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


def documents(folder: Path) -> Iterator[Document]:
    """The texts of an annotated folder."""
    for path in sorted(folder.rglob("*.txt")):
        gold = path.with_suffix(".json")
        if gold.exists():
            known = json.loads(gold.read_text(encoding="utf-8"))
            text = path.read_text(encoding="utf-8")
            yield document_of_line({"id": path.stem, "text": text, "published": known.get("published")})


def again(e: Encounter, behind: Reading) -> bool:
    """Whether an encounter stands in another reading of the same text."""
    return any(
        f.kind == e.kind and any(m.start < n.end and n.start < m.end for m in e.mentions for n in f.mentions)
        for f in behind.encounters
    )


def measure(found: list[Document], details: bool) -> Loss:
    """What is lost of some texts."""
    loss, gate, many = Loss(), gates.load(), api.engine().analyse_many
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        whole = pipeline.read_documents(some, many, gate=False)
        behind = pipeline.read_documents(some, many, gate=True)
        for document, full, gated in zip(some, whole, behind, strict=True):
            text = without_clutter(document)
            passage = gate.passage(text)
            loss.texts, loss.read = loss.texts + 1, loss.read + (passage is not None)
            loss.words += len(text.split())
            loss.words_read += len((passage or "").split())
            for e in full.encounters if isinstance(full, Reading) else ():
                hit = isinstance(gated, Reading) and again(e, gated)
                loss.encounters, loss.found = loss.encounters + 1, loss.found + hit
                if details and not hit:
                    print(f"  {document.source}: {e.kind} {e.status}: {e.mentions[0].text!r}")
    return loss


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--save", action="store_true")
    args = parser.parse_args()
    total, rows = Loss(), dict[str, dict[str, int]]()
    for name in SETS:
        loss = Loss()
        for folder in folders(args.shared)[name]:
            loss += measure(list(documents(folder)), args.details)
        print(loss.row(name), flush=True)
        rows[name] = vars(loss)
        total += loss
    print(total.row("dev"))
    if args.save:
        store.save("gate", {"machine": machine.facts(), "model": store.model(), "rows": rows, "dev": vars(total)})


if __name__ == "__main__":
    main()
