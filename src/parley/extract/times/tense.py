"""The tense of the clause that a time stands in: does it tell of what was, or of what is to come?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from parley.extract.times.limits import moves
from parley.extract.times.node import Tense
from parley.extract.times.words import words
from parley.model.analysis import Analysis, Token

REACH = 25
PLAN_REACH = 9
IN_PLAN = frozenset({"ADP", "DET", "ADV", "PART", "AUX", "PROPN", "NUM", "SCONJ"})


@dataclass(frozen=True)
class Tenses:
    """Answers for one analysis."""

    analysis: Analysis

    @cached_property
    def starts(self) -> list[int]:
        """Start offsets of the tokens."""
        return [t.start for t in self.analysis.tokens]

    def token_at(self, start: int) -> int | None:
        """The index of the token that holds a character, or the first one after it."""
        i = bisect_right(self.starts, start) - 1
        if i >= 0 and self.analysis.tokens[i].end > start:
            return i
        i = bisect_left(self.starts, start)
        return i if i < len(self.starts) else None

    def of(self, start: int, end: int, long: bool = False) -> Tense | None:
        """The tense of the clause around the words ``start:end``; None where nothing tells it.

        ``long`` says that the time is longer than a few days: "has invited him in the autumn" is of an autumn to come.
        """
        first, last = self.token_at(start), self.token_at(end - 1)
        if first is None or last is None:
            return None
        if first > 0 and self.analysis.tokens[first - 1].text.lower() in words().lists["since"]:
            return "past"
        if planning_word(self.analysis, first) is not None or _moved_to(self.analysis, first):
            return "future"
        head = _head(self.analysis, first, last)
        if head is not None and not _across(self.analysis, head):
            return _by_tree(self.analysis, head, long)
        return _by_order(self.analysis, first, last, long)


def planning_word(analysis: Analysis, first: int, listed: str = "planned") -> int | None:
    """The word before a time at token ``first`` that plans what happens then (or is listed elsewhere); else None.

    Only prepositions, an infinitive and a place may stand between ("scheduled for Monday", "due to open in Oslo on").
    """
    sentence = analysis.tokens[first].sent
    for i in range(first - 1, max(-1, first - PLAN_REACH), -1):
        token = analysis.tokens[i]
        if token.sent != sentence:
            return None
        if token.text.lower() in words().lists[listed]:
            return i
        infinitive = token.upos in {"VERB", "NOUN"} and token.xpos in {"VB", "VBN", "NN"}
        if token.upos not in IN_PLAN and not infinitive:
            return None
    return None


def _moved_to(analysis: Analysis, first: int) -> bool:
    """Whether something is moved to the time, which then lies ahead ("was moved from Tuesday to Friday")."""
    sentence = analysis.sentences[analysis.tokens[first].sent]
    if first - 1 < sentence.first or analysis.tokens[first - 1].text.lower() not in words().lists["moved_to"]:
        return False
    before = (analysis.tokens[i] for i in range(first - 1, max(sentence.first, first - REACH) - 1, -1))
    verb = next((t for t in before if t.upos == "VERB"), None)
    return verb is not None and moves(verb.text)


def _head(analysis: Analysis, first: int, last: int) -> Token | None:
    """The token of the span whose governor stands outside it; None where the sentence has no tree."""
    for token in analysis.tokens[first : last + 1]:
        if token.head >= 0 and not first <= token.head <= last:
            return token
    return None


def _across(analysis: Analysis, head: Token) -> bool:
    """Whether a semicolon stands between a time and its governor: then the tree is not to be trusted."""
    low, high = sorted((head.i, head.head))
    return any(t.text == ";" for t in analysis.tokens[low:high])


def _by_tree(analysis: Analysis, head: Token, long: bool) -> Tense | None:
    """Walk up to the verbs that govern the time; the first that tells a tense decides."""
    under_noun = False
    for token in analysis.ancestors(head.i):
        if token.upos in {"VERB", "AUX"} or analysis.children(token.i, "cop"):
            told = _verb_tense(analysis, token, under_noun or (long and _perfect(analysis, token)))
            if told is not None:
                return _known(told)
        elif token.upos in {"NOUN", "PROPN"}:
            under_noun = True
    return None


def _known(told: str) -> Tense | None:
    return "past" if told == "past" else "future" if told == "future" else None


def _verb_tense(analysis: Analysis, verb: Token, under_noun: bool) -> str | None:
    """ "past", "future", "open" (a plan told in the past), or None where only the verb above can tell."""
    helpers = analysis.children(verb.i, "aux", "cop")
    lemmas = {h.lemma.lower() for h in helpers} | {h.text.lower() for h in helpers}
    planner = verb.lemma.lower() in words().lists["planners"]
    if lemmas & words().lists["future_auxiliaries"]:
        return "past" if "have" in lemmas and not lemmas & {"will", "shall"} else "future"
    if _is_infinitive(analysis, verb):
        return "future" if any(h.lemma.lower() == "be" and h.i < verb.i for h in helpers) else _above(analysis, verb)
    if under_noun and planner:
        return "future"
    finite = [t for t in (*helpers, verb) if _finite(t)]
    if any(_past(t) for t in finite) or "have" in lemmas:
        return "past"
    if finite:
        return "open" if under_noun else "future"
    return None


def _above(analysis: Analysis, verb: Token) -> str | None:
    """The tense of "to …": ahead of what plans it or of a present; of a piece with any other verb of the past."""
    for token in analysis.ancestors(verb.i):
        if token.lemma.lower() in words().lists["planners"] or token.upos in {"NOUN", "ADJ"}:
            return "future"
        if token.upos in {"VERB", "AUX"}:
            told = _verb_tense(analysis, token, False)
            return told if told is not None else "future"
    return "future"


def _is_infinitive(analysis: Analysis, verb: Token) -> bool:
    return any(m.lemma.lower() == "to" for m in analysis.children(verb.i, "mark", "aux"))


def _perfect(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb stands in the present perfect, which takes no time gone by ("has invited him in the autumn")."""
    return any(h.lemma.lower() == "have" and not _past(h) for h in analysis.children(verb.i, "aux"))


def _finite(token: Token) -> bool:
    return token.feat("VerbForm") == "Fin" or token.xpos in {"VBD", "VBZ", "VBP", "MD"} or token.feat("Mood") == "Ind"


def _past(token: Token) -> bool:
    return token.feat("Tense") == "Past" or token.xpos == "VBD"


def _by_order(analysis: Analysis, first: int, last: int, long: bool) -> Tense | None:
    """Without a tree to trust: the nearest verb before the time in its sentence, else the nearest after it."""
    sentence = analysis.sentences[analysis.tokens[first].sent]
    before = range(first - 1, max(sentence.first, first - REACH) - 1, -1)
    after = range(last + 1, min(sentence.last, last + REACH))
    for i in (*before, *after):
        token = analysis.tokens[i]
        if token.upos in {"VERB", "AUX"}:
            told = _verb_tense(analysis, token, True) if long and _perfect(analysis, token) else None
            return _known(told) if told else _group_tense(analysis, i, sentence.first)
    return None


def _group_tense(analysis: Analysis, verb: int, floor: int) -> Tense | None:
    """The tense of a verb by the words just before it ("will", "to", "had"); None for a verb that bears no sign."""
    told: Tense | None = None
    for i in range(verb, max(floor, verb - 4) - 1, -1):
        word = analysis.tokens[i]
        if i != verb and word.upos not in {"AUX", "ADV", "PART"}:
            break
        if word.text.lower() in words().lists["future_auxiliaries"] or (word.text.lower() == "to" and i != verb):
            return "future"
        if _past(word) or word.lemma.lower() == "have":
            told = "past"
        elif told is None and _finite(word):
            told = "future"
    return told
