"""The parts of a batch, read on a Ray cluster: each actor keeps one engine. All machines must see the same folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.errors import OptionError

if TYPE_CHECKING:
    from parley.batch.run import Work


class PartReader:
    """What an actor does: it reads part after part with one engine."""

    def __init__(self) -> None:
        from parley.batch.part import engine

        engine()

    def __call__(self, rows: dict[str, Any]) -> dict[str, Any]:
        """Read the parts of some rows; a part that stands there already, from an actor that died, is kept."""
        from parley.batch.part import read_part

        for source, target, gate in zip(rows["source"], rows["target"], rows["gate"], strict=True):
            if not os.path.exists(target):
                read_part(Path(source), Path(target), bool(gate))
        return rows


def read_all(work: Sequence[Work], jobs: int) -> Iterator[dict[str, int]]:
    """Read every part with ``jobs`` actors, on the cluster of ``RAY_ADDRESS`` or a local one; yields once for each.

    Raises ``OptionError`` where Ray is missing.
    """
    try:
        import ray
    except ImportError:
        hint = 'pip install "parley-news[ray]"'
        raise OptionError("Ray is missing", where="--engine ray", hint=hint) from None
    if not work:
        return
    if not ray.is_initialized():
        here: dict[str, Any] = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs}
        ray.init(include_dashboard=False, log_to_driver=False, logging_level=40, **here)
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = [{"source": str(a.absolute()), "target": str(b.absolute()), "gate": gate} for a, b, gate in work]
    parts = ray.data.from_items(rows, override_num_blocks=len(rows))
    pool = ray.data.ActorPoolStrategy(size=min(jobs, len(rows)))
    read = parts.map_batches(PartReader, batch_size=1, compute=pool)
    for _ in read.iter_rows():
        yield {}
