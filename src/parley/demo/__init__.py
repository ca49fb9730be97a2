"""Invented articles that show what a ledger does: nobody and no outlet in them exists.

One story from its announcement to the handshake (a day set and corrected, a hold, a report that it is off and another
that it is not, a denial that it was ever planned, a new day and place, two copies of a wire), and two small ones.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def articles() -> Traversable:
    """The file of article lines, in the order of publication."""
    return files(__name__).joinpath("articles.jsonl")
