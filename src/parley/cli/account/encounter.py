"""One encounter: its state, the rule that decided it, the trail of claims, the sides that differ."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.view import INDENT, View
from parley.explain import rule_in_words
from parley.model.encounter import Claim, Contradiction, Encounter

STATE_COLUMN = 14
SHOWN_SIDES = 3


def encounter_block(view: View, encounter: Encounter) -> RenderableType:
    """The whole block of one encounter."""
    body: list[RenderableType] = [*_facts(view, encounter), trail(view, encounter), *sides(view, encounter)]
    body += _relations(view, encounter)
    return Group(_heading(view, encounter), view.inset(*body))


def _heading(view: View, encounter: Encounter) -> Text:
    line = view.state(encounter.status, upper=True)
    if encounter.disputed:
        line.append("  disputed", style="bold red")
    line.append("\n" if view.narrow else "  ")
    return line.append(view.title(encounter), style="bold")


def _facts(view: View, encounter: Encounter) -> Iterator[Text]:
    if encounter.when:
        days = words.interval(encounter.when.earliest, encounter.when.latest, view.glyphs.dash)
        if days:
            yield Text(f"When: {days}", style="dim")
    yield Text.assemble((f"Why: {rule_in_words(encounter.rule)}", "italic"), (f" [{encounter.rule}]", "dim"))


def trail(view: View, encounter: Encounter) -> RenderableType:
    """The claims, oldest state of affairs first."""
    known = {c.id: c for c in encounter.claims}
    ordered = [known.pop(i) for i in encounter.history if i in known] + list(known.values())
    inside = view.width - INDENT
    if view.narrow:
        return Group(
            *(part for c in ordered for part in (view.state(c.status), view.inset(_claim(view, c, inside - INDENT))))
        )
    table = Table.grid(padding=(0, 1))
    table.add_column(width=STATE_COLUMN)
    table.add_column(ratio=1)
    for claim in ordered:
        table.add_row(view.state(claim.status), _claim(view, claim, inside - STATE_COLUMN - 1))
    return table


def _claim(view: View, claim: Claim, width: int) -> Text:
    """The words of a claim, and below them who says so, how surely and when."""
    notes = [view.who(claim.attribution), *words.stance(claim), *words.doubts(claim)]
    return _quoted(view, claim, width, [*notes, *words.dates(claim, view.glyphs.dash)])


def _quoted(view: View, claim: Claim, width: int, notes: list[str]) -> Text:
    return view.quote(claim.evidence.text, width).append("\n" + view.glyphs.dot.join(notes), style="dim")


def sides(view: View, encounter: Encounter) -> Iterator[RenderableType]:
    """Claims that cannot both be true, beside each other where there is room."""
    found = [c for c in view.reading.contradictions if c.about == encounter.id]
    for contradiction in found[:SHOWN_SIDES]:
        yield Text(words.DIFFERENCES[contradiction.over] + ":", style="bold red")
        yield _columns(view, contradiction)
    if len(found) > SHOWN_SIDES:
        more = words.counted(len(found) - SHOWN_SIDES, "more contradiction")
        yield Text(f"{more} in --format json", style="dim")


def _columns(view: View, contradiction: Contradiction) -> RenderableType:
    claims = [view.claims[i] for i in contradiction.claims if i in view.claims]
    inside = view.width - 2 * INDENT
    if view.narrow or len(claims) != 2:
        return view.inset(*(_side(view, c, inside, contradiction.over) for c in claims))
    table = Table(box=box.MINIMAL, show_header=False, show_edge=False, expand=True, padding=(0, 1))
    for _ in claims:
        table.add_column(ratio=1)
    table.add_row(*(_side(view, c, inside // 2 - 3, contradiction.over) for c in claims))
    return table


def _side(view: View, claim: Claim, width: int, over: str) -> Text:
    notes = [view.who(claim.attribution), *words.stance(claim)]
    if over == "time":
        notes += words.dates(claim, view.glyphs.dash)
    return Text("\n").join([view.state(claim.status), _quoted(view, claim, width, notes)])


def _relations(view: View, encounter: Encounter) -> Iterator[Text]:
    for relation in view.reading.relations:
        other = view.encounters.get(relation.to)
        if relation.from_ == encounter.id and other:
            yield Text.assemble(
                (f"{words.RELATIONS[relation.kind]} ", "bold"),
                view.title(other),
                " ",
                view.quote(relation.evidence.text, 40),
            )
