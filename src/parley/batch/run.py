"""A batch from its inputs to its parts: laid out, read by an engine, taken up again where it broke off."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from parley import ingest, versions
from parley.batch import store
from parley.batch.store import Order
from parley.errors import OptionError, OutputError

Work = tuple[Path, Path, bool]
"""A part to read, where its readings go, and whether the gate is asked."""
Engine = Callable[[Sequence[Work], int], Iterator[dict[str, int]]]
Told = Callable[[int, int], None]


def run(
    inputs: Sequence[str],
    folder: Path,
    *,
    engine: str = "local",
    jobs: int | None = None,
    gate: bool = True,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    told: Told | None = None,
) -> dict[str, int]:
    """Read all articles of ``inputs`` into Parquet files in ``folder``; how many came to which end.

    ``engine`` is ``local`` (processes of this machine) or ``ray``; ``jobs`` how many at once (all cores where missing);
    ``told`` is told after each part how many are done and how many there are. What stands in the folder already is not
    read again. Raises ``OptionError`` where the folder holds another batch or the engine is missing.
    """
    made_by = f"{versions.engine()} {versions.lexicon()}"
    order = Order(tuple(inputs), published, outlet, dict(columns or {}), gate, made_by)
    order = _laid_out(order, folder)
    parts = range(order.parts or 0)
    missing = [n for n in parts if not (folder / store.name(n)).exists()]
    work = [(folder / "in" / store.name(n), folder / store.name(n), gate) for n in missing]
    done = len(parts) - len(missing)
    for _ in _engine(engine)(work, jobs or _cores()):
        done += 1
        if told:
            told(done, len(parts))
    lost = [n for n in parts if not (folder / store.name(n)).exists()]
    if lost:
        fault = f"{len(lost)} of {len(parts)} parts could not be read, the first is {store.name(lost[0])}"
        raise OutputError(fault, where=str(folder), hint="run the same command again, or read it with --jobs 1")
    shutil.rmtree(folder / "in", ignore_errors=True)
    return _counts(folder, parts)


def _laid_out(order: Order, folder: Path) -> Order:
    """The order with its number of parts; lays the articles out where that has not been done."""
    kept = store.order_in(folder)
    if kept is not None and Order(**{**vars(kept), "parts": None}) != order:
        hint = "give another folder with -o, or the same inputs and options as before"
        raise OptionError(f"{folder} holds another batch", where="-o", hint=hint)
    if kept is not None and kept.parts is not None:
        return kept
    store.arrow()
    try:
        (folder / "in").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=str(folder), hint="check the path") from None
    store.keep_order(folder, order)
    number = 0
    taken = ingest.open_inputs(order.inputs, published=order.published, outlet=order.outlet, columns=order.columns)
    laid_out = map(store.laid_out, taken)
    while some := list(islice(laid_out, store.SIZE)):
        store.write(folder / "in" / store.name(number), some, store.TO_READ)
        number += 1
    whole = Order(**{**vars(order), "parts": number})
    store.keep_order(folder, whole)
    return whole


def _engine(name: str) -> Engine:
    if name == "ray":
        from parley.batch.rays import read_all

        return read_all
    from parley.batch.local import read_all as here

    return here


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _counts(folder: Path, parts: Iterable[int]) -> dict[str, int]:
    out: dict[str, int] = {}
    for number in parts:
        table = store.arrow().read_table(folder / store.name(number), columns=["outcome", "encounters"])
        for outcome in table["outcome"].to_pylist():
            out[outcome] = out.get(outcome, 0) + 1
        out["encounters"] = out.get("encounters", 0) + sum(n or 0 for n in table["encounters"].to_pylist())
    return out
