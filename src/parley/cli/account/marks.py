"""Shapes and colours of states: a word always stands beside them, so that neither is needed to understand."""

from __future__ import annotations

from dataclasses import dataclass

from parley.views.phrases import CLAIM_STATE
from parley.views.wording import SHAPES


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of one alphabet: ``status`` maps a state to its shape."""

    status: dict[str, str]
    dot: str
    dash: str
    arrow: str
    ellipsis: str
    open: str
    close: str
    point: str


FULL = Glyphs(
    status=SHAPES,
    dot=" · ",
    dash="–",
    arrow=" → ",
    ellipsis="…",
    open="“",
    close="”",
    point="•",
)
# For terminals and files whose encoding has none of the above.
PLAIN = Glyphs(
    status={
        "proposed": "o",
        "announced": "^",
        "scheduled": "*",
        "under_way": ">",
        "held": "+",
        "on_hold": "=",
        "postponed": "~",
        "cancelled": "x",
        "denied": "/",
        "unknown": "?",
    },
    dot=" | ",
    dash="-",
    arrow=" -> ",
    ellipsis="...",
    open='"',
    close='"',
    point="-",
)
COLOURS = {
    "proposed": "cyan",
    "announced": "blue",
    "scheduled": "green",
    "under_way": "bright_green",
    "held": "green",
    "on_hold": "yellow",
    "postponed": "yellow",
    "cancelled": "red",
    "denied": "magenta",
    "unknown": "white",
}


def glyphs_for(encoding: str | None) -> Glyphs:
    """The full shapes where ``encoding`` can write every one of them, else the plain ones."""
    try:
        "".join((*FULL.status.values(), FULL.dot, FULL.dash, FULL.arrow, FULL.ellipsis, FULL.open, FULL.close)).encode(
            encoding or "ascii"
        )
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return FULL


def state_of(status: str) -> str:
    """The encounter state that a claim status or encounter status stands for."""
    return CLAIM_STATE.get(status, status)


def colour_of(status: str) -> str:
    """The colour of a claim status or encounter status."""
    return COLOURS[state_of(status)]
