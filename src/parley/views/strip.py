"""A strip of stations as SVG: how something went at one glance, each station a link to its words in the list below.

No style and no script in it: classes of the page's style sheet alone, and a picture that scrolls where it is wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from parley.views import wording
from parley.views.drawn import NO_XML

MOST = 30  # stations, the latest
STEP, HIGH, LINE = 76, 74, 24


class Station(NamedTuple):
    """One station: its status ("" for another change), its day in words, what stands there, where it leads to."""

    status: str
    day: str
    head: str
    link: str


def strip(stations: Sequence[Station]) -> Markup:
    """The picture; nothing where there are fewer than two stations, for which a list alone is clearer."""
    shown = stations[-MOST:]
    if len(shown) < 2:
        return Markup()
    wide = STEP * len(shown)
    inner = "".join(_station(s, STEP * n + STEP // 2) for n, s in enumerate(shown))
    first, last = STEP // 2, wide - STEP // 2
    return Markup(
        f'<svg class="strip" width="{wide}" height="{HIGH}" viewBox="0 0 {wide} {HIGH}" role="group" '
        f'aria-label="Timeline of {len(shown)} stations">'
        f'<line class="rail" x1="{first}" x2="{last}" y1="{LINE}" y2="{LINE}"/>{inner}</svg>'
    )


def _station(s: Station, x: int) -> str:
    told = escape(f"{s.day}: {s.head}".translate(NO_XML))
    day, _, year = s.day.translate(NO_XML).partition(", ")[0].rpartition(" ")
    sign = wording.shape(s.status) if s.status else "·"
    return (
        f'<a href="{escape(s.link.translate(NO_XML))}" class="s-{escape(s.status or "change")}" aria-label="{told}">'
        f"<title>{told}</title>"
        f'<circle class="disc" cx="{x}" cy="{LINE}" r="14"/>'
        f'<text class="sign" x="{x}" y="{LINE + 5}">{sign}</text>'
        f'<text class="at" x="{x}" y="{LINE + 32}">{escape(day[:11])}</text>'
        f'<text class="at" x="{x}" y="{LINE + 46}">{escape(year[:11])}</text></a>'
    )
