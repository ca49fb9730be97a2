"""Whose words the account's status words are, and what they say by the reader's own rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from parley import api
from parley.extract.encounters.answers import EFFECTS, OF_THE_DAY
from parley.extract.encounters.operators import operators
from parley.extract.encounters.state import State
from parley.extract.encounters.states import state_of
from parley.extract.encounters.triggers import find_triggers
from parley.lexicon.answers import phrases
from parley.model.encounter import Claim
from parley.model.span import Span

SAYS_MORE = frozenset({"denies", "disputes_premise", "confirms"})
ENDS = re.compile(r"[.!?][\"”’']?(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Said:
    """What status words say: the state, and whether they are about the day only."""

    state: State
    day: bool = False


class Words:
    """The words of one article with the attributions of its account."""

    def __init__(self, text: str, attributions: Sequence[dict[str, Any]]) -> None:
        self.text = text
        self.analysis = api.engine().analyse(text)
        self.contents = [(*self._content(a["content"]), a["source"]) for a in attributions if a["source"]]

    def source(self, span: Span) -> str | None:
        """The source in whose words a span stands, the closest; None for the article's own voice."""
        around = [(end - start, who) for start, end, who in self.contents if start < span.end and span.start < end]
        return str(min(around)[1]) if around else None

    def said(self, span: Span, told: Claim) -> Said | None:
        """What a span denies or confirms by the reader's rules; None where it plainly tells the status ``told``."""
        low = span.text.lower()
        for phrase in phrases():
            if phrase.pattern.search(low):
                state = EFFECTS[phrase.effect]([told])
                return Said(state, phrase.effect in OF_THE_DAY) if state.status else None
        for trigger in find_triggers(self.analysis):
            if span.start <= self.analysis.tokens[trigger.i].start < span.end:
                state = state_of(operators(self.analysis, trigger))
                if state.status and state.stance in SAYS_MORE:
                    return Said(state)
        return None

    def _content(self, words: str) -> tuple[int, int]:
        start = max(self.text.find(words), 0)
        end = ENDS.search(self.text, start + len(words) - 1)
        return start, end.end() if end else len(self.text)
