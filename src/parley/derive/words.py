"""What the names of rules and reasons mean, in the words that users see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parley.derive import changes, conflicts, living, movement, rules, settled
from parley.derive.cases import decided_by_a_person, no_version_tells_it


def _named() -> dict[str, Callable[..., Any]]:
    over = {name: rule for name, (_, rule) in conflicts.RULES.items()}
    alone = (decided_by_a_person, no_version_tells_it, settled.told_first, movement.says_so, movement.firmer_or_softer)
    others: dict[str, Callable[..., Any]] = {f.__name__: f for f in alone}
    return {**over, **rules.RULES, **changes.RULES, **settled.RULES, **living.REASONS, **others}


def explanation(name: str) -> str:
    """The explanation of a rule, a reason or a kind of contradiction, in one line; its name where it has none."""
    found = _named().get(name)
    return " ".join((found.__doc__ or name).split()) if found else name
