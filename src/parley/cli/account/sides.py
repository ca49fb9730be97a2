"""Claims of one encounter that cannot all be true, each side once and beside the other."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.view import INDENT, View
from parley.model.encounter import Claim, Contradiction, Encounter

SHOWN = 3  # claims of a side
Sides = list[list[str]]


def sides(view: View, encounter: Encounter) -> Iterator[RenderableType]:
    """For each thing that the claims differ over: what each side says, beside each other where there is room."""
    found = [c for c in view.reading.contradictions if c.about == encounter.id]
    for over in dict.fromkeys(c.over for c in found):
        for group in grouped([c for c in found if c.over == over]):
            yield Text(words.DIFFERENCES[over] + ":", style="bold red")
            yield _beside(view, group, over)


def grouped(contradictions: list[Contradiction]) -> list[Sides]:
    """Contradictions that share a claim, as sides: claims of one side contradict none of their own.

    Where no two sides come out (three days for one meeting), every claim is a side.
    """
    against: dict[str, list[str]] = {}
    for contradiction in contradictions:
        for claim in contradiction.claims:
            against.setdefault(claim, []).extend(c for c in contradiction.claims if c != claim)
    out, seen = [], set[str]()
    for claim in against:
        if claim not in seen:
            side = _two_sides(claim, against)
            seen.update(side)
            clean = all(side[a] != side[b] for a in side for b in against[a])
            out.append([[c for c in side if side[c] == k] for k in (0, 1)] if clean else [[c] for c in side])
    return out


def _two_sides(first: str, against: dict[str, list[str]]) -> dict[str, int]:
    """The claims that hang together, each on the side opposite to the claim by which it was reached."""
    side, waiting = {first: 0}, [first]
    while waiting:
        claim = waiting.pop(0)
        for other in against[claim]:
            if other not in side:
                side[other] = 1 - side[claim]
                waiting.append(other)
    return side


def _beside(view: View, group: Sides, over: str) -> RenderableType:
    inside = view.width - 2 * INDENT
    if view.narrow or len(group) != 2:
        stacked: list[RenderableType] = []
        for claims in group:
            stacked += [view.notes(["against"]), _side(view, claims, inside, over)]
        return view.inset(*stacked[1:])
    table = Table(box=box.MINIMAL, show_header=False, show_edge=False, expand=True, padding=(0, 1))
    for _ in group:
        table.add_column(ratio=1)
    table.add_row(*(_side(view, claims, inside // 2 - 3, over) for claims in group))
    return table


def _side(view: View, ids: list[str], width: int, over: str) -> Text:
    claims = [view.claims[i] for i in ids if i in view.claims]
    parts = [_claim(view, c, width, over) for c in claims[:SHOWN]]
    if len(claims) > SHOWN:
        parts.append(view.notes([words.counted(len(claims) - SHOWN, "more claim")]))
    return Text("\n").join(parts)


def _claim(view: View, claim: Claim, width: int, over: str) -> Text:
    """Who says what, and in which words."""
    dates = words.dates(claim, view.glyphs.dash) if over == "time" else []
    notes = [view.who(claim.attribution), *words.stance(claim), *dates]
    line = view.state(claim.status).append("\n" + view.glyphs.dot.join(notes))
    return line.append("\n").append_text(view.quote(claim.evidence.text, width))
