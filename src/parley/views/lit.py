"""Style rules that tie facts to their words: no script is needed for that."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

LIT = "background:var(--lit);color:var(--ink)"
NAMED = "border-color:var(--focus);box-shadow:-4px 0 0 var(--focus)"


def highlighting(facts: Iterable[str], inside: str) -> str:
    """Style rules that light up a fact when its words are pointed at, and its words when the fact is.

    They need no script; ``inside`` selects what holds both text and facts.
    """
    rules = []
    for fact in facts:
        name = escape(fact)
        words, card, anchor = f'[data-f~="{name}"]', f'[id="{name}"]', f'[id="w-{name}"]'
        state = ":is(:hover,:focus-within,:target)"
        rules.append(f"{inside}:has({card}{state}) {words},{inside}:has({anchor}:target) {words}{{{LIT}}}")
        rules.append(f"{inside}:has({words}:is(:hover,:focus-within)) {card}{{{NAMED}}}")
    return "\n".join(rules)
