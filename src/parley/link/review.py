"""The links that ask for a person's eye."""

from __future__ import annotations

from collections.abc import Iterable

from parley.link.features import TOGETHER
from parley.model.ledger import Cluster, Join


def queue(clusters: Iterable[Cluster]) -> tuple[Join, ...]:
    """The joins that the machine is unsure of, those nearest to going the other way first."""
    unsure = [j for c in clusters for j in c.joins if j.unsure]
    return tuple(sorted(unsure, key=lambda j: (abs(j.score - TOGETHER), j.appearance)))
