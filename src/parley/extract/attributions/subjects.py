"""Who does a verb of saying: its subject in the tree, and where the tree has none, the words beside it."""

from __future__ import annotations

from parley.extract.attributions.draft import Phrase
from parley.extract.attributions.ends import goes_on, lemma_of_cue
from parley.extract.attributions.frame import Frame, is_mark
from parley.extract.attributions.phrases import can_speak, climb, phrase, singular
from parley.lexicon import cues
from parley.model.analysis import Token

RELATIVES = frozenset({"who", "which", "that"})
DEPENDENT = frozenset({"advcl", "xcomp", "acl", "ccomp", "parataxis", "dep"})


def subject(f: Frame, i: int, depth: int = 0) -> Phrase | None:
    """The source of the verb at token ``i``.

    Its own subject; for "who said" the noun before; for a second verb ("denied … and said") that of the
    first; for a participle ("…, adding that") that of the clause it belongs to.
    """
    t = f.a.tokens[i]
    own = [c for c in f.a.children(i, "nsubj") if f.same_stretch(c.i, i) and c.deprel != "nsubj:outer"]
    own = [c for c in own if not f.spoken(c.i) and not _time(c)]
    if own:
        return _own_subject(f, i, min(own, key=lambda c: (abs(c.i - i), c.i)))
    if depth > 5 or t.head < 0:
        return beside(f, i)
    head = f.a.tokens[t.head]
    if depth == 0 and goes_on(f, i) and lemma_of_cue(head) is None and (first := _first_cue(f, i)) is not None:
        return subject(f, first, depth + 1)
    if t.rel == "conj":
        return subject(f, head.i, depth + 1) if head.upos in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"} else beside(f, i)
    if _rather_the_clause(f, t, head):
        return _upwards(f, head, depth) or phrase(f, head.i)
    if t.rel == "acl" and head.upos in {"NOUN", "PROPN", "PRON"}:
        near = beside(f, i) if t.xpos in {"VBD", "VBZ", "VBP"} else None
        return near or (phrase(f, head.i) if can_speak(f, head.i) else _upwards(f, head, depth))
    if (t.xpos in {"VBD", "VBZ", "VBP"} and t.rel != "xcomp") or turned_round(f, i):
        return beside(f, i)
    return _upwards(f, head, depth) if t.rel in DEPENDENT else beside(f, i)


def turned_round(f: Frame, i: int) -> bool:
    """Whether a form like a participle stands before its subject (", affirmed Sunday a source at the palace")."""
    t = f.a.tokens[i]
    if (
        t.xpos != "VBN"
        or t.rel not in {"parataxis", "advcl"}
        or f.text(i - 1) != ","
        or f.a.children(i, "aux", "aux:pass", "nsubj")
    ):
        return False
    found = _behind(f, i, f.bounds(i)[1])
    return found is not None and f.low(found.first) not in {"by", "to"}


def _first_cue(f: Frame, i: int) -> int | None:
    """The first verb of saying of a sentence, before a participle that goes on with its words."""
    lo, _ = f.bounds(i)
    told = (t.i for t in f.a.tokens[lo:i] if t.xpos.startswith("VB") and lemma_of_cue(t) and not f.spoken(t.i))
    return next(told, None)


def _own_subject(f: Frame, i: int, token: Token) -> Phrase | None:
    if token.text.lower() in RELATIVES and token.xpos in {"WP", "WDT", "IN", "DT"} and token.i < i:
        head = f.a.tokens[i].head
        if f.a.tokens[i].rel == "acl" and head >= 0 and head < token.i:
            return phrase(f, head)
        return phrase(f, token.i - 1) if token.i and can_speak(f, token.i - 1) else None
    return phrase(f, token.i)


def _rather_the_clause(f: Frame, t: Token, head: Token) -> bool:
    """Whether a participle behind a comma is no word of the thing before it ("commented on the treaty, calling it")."""
    apart = t.rel == "acl" and t.xpos == "VBG" and f.text(t.i - 1) == ","
    return apart and not f.name_of[head.i] and singular(head) not in cues.words("unnamed") | cues.words("titles")


def _upwards(f: Frame, head: Token, depth: int) -> Phrase | None:
    """The subject of the clause that a participle belongs to."""
    if head.upos in {"VERB", "AUX", "ADJ"} or f.a.children(head.i, "nsubj"):
        return subject(f, head.i, depth + 1)
    if head.rel in {"obl", "obj", "nmod", "conj", "appos"} and head.head >= 0:
        return subject(f, head.head, depth + 1) if head.rel == "obl" else _upwards(f, f.a.tokens[head.head], depth + 1)
    return None


def beside(f: Frame, i: int) -> Phrase | None:
    """The noun phrase right before a finite verb, or right after it where the verb follows a comma or a quotation."""
    lo, hi = f.bounds(i)
    j = i - 1
    while j >= lo and (f.a.tokens[j].upos in {"ADV", "AUX", "PART"} or _time(f.a.tokens[j])):
        j -= 1
    if j < lo or f.text(j) == "," or is_mark(f.a.tokens[j]):
        behind = _behind(f, i, hi)
        if behind is not None and (j < lo or f.text(j) != "," or not _clause_within(f, behind.last, f.body_end(i))):
            return behind
        if f.text(j) == "," and j == i - 1 > lo and f.a.tokens[j - 1].upos == "PROPN" and _nominal(f, j - 1):
            return phrase(f, climb(f, j - 1, lo, i))  # "the minister, Ada Brand, said"
        return behind
    return phrase(f, climb(f, j, lo, i)) if _nominal(f, j) else None


def _clause_within(f: Frame, first: int, last: int) -> bool:
    return any(t.xpos in {"VBD", "VBZ", "VBP", "MD"} for t in f.a.tokens[first:last])


def _behind(f: Frame, i: int, hi: int) -> Phrase | None:
    """The noun phrase that follows an inverted verb (", affirmed Sunday a source")."""
    k = i + 1
    while k < hi and (f.a.tokens[k].upos in {"DET", "ADJ", "ADV", "NUM"} or _aside(f.a.tokens[k])):
        k += 1
    return phrase(f, climb(f, k, i + 1, hi)) if k < hi and _nominal(f, k) else None


def _aside(t: Token) -> bool:
    """A day or a participle before the noun ("Sunday an authorised source")."""
    return _time(t) or t.rel == "amod"


def _time(t: Token) -> bool:
    return t.text.lower() in cues.words("when_words")


def _nominal(f: Frame, j: int) -> bool:
    return f.a.tokens[j].upos in {"NOUN", "PROPN", "PRON"} and can_speak(f, j) and not f.spoken(j)
