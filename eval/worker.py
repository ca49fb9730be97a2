"""One fresh process that is measured: ``python -m eval.worker KIND TEXTS [--model FOLDER] [--core N]``.

It loads what KIND names, works through the first text, says ``ready``, waits for ``go`` on standard input, works
through all texts and prints seconds and peak memory as JSON. Kept apart from the package, so that the kind ``spacy``
runs under a Python that has spaCy and not parley.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Line = dict[str, str | None]
Work = Callable[[list[Line]], Iterable[object]]


def engine(_: str | None) -> Work:
    """The engine alone: sentences, tags, trees, names, attribution."""
    from parley.analysis.engine import load

    loaded = load()
    return lambda lines: loaded.analyse_many(line["text"] or "" for line in lines)


def reader(_: str | None) -> Work:
    """The whole reader: an article line in, a reading out."""
    from parley import api

    return lambda lines: (api.read_line(line) for line in lines)


def spacy(model: str | None) -> Work:
    """A trained spaCy pipeline: sentences, tags, trees, names."""
    import spacy as library

    nlp: Any = library.load(Path(model or ""))
    return lambda lines: nlp.pipe(line["text"] or "" for line in lines)


KINDS: dict[str, Callable[[str | None], Work]] = {"engine": engine, "reader": reader, "spacy": spacy}


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Load, tell, wait, work, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--core", type=int)
    args = parser.parse_args()
    if args.core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {args.core})
    lines: list[Line] = json.loads(args.texts.read_text(encoding="utf-8"))
    work = KINDS[args.kind](args.model)
    for _ in work(lines[:1]):
        pass
    print("ready", flush=True)
    if sys.stdin.readline().strip() != "go":
        return
    start = time.perf_counter()
    for _ in work(lines):
        pass
    print(json.dumps({"seconds": time.perf_counter() - start, "peak_mb": peak_mb()}), flush=True)


if __name__ == "__main__":
    main()
