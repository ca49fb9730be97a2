"""Clause records: what the tree says of one predicate, so that rules need no raw paths.

A parse is wrong once in eight arcs. The record therefore joins what the tree says with what the words
just before the verb say (the verb group), and every rule behind it reads only the record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from parley.lexicon import status as words
from parley.model.analysis import Analysis, Token

Tense = Literal["past", "present", "future", "none"]
Modal = Literal["", "future", "conditional", "possible", "necessary"]
BE = frozenset({"be"})
IF = frozenset({"if", "unless", "should", "in case", "provided"})
COMPLEMENTS = ("xcomp", "ccomp", "csubj", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its tense, mood and polarity.

    ``head`` is the token index of the predicate; ``lemma`` has the particle ("call off"). ``planned``
    is "is to meet", ``conditional`` stands under "if" or "unless", ``condition`` has such a clause under it,
    ``mark`` is the word that introduces the clause ("after", "that"); ``doubt`` tells "may", "might" from "can".
    """

    head: int
    lemma: str
    tense: Tense
    modal: Modal = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    gerund: bool = False
    planned: bool = False
    conditional: bool = False
    condition: bool = False
    mark: str = ""
    finite: bool = True
    doubt: bool = False


def lemma_of(a: Analysis, i: int) -> str:
    """The lemma of a predicate in lower case, with its particle."""
    token = a.tokens[i]
    lemma = token.lemma.lower()
    if lemma not in words.verbs() and f"{lemma}e" in words.verbs():
        lemma = f"{lemma}e"  # "reconven|ed"
    for child in a.children(i):
        if child.deprel == "compound:prt":
            return f"{lemma} {child.text.lower()}"
        if child.rel == "advmod" and child.i > i and f"{lemma} {child.text.lower()}" in words.verbs():
            return f"{lemma} {child.text.lower()}"  # "pushed the summit back"
    behind = [t.text.lower() for t in a.tokens[i + 1 : min(a.sentences[token.sent].last, i + 3)]]
    for many in (2, 1):  # "pull | the plug", "take | place"
        if (idiom := " ".join([lemma, *behind[:many]])) in words.verbs():
            return idiom
    return lemma


def group(a: Analysis, i: int) -> list[Token]:
    """The auxiliaries, negators and "to" of a predicate: its tree dependants and the words just before it."""
    found = {t.i: t for t in a.children(i, "aux", "cop", "advmod", "mark") if t.i < i and _of_group(t)}
    j, first = i - 1, a.sentences[a.tokens[i].sent].first
    while j >= first and _of_group(a.tokens[j]):
        found[j] = a.tokens[j]
        j -= 1
    return [found[k] for k in sorted(found)]


def _of_group(t: Token) -> bool:
    return t.upos in {"AUX", "PART"} or (t.upos == "ADV" and t.lemma.lower() != "when") or t.lemma.lower() == "be"


def negated(a: Analysis, i: int) -> bool:
    """Whether a negator stands in the verb group, or on the subject or object ("no talks were held")."""
    negators = words.word_set("negators")
    if sum(_denies(a, t, negators) for t in group(a, i)) % 2:
        return True
    if any(t.text.lower() == "nor" for t in a.children(i, "cc")):
        return True  # "has neither sought | nor accepted a meeting"
    nominals = a.children(i, "nsubj", "obj")
    return any(d.text.lower() in {"no", "neither"} for n in nominals for d in a.children(n.i, "det"))


def _denies(a: Analysis, t: Token, negators: frozenset[str]) -> bool:
    """Whether a word of the verb group denies it; the "not" of "not only" does not."""
    following = a.tokens[t.i + 1].text.lower() if t.i + 1 < len(a.tokens) else ""
    return (t.text.lower() in negators or t.lemma.lower() == "not") and following not in words.word_set("not_only")


def marker(a: Analysis, i: int) -> str:
    """The subordinator or preposition that opens the clause of a predicate, "" where there is none."""
    for t in a.children(i, "mark", "case"):
        if t.i < i and t.text.lower() != "to":
            fixed = [c.text.lower() for c in a.children(t.i, "fixed")]
            return " ".join([t.text.lower(), *fixed])
    return ""


def clause(a: Analysis, i: int, depth: int = 0) -> Clause:
    """The record of the predicate at token ``i``.

    A coordinated verb without auxiliaries of its own takes those of the first verb ("will meet the
    king and hold talks").
    """
    token, helpers = a.tokens[i], group(a, i)
    if token.rel == "conj" and token.xpos in {"VB", "NN", "NNP"} and depth < 4 and not helpers and token.head >= 0:
        first = clause(a, token.head, depth + 1)
        if first.modal or first.infinitive:
            return replace(first, head=i, lemma=lemma_of(a, i))
    texts = [t.text.lower() for t in helpers]
    modal = _modal(texts)
    if not modal and token.xpos == "VB" and not texts and marker(a, i) == "that":
        modal = "necessary"  # the subjunctive of "asked that he meet"
    to = "to" in texts
    mark = marker(a, i)
    be = [t for t in helpers if t.lemma.lower() == "be"]
    have = [t for t in helpers if t.lemma.lower() == "have" and t.upos == "AUX"]
    passive = any(t.deprel == "aux:pass" for t in helpers) or (bool(be) and token.xpos == "VBN")
    planned = to and _is_to(helpers)
    pending = to and bool(words.word_set("not_yet") & set(texts))  # "has yet to meet": has not met
    finite_word = next((t for t in helpers if t.xpos in {"VBD", "VBZ", "VBP", "MD"}), token)
    infinitive = to and not (planned or modal or pending)
    return Clause(
        head=i,
        lemma=lemma_of(a, i),
        tense="present" if pending else _tense(finite_word, modal, infinitive),
        modal=modal,
        perfect=bool(have) or pending,
        progressive=bool(be) and (token.xpos == "VBG" or "being" in texts),
        passive=passive,
        negated=negated(a, i) or pending,
        infinitive=infinitive,
        gerund=token.xpos == "VBG" and not be,
        planned=planned,
        conditional=mark in IF,
        condition=any(marker(a, c.i) in IF for c in a.children(i, "advcl")),
        mark=mark,
        finite=bool(modal) or finite_word.xpos in {"VBD", "VBZ", "VBP", "MD"},
        doubt=bool(words.word_set("modals", "doubt") & set(texts)),
    )


def _modal(texts: list[str]) -> Modal:
    kinds: tuple[Modal, ...] = ("future", "conditional", "possible", "necessary")
    for kind in kinds:
        if words.word_set("modals", kind) & set(texts):
            return kind
    return ""


def _is_to(helpers: list[Token]) -> bool:
    """Whether a form of "be" stands right before "to" ("is to meet", "were to have met")."""
    for left, right in pairwise(helpers):
        if right.text.lower() == "to" and left.lemma.lower() == "be" and left.xpos in {"VBZ", "VBP", "VBD", "VB"}:
            return True
    return False


def _tense(word: Token, modal: Modal, infinitive: bool) -> Tense:
    if modal == "future":
        return "future"
    if infinitive:
        return "none"
    if word.xpos == "VBD" or (word.xpos == "VBN" and word.feat("Tense") == "Past"):
        return "past"
    return "present" if word.xpos in {"VBZ", "VBP", "MD", "VB"} else "none"
