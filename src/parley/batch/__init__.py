"""Archives in parts: read by many processes on this machine, or by many machines through Ray."""

from parley.batch.run import run
from parley.batch.store import is_batch, readings

__all__ = ["is_batch", "readings", "run"]
