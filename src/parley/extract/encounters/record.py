"""One mention of an encounter with all that its words say."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.encounters.signs import Operator
from parley.extract.encounters.state import State
from parley.extract.encounters.triggers import Trigger
from parley.model.analysis import Analysis
from parley.model.encounter import EncounterKind, Level
from parley.model.mention import Actor, Place, Time
from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: ``words`` names the encounter, ``evidence`` shows its state.

    ``definite`` points back ("the summit", "such a meeting"), ``rank`` sets it apart from others
    ("second", "another"), ``level`` is what its own words say ("at ministerial level"),
    ``moved`` says that ``when`` is a new day. ``attribution`` is the id of the
    attribution it stands in, None for the article's own voice; ``voice`` a key for whoever speaks.
    ``soft`` parties come from the verb above a definite noun only ("she left for the summit") and give
    way to those of an encounter told before; ``peers`` are people in office whom the text does not name
    ("the deputy ministers met"); ``at_war`` tells that the sentence speaks of a war or a peace.
    ``both`` tells whom a plural word stands for that is its only side ("the pair met", "they spoke"): a level,
    ``people``, ``states`` or ``any``. ``near`` words point to what has just been told ("that meeting").
    ``one_of_many`` is one of "meetings with A, B and C". ``office`` is that of its unnamed ``peers``.
    """

    trigger: Trigger
    kind: EncounterKind
    parties: tuple[Actor, ...]
    place: Place | None
    when: Time | None
    moved: bool
    state: State
    ops: tuple[Operator, ...]
    words: Span
    evidence: Span
    definite: bool
    rank: frozenset[str]
    level: Level | None
    attribution: str | None
    voice: str
    headline: bool
    soft: bool = False
    peers: bool = False
    at_war: bool = False
    both: str = ""
    near: bool = False
    one_of_many: bool = False
    office: str | None = None

    @property
    def sent(self) -> int:
        """A key for text order."""
        return self.words.start


def mention_words(a: Analysis, trigger: Trigger) -> Span:
    """The words that name the encounter: the noun phrase without clauses, or the verb."""
    if trigger.verbal:
        return _span(a, [trigger.i])
    kept = [trigger.anchor, trigger.i]
    for node in {trigger.anchor, trigger.i}:
        for child in a.children(node):
            if child.rel in {"det", "amod", "compound", "nummod", "nmod", "case"} and child.rel != "case":
                kept += _without_clauses(a, child.i)
    return _span(a, kept)


def evidence_words(a: Analysis, trigger: Trigger, ops: tuple[Operator, ...]) -> Span:
    """The clause that shows the state: from the outermost operator's words to the encounter's."""
    if trigger.word.frame == "premise":  # "you can't postpone something that wasn't planned"
        return _span(a, a.subtree(trigger.i))
    must = [trigger.i, trigger.anchor, *(o.i for o in ops)]
    outer = ops[-1].i if ops else trigger.anchor
    inside = set(_without_clauses(a, outer, keep=set(must)))
    for i in must:
        inside |= set(_without_clauses(a, i, keep=set(must)))
    sentence = a.sentences[a.tokens[trigger.i].sent]
    inside = {i for i in inside if sentence.first <= i < sentence.last} | {trigger.i}
    low, high = min(must), max(must)
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    return _span(a, range(max(low, sentence.first), min(high, sentence.last - 1) + 1))


def _without_clauses(a: Analysis, i: int, keep: set[int] | None = None) -> list[int]:
    """The subtree of a token without subordinate and coordinated clauses and outer punctuation."""
    out, stack = [], [i]
    while stack:
        node = stack.pop()
        out.append(node)
        for child in a.children(node):
            clausal = child.rel in {"advcl", "parataxis", "acl", "ccomp", "csubj", "discourse"}
            clausal = clausal or (child.rel == "conj" and child.upos == "VERB")
            if clausal and not (keep and keep & set(a.subtree(child.i))):
                continue
            stack.append(child.i)
    return sorted(out)


def _span(a: Analysis, tokens: list[int] | range) -> Span:
    order = sorted(tokens)
    while len(order) > 1 and a.tokens[order[-1]].upos == "PUNCT":
        order.pop()
    while len(order) > 1 and a.tokens[order[0]].upos == "PUNCT":
        order.pop(0)
    return Span.of(a.text, a.tokens[order[0]].start, a.tokens[order[-1]].end)
