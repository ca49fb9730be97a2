"""One encounter: its state, the rule that decided it, the trail of claims, the sides that differ."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from parley.cli.account import words
from parley.cli.account.sides import sides
from parley.cli.account.view import View
from parley.explain import rule_in_words
from parley.model.encounter import Claim, Encounter
from parley.views.phrases import RELATIONS


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
    return line.append(words.name(encounter, view.glyphs.dot, view.glyphs.dash), style="bold")


def _facts(view: View, encounter: Encounter) -> Iterator[Text]:
    """Where and when, and why it stands as it does."""
    day, own = words.day(encounter, view.glyphs.dash), words.own_words(encounter, view.glyphs.dash)
    said = f" ({view.glyphs.open}{own}{view.glyphs.close})" if own else ""
    facts = view.glyphs.dot.join(b for b in (words.place(encounter), day + said) if b)
    if facts:
        yield Text(facts)
    yield Text.assemble((rule_in_words(encounter.rule), "italic"), (f" [{encounter.rule}]", "dim"))


def trail(view: View, encounter: Encounter) -> RenderableType:
    """The claims, oldest state of affairs first."""
    known = {c.id: c for c in encounter.claims}
    ordered = [known.pop(i) for i in encounter.history if i in known] + list(known.values())
    return view.rows((view.state(c.status), _claim(view, c, encounter)) for c in ordered)


def _claim(view: View, claim: Claim, encounter: Encounter) -> Text:
    """Who says so, how surely, and for when if not for the day above; below it the words."""
    day = words.day(encounter, view.glyphs.dash)
    notes = [*words.stance(claim), *words.doubts(claim), *words.dates(claim, view.glyphs.dash, day)]
    line = Text(view.who(claim.attribution))
    if notes:
        line.append(view.glyphs.dot).append_text(view.notes(notes))
    return line.append("\n").append_text(view.quote(claim.evidence.text, view.room))


def _relations(view: View, encounter: Encounter) -> Iterator[Text]:
    for relation in view.reading.relations:
        other = view.encounters.get(relation.to)
        if relation.from_ == encounter.id and other:
            line = Text.assemble((f"{RELATIONS[relation.kind]} ", "bold"), view.title(other), "\n")
            yield line.append_text(view.quote(relation.evidence.text, view.width))
