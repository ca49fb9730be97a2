""" "Was due to hold talks": what is meant to happen, which a parser takes for the preposition of "due to the rain".

In treebanks "due to" is nearly always that preposition; in news of plans it nearly never is. After a form of "be"
and before a bare verb it can only be the adjective with its infinitive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model.analysis import Token

BEFORE = frozenset({"nsubj", "csubj", "cop", "aux", "mark", "cc", "advmod", "expl", "punct"})


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with every "is due to VERB" as an adjective that governs its infinitive."""
    out = list(tokens)
    for k in range(1, len(out) - 2):
        if _due_to_verb(out, k):
            _hang(out, k)
    return tuple(out)


def _due_to_verb(t: Sequence[Token], k: int) -> bool:
    due, to, verb = t[k], t[k + 1], t[k + 2]
    together = due.sent == to.sent == verb.sent == t[k - 1].sent
    if not together or due.text.lower() != "due" or to.text.lower() != "to":
        return False
    before = t[k - 1] if t[k - 1].upos != "ADV" or k < 2 else t[k - 2]
    bare = verb.upos in {"VERB", "AUX"} and verb.xpos in {"VB", "NN", "VBP"}
    return before.lemma.lower() == "be" and bare


def _hang(t: list[Token], k: int) -> None:
    """ "Due" takes the place of the verb in the sentence, the verb becomes its infinitive."""
    due, to, verb = t[k], t[k + 1], _main(t, t[k + 2])
    inside = {verb.i, *(x.i for x in t if x.sent == verb.sent and _above(t, x, verb.i))}
    place = verb.head if verb.head not in {due.i, to.i} else -1
    for x in [x for x in t[:k] if x.sent == due.sent and x.head in inside and x.deprel.partition(":")[0] in BEFORE]:
        t[x.i] = replace(x, head=due.i)
    for x in [x for x in t if x.sent == due.sent and x.head == verb.i and x.deprel == "punct"]:
        t[x.i] = replace(x, head=due.i)
    t[due.i] = replace(
        due, upos="ADJ", xpos="JJ", lemma="due", head=place, deprel=verb.deprel if place >= 0 else "root"
    )
    t[to.i] = replace(to, upos="PART", xpos="TO", head=verb.i, deprel="mark")
    t[verb.i] = replace(verb, head=due.i, deprel="xcomp")
    if verb.i == to.i + 1:
        t[verb.i] = replace(t[verb.i], upos="VERB", xpos="VB", feats="VerbForm=Inf")


def _main(t: Sequence[Token], verb: Token) -> Token:
    """The verb of an infinitive with auxiliaries ("to have been held")."""
    behind = t[verb.head] if verb.upos == "AUX" and verb.head > verb.i else verb
    return behind if behind.sent == verb.sent else verb


def _above(t: Sequence[Token], x: Token, verb: int) -> bool:
    """Whether a token hangs below the verb."""
    seen = set[int]()
    while x.head >= 0 and x.i not in seen:
        if x.head == verb:
            return True
        seen.add(x.i)
        x = t[x.head]
    return False
