"""Parley reads news about diplomacy and keeps an auditable account of who is to meet whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.api import open_ledger, read, read_many
    from parley.model.reading import Reading

__all__ = ["Reading", "open_ledger", "read", "read_many"]


def __getattr__(name: str) -> Any:
    """Load the library when it is first used: ``import parley`` stays cheap."""
    if name in {"open_ledger", "read", "read_many"}:
        from parley import api

        return getattr(api, name)
    if name == "Reading":
        from parley.model.reading import Reading

        return Reading
    raise AttributeError(f"module 'parley' has no attribute {name!r}")
