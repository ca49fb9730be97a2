"""Attributions from the engine's own spans where no rule read the cue."""

from __future__ import annotations

from parley.extract.attributions.draft import Draft
from parley.extract.attributions.frame import Frame


def engine_drafts(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts from spans of the engine that no draft covers yet."""
    return []
