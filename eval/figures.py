"""Write the measured figures into the docs: ``python -m eval.figures`` (``--check`` only tells what is stale).

Every table of figures stands in a block that names the command behind it. Figures come from ``training/figures.json``
(the model) and ``eval/results`` (the reader, speed, waiting times), never by hand; ``tests/test_figures.py`` fails
while a page shows anything else.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval import blocks, machine, store
from eval.goals import ACCURACY, MODEL, ROWS, SETS, Goal
from training.evaluate import FIGURES

ROOT = Path(__file__).parents[1]
NOT_YET = "*Not measured yet.*"
SUBJECTS = {"parley": "Parley's engine", "spaCy CNN": "plain spaCy CNN", "now": "Parley's reader"}


def model() -> str:
    """The model against its targets."""
    if not FIGURES.exists():
        return NOT_YET
    kept: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    measured = {**kept["figures"], "megabytes": kept["megabytes"]}
    speed = store.load("engine")
    if speed:
        measured["words a second"] = speed["rows"]["parley"]["one"]
    rows = [_row(goal, measured[goal.key]) for goal in MODEL if goal.key in measured]
    return f"{blocks.table(['', 'measured', 'target', ''], rows)}\n\nModel {kept['model']}, {kept['date']}."


def _row(goal: Goal, value: float) -> list[str]:
    return [goal.name, goal.shown(value), goal.target(), goal.verdict(value)]


def engine() -> str:
    """Speed, memory and start-up beside spaCy, and how well both do on EWT dev."""
    kept = store.load("engine")
    if kept is None:
        return NOT_YET
    names = [SUBJECTS[s] for s in kept["rows"]]
    rows = [
        [words, *(form.format(r[key]) if key in r else "" for r in kept["rows"].values())]
        for words, key, form in (
            ("words a second, one core", "one", "{:,.0f}"),
            ("words a second, two processes on two cores", "two", "{:,.0f}"),
            ("start of the process to its first text, seconds", "start", "{:.2f}"),
            ("peak memory of a process, MB", "peak_mb", "{:,.0f}"),
        )
    ]
    if kept["spacy"] and FIGURES.exists():
        mine: dict[str, float] = json.loads(FIGURES.read_text(encoding="utf-8"))["figures"]
        for words, key, own in (
            ("UPOS, EWT dev", "UPOS", "EWT dev UPOS"),
            ("UAS, EWT dev", "UAS", "EWT dev UAS"),
            ("LAS, EWT dev", "LAS", "EWT dev LAS"),
            ("names, F1, UNER EWT dev", "names F1", "UNER EWT dev all exact F1"),
        ):
            rows.append([words, f"{mine[own]:.1f}", f"{kept['spacy'][key]:.1f}"])
    return f"{blocks.table(['', *names], rows)}\n\n{_below(kept)}"


def reader() -> str:
    """Speed of the whole reader."""
    kept = store.load("reader")
    if kept is None:
        return NOT_YET
    rows = [
        [SUBJECTS[s], f"{r['one']:,.0f}", f"{r['start']:.2f}", f"{r['peak_mb']:,.0f}"] for s, r in kept["rows"].items()
    ]
    head = ["", "words a second, one core", "start to first reading, seconds", "peak memory, MB"]
    return f"{blocks.table(head, rows)}\n\n{_below(kept)}"


def waiting() -> str:
    """Waiting times of the command line."""
    kept = store.load("cli")
    if kept is None:
        return NOT_YET
    rows = [
        [f"`{words}`", f"{r['median']:.2f}", f"{r['worst']:.2f}", f"< {r['target']}"]
        for words, r in kept["rows"].items()
    ]
    runs = next(iter(kept["rows"].values()))["runs"]
    head = ["", "median, seconds", "worst", "target"]
    return f"{blocks.table(head, rows)}\n\n{runs} fresh processes each. {_below(kept)}"


def _below(kept: dict[str, Any]) -> str:
    texts = f"{kept['texts']}; " if "texts" in kept else ""
    return f"{texts}{machine.line(kept['machine'])}."


QUESTIONS = ("status", "status --as-of", "status by day", "find --actor", "why")


def ledger() -> str:
    """Waiting times of the ledger's questions, by engine and size."""
    kept = store.load("bench_ledger")
    if kept is None:
        return NOT_YET
    taken = [("SQLite", r) for r in kept["sizes"]] + [("PostgreSQL", r) for r in kept.get("postgres", [])]
    head = ["claims", *(f"{r['claims']:,} ({engine})" for engine, r in taken)]
    rows = [["encounters", *(f"{r['encounters']:,}" for _, r in taken)]]
    for asked in QUESTIONS:
        rows.append([f"`{asked}`", *(f"{r[asked]['median_ms']:.1f} ({r[asked]['worst_ms']:.0f})" for _, r in taken)])
    return f"{blocks.table(head, rows)}\n\nMilliseconds for a page of 50, median (worst)."


def pages() -> str:
    """Waiting times and weights of the pages over a large ledger."""
    kept = store.load("pages")
    if kept is None:
        return NOT_YET
    rows = [
        [
            name,
            str(r["median_ms"]),
            str(r["worst_ms"]),
            str(r["kb"]),
            "met" if r["median_ms"] < 200 > r["kb"] else "missed",
        ]
        for name, r in kept["rows"].items()
    ]
    head = ["page", "median, ms", "worst, ms", "kB", "< 200 ms, < 200 kB"]
    return f"{blocks.table(head, rows)}\n\n{kept['encounters']:,} encounters. {_below(kept)}"


def accuracy() -> str:
    """The reader's figures by set."""
    kept = store.load("accuracy")
    if kept is None:
        return NOT_YET
    sets = [s for s in SETS if s in kept["rows"]]
    rows = [["texts", *(str(kept["texts"][s]) for s in sets)]]
    for row, words in ROWS.items():
        cells = []
        for s in sets:
            gold, value = kept["gold"][s].get(row), kept["rows"][s].get(row)
            cells.append("–" if value is None or not gold else f"{value:.2f} ({gold})")
        rows.append([words, *cells])
    return f"{blocks.table(['', *sets], rows)}\n\nModel {kept['model']}, {kept['machine']['date']}."


def goals() -> str:
    """The reader against its targets."""
    kept = store.load("accuracy")
    if kept is None:
        return NOT_YET
    found = {f"{s}: {row}": value for s, rows in kept["rows"].items() for row, value in rows.items()}
    found |= {f"{s}: {row}, recall": value for s, rows in kept["recall"].items() for row, value in rows.items()}
    return blocks.table(
        ["", "measured", "target", ""], [_row(goal, found[goal.key]) for goal in ACCURACY if goal.key in found]
    )


STORY_ROWS = {
    "appearances found": "encounters found, of those that the articles tell",
    "linking B-cubed": "which of them are one (B-cubed F1)",
    "status after an article": "status after each article",
    "final status": "status in the end",
    "contradictions found": "contradictions between sources that were found",
    "contradictions right": "– of those given, right",
    "wire copies recognised": "wire copies recognised",
}


def stories() -> str:
    """The account over several articles, with Parley's readings and with a careful reader's."""
    kept = store.load("stories")
    if kept is None:
        return NOT_YET
    by = kept["rows"]
    rows = [[words, *(f"{by[b][row]:.2f}" for b in ("parley", "gold"))] for row, words in STORY_ROWS.items()]
    head = ["", "on Parley's readings", "on a careful reader's"]
    return f"{blocks.table(head, rows)}\n\nModel {kept['model']}, {kept['machine']['date']}."


PAGES: dict[str, dict[str, Callable[[], str]]] = {
    "docs/model-card.md": {"model": model, "engine": engine},
    "docs/accuracy.md": {
        "accuracy": accuracy,
        "stories": stories,
        "goals": goals,
        "reader": reader,
        "waiting": waiting,
        "ledger": ledger,
        "pages": pages,
    },
}


def stale() -> list[str]:
    """The pages that show other figures than those measured last."""
    out = []
    for page, makers in PAGES.items():
        text = (ROOT / page).read_text(encoding="utf-8")
        if blocks.filled(text, {name: make() for name, make in makers.items()}) != text:
            out.append(page)
    return out


def main() -> int:
    """Write, or with ``--check`` only tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if args.check:
        print("\n".join(f"stale: {page}" for page in stale()) or "up to date")
        return 1 if stale() else 0
    for page, makers in PAGES.items():
        changed = blocks.refill(ROOT / page, {name: make() for name, make in makers.items()})
        print(f"{page} {'written' if changed else 'is up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
