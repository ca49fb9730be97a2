"""Facts of a reading and the words in the text that belong to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from parley.views import told
from parley.views.marks import Mark

Row = Mapping[str, Any]
Explain = Callable[[str], str]
UNFIT = re.compile(r"[^\w.-]+")


class Marking:
    """The facts of one reading (a row as ``parley read --format json`` gives it).

    ``prefix`` keeps the anchors of several readings on one page apart; ``explain`` words the rule of a name;
    ``homes`` tells where on other pages the encounters of the reading live.
    """

    def __init__(
        self, reading: Row, explain: Explain = str, prefix: str = "", homes: Mapping[str, str] | None = None
    ) -> None:
        self.reading, self.explain, self.prefix, self.homes = reading, explain, prefix, homes or {}
        self.actors = {a["id"]: told.one_line(a["name"]) for a in reading["actors"]}
        self.attributions = {a["id"]: a for a in reading["attributions"]}
        self.marks: list[Mark] = []

    def anchor(self, kind: str, name: str) -> str:
        """The anchor of a fact: ``c-e1.c2`` for a claim, ``e-e1`` for an encounter."""
        return f"{self.prefix}{kind}-{UNFIT.sub('-', name)}"

    def _mark(self, span: Row | None, fact: str, *roles: str) -> None:
        if span:
            self.marks += [Mark(span["start"], span["end"], fact, role) for role in roles]

    def _mark_attribution(self, name: str | None, fact: str) -> None:
        """Who says it and the word for saying: they belong to each fact that is said so."""
        attribution = self.attributions.get(name or "")
        for source in attribution["chain"] if attribution else ():
            self._mark(source, fact, "source")
        self._mark(attribution and attribution["cue"], fact, "cue")
