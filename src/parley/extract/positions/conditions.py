"""Conditions: "will not sign until ...", "only if ...", "unless ..."."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.holder import FIRST_PERSON, subjects
from parley.extract.positions.predicates import keys, mood_of
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.tree import LONGEST, phrase
from parley.extract.positions.words import entries, word_set
from parley.model.analysis import Analysis, Token


def conditions(scene: Scene, token: Token) -> Candidate | None:
    """The condition that an adverbial clause sets for what its main clause says somebody will or will not do."""
    a = scene.a
    if token.rel != "advcl" or token.head < 0:
        return None
    mark = _mark(a, token)
    own = a.children(token.i, "nsubj")
    if (own and own[0].text.lower() in FIRST_PERSON) or not (own or token.upos == "VERB"):
        return None
    if mark is None or not _binds(a, token, mark[1]):
        return None
    holders = subjects(a, token.head)
    first, last = phrase(a, token.i, frozenset({"parataxis"}))
    first = min(first, mark[0])
    return Candidate(token.i, "condition", None, holders, token.i, first, min(last, first + LONGEST))


def _holds_back(a: Analysis, i: int) -> bool:
    """Whether what stands above is denied or refused ("will not meet until", "suspended the talks until")."""
    for at in (i, *(t.i for t in a.ancestors(i))):
        if a.tokens[at].upos not in {"VERB", "AUX", "ADJ", "NOUN"} or mood_of(a, at).denied:
            return mood_of(a, at).denied
        words = [w for k in keys(a, a.tokens[at]) for w in entries("verbs").get(k, ())]
        if words and words[0].stance == "refusal":
            return True
        if a.tokens[at].rel not in {"xcomp", "ccomp", "obj", "acl", "advcl"}:
            return False
    return False


def _mark(a: Analysis, token: Token) -> tuple[int, str] | None:
    """Where the subordinator begins, and its words, the longest that fit ("on condition that", "as long as")."""
    for m in a.children(token.i, "mark", "advmod", "case"):
        if m.i > token.i:
            continue
        for length in (4, 3, 2, 1):
            start = m.i - length + 1
            if start < a.sentences[token.sent].first:
                continue
            form = " ".join(t.text.lower() for t in a.tokens[start : m.i + 1])
            if any(form in word_set("conditions", kind) for kind in ("always", "denied", "willed")):
                return start, form
    return None


def _binds(a: Analysis, token: Token, mark: str) -> bool:
    """Whether the clause limits what a party does by its own will, rather than telling when something happened."""
    if mark in word_set("conditions", "always"):
        return True
    if mark in word_set("conditions", "denied"):
        return _holds_back(a, token.head) and (mark != "before" or clause(a, token.head).modal == "future")
    if token.i < token.head:
        return clause(a, token.head).modal == "future"
    return _commits(a, token.head)


def _commits(a: Analysis, i: int) -> bool:
    """Whether what stands above says what somebody will or is ready to do."""
    for at in (i, *(t.i for t in a.ancestors(i))):
        token, record = a.tokens[at], clause(a, at)
        if record.modal in {"future", "conditional"} or token.text.lower() in entries("adjectives"):
            return True
        words = [w for k in keys(a, token) for w in entries("verbs").get(k, ())] if token.upos == "VERB" else []
        if words and words[0].stance in {"offer", "support", "concession"}:
            return True
        if token.rel not in {"xcomp", "advcl"}:
            return False
    return False
