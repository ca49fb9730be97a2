"""The drawing of timelines: text in lines, signs for statuses, the sheet with its style. No layout engine is needed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Protocol

from parley.views import wording
from parley.views.templates import static

WIDTH = 760
LINE = 20  # from one line of text to the next
RAIL = 190  # where the line stands
TEXT = 216  # where words begin
WIDE = 66  # letters in a line of words
BIG = 56  # letters in a heading
WORDS = 4  # lines of a quote
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


class Marked(Protocol):
    """What is drawn at one station of the line."""

    @property
    def day(self) -> str:
        """Its day, in words."""

    @property
    def status(self) -> str:
        """Its status, empty where it is a change of something else."""

    @property
    def head(self) -> str:
        """What stands there."""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """More words, each with its class."""

    @property
    def link(self) -> str | None:
        """Where it leads to."""

    @property
    def gap(self) -> str | None:
        """What lies before it."""


def fold(text: str, wide: int, most: int) -> list[str]:
    """Text in lines of at most ``wide`` letters, broken within words that are longer; an ellipsis where it is cut."""
    found = wrap(" ".join(text.translate(NO_XML).split()), wide, break_on_hyphens=False) or [""]
    if len(found) <= most:
        return found
    return [*found[: most - 1], found[most - 1][: wide - 1] + "…"]


def items(marks: Sequence[Marked], y: int) -> tuple[str, int]:
    """All stations from ``y`` downwards, and the height that they end at."""
    out, first, at = [], y, y
    last = y
    for mark in marks:
        if mark.gap:
            out.append(f'<text class="gap" x="{TEXT}" y="{at}">{escape(mark.gap)}</text>')
            at += LINE + 8
        drawn, height = item(mark, at)
        out.append(drawn)
        last, at = at, at + height
    rail = f'<line class="rail" x1="{RAIL}" x2="{RAIL}" y1="{first - 5}" y2="{last - 5}"/>'
    return "\n".join([rail, *out]), at


def item(mark: Marked, y: int) -> tuple[str, int]:
    """One station: the day to the left, the sign on the line, the words to the right, all of it a link."""
    rows = [("head", t) for t in fold(mark.head, BIG, 3)]
    for name, words in mark.lines:
        rows += [(name, t) for t in fold(words, WIDE, WORDS)]
    sign = wording.shape(mark.status) if mark.status else "·"
    days = fold(mark.day, 21, 3)
    parts = [f'<text class="day" x="{RAIL - 22}" y="{y + LINE * i}">{escape(t)}</text>' for i, t in enumerate(days)]
    parts.append(
        f'<g class="s-{escape(mark.status or "change")}" aria-hidden="true">'
        f'<circle class="disc" cx="{RAIL}" cy="{y - 5}" r="12"/>'
        f'<text class="sign" x="{RAIL}" y="{y}">{sign}</text></g>'
    )
    parts += [f'<text class="{c}" x="{TEXT}" y="{y + LINE * i}">{escape(t)}</text>' for i, (c, t) in enumerate(rows)]
    height = LINE * max(len(rows), len(days)) + 18
    return _linked("\n".join(parts), mark.link), height


def _linked(inner: str, link: str | None) -> str:
    link = (link or "").translate(NO_XML)
    if not link.startswith(("http://", "https://", "/")):
        return f"<g>{inner}</g>"
    return f'<a href="{escape(link)}">{inner}</a>'


def sheet(title: str, told: str, inner: str, height: int, inside: bool) -> str:
    """The picture with its title and description for whoever hears it, and its style unless it stands in a page."""
    title, told = (escape(words.translate(NO_XML)) for words in (title, told))
    style = "" if inside else f"<style>\n{static('timeline.css')}</style>\n"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="group" aria-labelledby="tl-title tl-desc">\n'
        f'<title id="tl-title">{title}</title>\n<desc id="tl-desc">{told}</desc>\n'
        f"{style}{inner}\n</svg>\n"
    )
