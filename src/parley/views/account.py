"""The account of one reading for a page: text and facts, tied to each other by anchors and style rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.views.facts import Facts
from parley.views.lit import highlighting
from parley.views.marking import Explain
from parley.views.marks import marked

Row = Mapping[str, Any]


def account(
    reading: Row, explain: Explain = str, name: str = "r1", prefix: str = "", homes: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What the templates of ``account.html`` show of a reading.

    ``explain`` words the rule of a name; ``prefix`` keeps the anchors of several readings on one page apart, ``name``
    is the anchor of the whole; ``homes`` tells where on other pages its encounters live.
    """
    facts = Facts(reading, explain, prefix, homes)
    document = reading["document"]
    shown = {
        "name": name,
        "number": name.removeprefix("r") if prefix else "",
        "document": document,
        "length": len(document["text"].split()),
        "encounters": facts.encounters,
        "positions": facts.positions,
        "left_open": facts.left_open,
        "sayings": facts.sayings,
        "named": facts.named,
    }
    text = marked(document["text"], facts.marks, _targets(shown))
    anchors = dict.fromkeys(m.fact for m in facts.marks)
    return {**shown, "text": text, "css": highlighting(anchors, f'[id="{name}"]')}


def _targets(shown: Row) -> list[str]:
    """The facts that words of the text link to, the most telling first."""
    claims = [c["anchor"] for e in shown["encounters"] for c in e["claims"]]
    stands = [p["anchor"] for side in shown["positions"] for p in side["held"]]
    return [*claims, *stands, *(e["anchor"] for e in shown["encounters"]), *(u["anchor"] for u in shown["left_open"])]
