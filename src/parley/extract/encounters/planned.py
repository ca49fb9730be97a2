"""Words that plan an encounter and bear its day: "due on 3 June", "scheduled to be held in May"."""

from __future__ import annotations

from collections.abc import Iterable

from parley.extract.clauses import lemma_of
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.triggers import Trigger
from parley.extract.times.tense import IN_PLAN, planning_word
from parley.extract.times.words import words
from parley.lexicon import status
from parley.lexicon.encounters import noun_triggers
from parley.model.analysis import Analysis, Token

TO_THE_NOUN = 24
IN_PHRASE = IN_PLAN | {"NOUN", "ADJ", "CCONJ"}
RELATIVE = frozenset({"which", "that"})
TAKES_PLACE = frozenset({"happens", "begins", "continues", "ends"})


def plan_nodes(a: Analysis, trigger: Trigger, commits: Iterable[Operator]) -> frozenset[int]:
    """The planning words that the tree ties to an encounter, and the infinitives below them ("due to begin")."""
    listed = words().lists["planned"]
    found = {
        o.i for o in commits if o.clause is not None and (o.clause.passive or a.tokens[o.i].text.lower() in listed)
    }
    for node in {trigger.i, trigger.anchor} if not trigger.verbal else ():
        below = a.children(node, "acl", "amod", "appos", "parataxis")
        found |= {t.i for t in below if t.i > node and t.text.lower() in listed}
    return frozenset(found | {k for i in found for k in _infinitives(a, i)})


def _infinitives(a: Analysis, i: int) -> list[int]:
    """The infinitives below a word, and those below them."""
    out = []
    for child in a.children(i, "xcomp", "ccomp", "advcl", "acl"):
        if child.i > i and any(m.text.lower() == "to" for m in a.children(child.i, "mark", "aux")):
            out += [child.i, *_infinitives(a, child.i)]
    return out


def relative_verb(a: Analysis, trigger: Trigger) -> int | None:
    """The verb of "…, which took place in Oslo" by word order: trees often tie it to a noun further off."""
    last = min(a.sentences[a.tokens[trigger.i].sent].last, trigger.i + TO_THE_NOUN)
    for k in range(max(trigger.i, trigger.anchor) + 1, last):
        token = a.tokens[k]
        if token.text.lower() in RELATIVE and token.rel == "nsubj":
            return token.head if _happens(a, token.head) else None
        if not _of_the_phrase(token):
            return None
    return None


def _happens(a: Analysis, i: int) -> bool:
    """Whether a verb says of its subject that it begins, takes place or ends."""
    passive = bool(a.children(i, "aux:pass"))
    entries = status.verbs().get(lemma_of(a, i), ())
    return any(e.effect in TAKES_PLACE and (passive or e.takes in {"subject", "any"}) for e in entries)


def by_words(a: Analysis, trigger: Trigger, first: int) -> bool:
    """Whether word order alone says so: noun phrase, planning word, time ("the summit, due to open in Oslo on 3 June").

    Lists of names and dates are where trees go wrong most. Nothing but the rest of the noun phrase may stand between
    the encounter and the planning word, nothing but an infinitive and a place between that word and the time.
    """
    if trigger.verbal:
        return False
    plan = planning_word(a, first)
    plan = plan if plan is not None else planning_word(a, first, "took_place")
    if plan is None or not trigger.i < plan <= trigger.i + TO_THE_NOUN:
        return False
    between = a.tokens[max(trigger.i, trigger.anchor) + 1 : plan]
    return a.tokens[plan].sent == a.tokens[trigger.i].sent and all(_of_the_phrase(t) for t in between)


def _of_the_phrase(t: Token) -> bool:
    """Whether a word may stand between an encounter and the word that plans it."""
    if t.lemma.lower() in noun_triggers() and t.upos == "NOUN":
        return False
    if t.upos == "PUNCT":
        return t.text in {",", "-", "–", "(", ")", '"', "”", "’", "'"}
    return t.upos in IN_PHRASE or t.text.lower() in RELATIVE or (t.upos == "VERB" and t.xpos == "VBN")
