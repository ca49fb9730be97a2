"""The parts of a batch, read by processes of this machine; one that dies takes only its part along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING

from parley.batch.part import read_part

if TYPE_CHECKING:
    from parley.batch.run import Work

ROUNDS = 3
"""How often parts are given out again after a process has died over them."""


def read_all(work: Sequence[Work], jobs: int) -> Iterator[dict[str, int]]:
    """Read every part; yields as each is done. A part that kills its process again and again is left out."""
    if jobs == 1:
        yield from (read_part(*one) for one in work)
        return
    left = list(work)
    for _ in range(ROUNDS):
        left = [one for one in left if not one[1].exists()]
        with suppress(BrokenProcessPool):
            yield from _one_round(left, jobs)


def _one_round(work: Sequence[Work], jobs: int) -> Iterator[dict[str, int]]:
    with ProcessPoolExecutor(min(jobs, len(work)) or 1, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(read_part, *one) for one in work]):
            yield done.result()
