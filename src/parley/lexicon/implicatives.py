"""Typed view of the verbs that tell whether what they govern happened (``languages/en/implicatives``)."""

from __future__ import annotations

from functools import cache

from parley.lexicon.store import table


@cache
def same_time() -> frozenset[str]:
    """Verbs whose complement happens when they do."""
    return frozenset(table("languages/en/implicatives")["same_time"])
