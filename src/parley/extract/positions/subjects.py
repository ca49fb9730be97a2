"""The subject of a predicate: by the tree, passed down to it, or by word order where the tree has none."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.words import word_set
from parley.model.analysis import Analysis, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSE_ENDS = frozenset({":", ";", '"', "“", "”", "–", "—", "(", ")"})
DEEPEST = 5


def subjects(a: Analysis, i: int, depth: int = 0) -> tuple[int, ...]:
    """Who does what predicate ``i`` says: its subject, the agent of a passive, or the subject passed down to it."""
    token = a.tokens[i]
    passive = a.children(i, "nsubj:pass")
    reduced = token.xpos == "VBN" and token.rel == "acl" and not a.children(i, "nsubj")  # "a truce proposed by Peru"
    if token.upos == "VERB" and (passive or a.children(i, "aux:pass") or reduced):
        agent = _agent(a, i)
        return _with_conjuncts(a, agent) if agent is not None else ()
    own = passive or [c for c in a.children(i, "nsubj", "expl") if c.deprel != "nsubj:outer"]
    if not own:  # "he did, however, offer": the subject hangs on the auxiliary
        own = [s for c in a.children(i, "aux") for s in a.children(c.i, "nsubj")]
    own = [c for c in own if c.text.lower() != "there"]
    if own:
        before = [c for c in own if c.i < i] or own
        if before[-1].text.lower() in RELATIVE:
            return _antecedent(a, before[-1].i, token)
        subject = before[0] if len(before) > 1 and _tells(a, before[-1].i, i) else before[-1]
        return _with_conjuncts(a, subject.i)
    passed = _passed_down(a, token, depth) if depth < DEEPEST and token.head >= 0 else ()
    return passed or _before(a, i)


def _tells(a: Analysis, i: int, verb: int) -> bool:
    """Whether a subject stands in an aside ("Peru, the source added, rejects"), with a verb of its own behind it."""
    return any(t.xpos in {"VBD", "VBZ", "VBP"} and t.upos == "VERB" for t in a.tokens[i + 1 : verb])


def _before(a: Analysis, i: int) -> tuple[int, ...]:
    """The nominal that a finite clause begins with, where the tree gives its verb no subject."""
    first = i
    start = a.sentences[a.tokens[i].sent].first
    while first > start and a.tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
        if a.tokens[first].upos in {"VERB", "SCONJ"} and a.tokens[first].xpos in {"VBD", "VBZ", "VBP", "IN"}:
            return ()
    if not clause(a, i).finite and not clause(a, i).planned:
        return ()
    run = [t for t in a.tokens[first:i] if t.upos in {"NOUN", "PROPN"} and t.rel not in {"compound", "nmod"}]
    if not run or any(t.upos == "ADP" for t in a.tokens[first : run[0].i]):
        return ()
    return (run[0].i,)


def _antecedent(a: Analysis, i: int, token: Token) -> tuple[int, ...]:
    """The noun before a relative pronoun; the tree where it says so, else the nearest name or noun."""
    if token.deprel == "acl:relcl" and token.head >= 0:
        return (token.head,)
    for j in range(i - 1, max(i - 4, a.sentences[token.sent].first - 1), -1):
        if a.tokens[j].upos in {"NOUN", "PROPN"}:
            return (j,)
    return ()


def bearers(a: Analysis, i: int) -> tuple[int, ...]:
    """Of whom a predicate adjective or participle tells ("is prepared to")."""
    own = a.children(i, "nsubj", "nsubj:pass")
    if own and own[0].text.lower() not in RELATIVE:
        return _with_conjuncts(a, own[0].i)
    token = a.tokens[i]
    if token.rel == "conj" and token.head >= 0:
        above = a.children(token.head, "nsubj", "nsubj:pass")
        if above:
            return _with_conjuncts(a, above[0].i)
    return subjects(a, i)


def _agent(a: Analysis, i: int) -> int | None:
    for c in a.children(i, "obl:agent", "obl"):
        if any(m.text.lower() == "by" for m in a.children(c.i, "case")):
            return c.i
    return None


def _passed_down(a: Analysis, token: Token, depth: int) -> tuple[int, ...]:
    above = a.tokens[token.head]
    if token.rel == "conj" and (above.upos in {"VERB", "AUX", "ADJ"} or a.children(above.i, "cop")):
        return subjects(a, above.i, depth + 1)
    if token.rel == "xcomp":
        if above.lemma.lower() in word_set("passing") or above.upos == "ADJ" or not a.children(above.i, "obj"):
            return bearers(a, above.i) if above.upos == "ADJ" else subjects(a, above.i, depth + 1)
        return ()
    if token.rel == "advcl" and token.xpos in {"VBG", "VB"}:
        return subjects(a, above.i, depth + 1)
    if token.rel == "acl" and token.deprel != "acl:relcl" and token.xpos == "VBG":
        return (above.i,)
    return ()


def _with_conjuncts(a: Analysis, i: int) -> tuple[int, ...]:
    """A nominal with those that stand beside it, by the tree, else "and" and a name right behind it."""
    found = (i, *(c.i for c in a.children(i, "conj")))
    if len(found) == 1 and i + 2 < len(a.tokens) and a.tokens[i + 1].text == "and" and a.tokens[i + 2].upos == "PROPN":
        return (i, i + 2)
    return found
