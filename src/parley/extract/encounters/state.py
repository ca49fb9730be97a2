"""What one mention says of the state of an encounter."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.encounter import ClaimStatus, Stance


@dataclass(frozen=True, slots=True)
class State:
    """What one mention says: ``status`` None where it says nothing of the state.

    ``weak`` states give way to any other ("at the summit"), ``earlier`` ones describe what was the
    case before ("had been planned"), ``hedged`` ones leave a doubt. ``moved`` marks a new day, ``known`` what is
    told of as planned ("hosting the planned summit").
    """

    status: ClaimStatus | None
    stance: Stance = "asserts"
    hedged: bool = False
    weak: bool = False
    earlier: bool = False
    moved: bool = False
    known: bool = False


NOTHING = State(None)
