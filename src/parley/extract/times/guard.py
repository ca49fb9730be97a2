"""Words that look like a time and are none: surnames, modal verbs, counts, names of papers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property

from parley.extract.times.limits import moved
from parley.extract.times.node import Node
from parley.extract.times.tense import Tenses
from parley.extract.times.words import pattern, words
from parley.model.analysis import Analysis, Token

LAST_WORD = re.compile(r"([^\W\d_]+|[$€£¥#%]|\d+)(?:[^\S\n]*\.?[^\S\n]*|[-‐‑–])$")
NEXT_WORD = re.compile(r"[^\S\n]*([^\W\d_]+|%)")


@dataclass(frozen=True)
class Guard:
    """Decides for one analysis whether a bare expression may stand."""

    analysis: Analysis
    tenses: Tenses
    names: list[tuple[int, int, str]] = field(default_factory=list)

    def admits(self, node: Node) -> bool:
        """Whether the words are a time here."""
        check = {
            "bare_month": self._month,
            "bare_year": self._year,
            "weekday": self._weekday,
            "day_of_month": self._not_before_noun,
            "day_range": self._lasting,
            "season": self._season,
            "repeated": self._repeated,
            "rate": self._rate,
        }.get(node.rule)
        return check is None or check(node)

    def word_before(self, node: Node) -> str:
        """The word (or currency sign) before a node, lower case; empty at the start of a line."""
        found = LAST_WORD.search(self.analysis.text, max(0, node.start - 30), node.start)
        return found[1].lower() if found else ""

    def word_after(self, node: Node) -> str:
        """The word after a node on the same line, lower case."""
        found = NEXT_WORD.match(self.analysis.text, node.end)
        return found[1].lower() if found else ""

    def _token(self, node: Node) -> Token | None:
        i = self.tenses.token_at(node.start)
        return self.analysis.tokens[i] if i is not None else None

    def _after(self, node: Node) -> Token | None:
        i = self.tenses.token_at(node.end)
        return self.analysis.tokens[i] if i is not None and self.analysis.tokens[i].start >= node.end else None

    @cached_property
    def _name_of(self) -> dict[int, str]:
        out: dict[int, str] = {}
        for span in self.analysis.names:
            if span.label in {"PER", "ORG"}:
                out.update(dict.fromkeys(range(span.first, span.last), span.label))
        return out

    def _in_name(self, node: Node, *labels: str) -> bool:
        i = self.tenses.token_at(node.start)
        return i is not None and self._name_of.get(i) in labels

    def _month(self, node: Node) -> bool:
        """A month alone, unless the word is a verb or part of a person's name; May and March need a sign of time."""
        token = self._token(node)
        if self._in_name(node, "PER"):
            return False
        word = self.analysis.text[node.start : node.end].lower()
        if word in words().lists["ambiguous_months"]:
            return self._said_as_month(node)
        return token is None or token.upos != "AUX"

    def _said_as_month(self, node: Node) -> bool:
        """ "In March", "the March summit", but not "the March on the capital"."""
        before = self.word_before(node)
        if before in words().lists["before_bare_month_noun"]:
            follower = self._after(node)
            return follower is not None and follower.upos in {"NOUN", "PROPN", "ADJ", "NUM"}
        return before in words().lists["before_bare_month"]

    def _year(self, node: Node) -> bool:
        """Four figures are a year unless they count, number or price something."""
        before, after = self.word_before(node), self.word_after(node)
        token, follower = self._token(node), self._after(node)
        named = before == "the" and follower is not None and follower.text.istitle()  # "the 2019 Men's Cup"
        if before in words().lists["not_year_after"] or (after in words().lists["not_year_before"] and not named):
            return False
        counted = follower is not None and (follower.xpos == "NNS" or follower.feat("Number") == "Plur")
        if counted and follower is not None and follower.upos == "NOUN" and token is not None:
            return before in {"the", "his", "her", "its", "their", "s", "our", "this", "that", "and"}
        return True

    def _weekday(self, node: Node) -> bool:
        """A weekday, unless it is part of the name of one past day or of a paper."""
        before = self.word_before(node)
        return before not in words().lists["named_days"] and not self._in_name(node, "ORG", "PER")

    def _lasting(self, node: Node) -> bool:
        """From one day to another, unless something is moved from the one to the other."""
        return not moved(self.analysis.text[max(0, node.start - 80) : node.start])

    def _not_before_noun(self, node: Node) -> bool:
        """ "The 25th" is a day unless it counts something ("the 25th anniversary")."""
        token = self._after(node)
        if token is None or token.upos in {
            "PUNCT",
            "ADP",
            "CCONJ",
            "VERB",
            "AUX",
            "ADV",
            "SCONJ",
            "PART",
            "DET",
            "PRON",
        }:
            return True
        return "\n" in self.analysis.text[node.end : token.start]

    def _season(self, node: Node) -> bool:
        """A season needs a word of time before it, or in it ("this spring"); "the fall of the cabinet" is none."""
        words_ = self.analysis.text[node.start : node.end]
        if FALL_OF.match(self.analysis.text, node.end):
            return False
        return (
            " " in words_ or season_sign().search(self.analysis.text, max(0, node.start - 20), node.start) is not None
        )

    def _repeated(self, node: Node) -> bool:
        """ "Daily" with a capital inside a line is the name of a paper."""
        word = self.analysis.text[node.start : node.end]
        before = self.analysis.text[max(0, node.start - 2) : node.start]
        return word[0].islower() or word.isupper() or not before or not re.search(r"[\w(,’'] ?$", before)

    def _rate(self, node: Node) -> bool:
        """ "A year" is a rate only after an amount."""
        before = self.word_before(node)
        return before.isdigit() or before in words().lists["rate_after"] or before in words().numbers


FALL_OF = re.compile(r"\s+of\s+(?!(?:this|last|next)\b|\d{4})")


@cache
def season_sign() -> re.Pattern[str]:
    """What must stand before a bare season."""
    return pattern(r"<:seasonafter> ?$", "")
