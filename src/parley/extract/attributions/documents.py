"""Whose words a document gives: its author, or who put it out."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.attributions.draft import Phrase
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import phrase_after
from parley.lexicon import cues
from parley.model.analysis import Token

BY = frozenset({"by", "from", "of"})
REACH = 2  # paragraphs
NEAR = 5  # words between a document and "by"
POINTS = frozenset({"the", "this", "that", "same"})


def is_document(f: Frame, p: Phrase) -> bool:
    """Whether a source is a document ("the communiqué", "a statement")."""
    return f.a.tokens[p.head].lemma.lower() in cues.words("documents")


def generic(f: Frame, p: Phrase) -> bool:
    """Whether a source only takes up what a body put out ("the document", "the text"), whatever it was called."""
    return f.a.tokens[p.head].lemma.lower() in cues.words("taken_up")


def authors(f: Frame, p: Phrase) -> Iterator[int]:
    """Heads of those whose document a source is, likeliest first.

    They stand with it ("a statement by the palace", "a letter signed by Ada Brand"), or with the document that
    "the text" takes up again: there too whoever said something "in a statement" counts.
    """
    yield from _beside(f, p.head)
    if f.low(p.first) not in POINTS:
        return
    for token in _before(f, p):
        yield from _beside(f, token.i)
        yield from _doers(f, token)


def _beside(f: Frame, i: int) -> Iterator[int]:
    """Names in the noun phrase of a document: "the palace's letter", "a letter (on Monday) by Ada Brand"."""
    for t in f.a.children(i, "nmod", "acl", "compound"):
        name = t.deprel == "nmod:poss" or (t.rel == "compound" and t.upos == "PROPN")
        if name or (t.rel == "nmod" and _cases(f, t.i) & BY):
            yield t.i
        elif t.rel == "acl":
            yield from (c.i for c in f.a.children(t.i, "obl") if "by" in _cases(f, c.i))
    by = next((k for k in range(i + 1, min(i + NEAR, f.bounds(i)[1])) if f.low(k) in {"by", "from"}), None)
    if by is not None and (found := phrase_after(f, by + 1)):
        yield found.head


def _cases(f: Frame, i: int) -> set[str]:
    return {c.text.lower() for c in f.a.children(i, "case")}


def _before(f: Frame, p: Phrase) -> Iterator[Token]:
    """Documents named before a source, nearest first."""
    for k in range(p.first - 1, -1, -1):
        if f.paragraph[p.head] - f.paragraph[k] > REACH:
            return
        t = f.a.tokens[k]
        if t.upos == "NOUN" and t.lemma.lower() in cues.words("documents") and not f.spoken(k):
            yield t


def _doers(f: Frame, document: Token) -> Iterator[int]:
    """ "The palace published a letter", "the ministry said in a statement": the subject."""
    if document.head < 0 or document.rel not in {"obj", "obl"}:
        return
    verb = f.a.tokens[document.head]
    if verb.lemma.lower() in cues.words("issuing") or verb.lemma.lower() in cues.first_words():
        yield from (t.i for t in f.a.children(verb.i, "nsubj") if t.deprel != "nsubj:pass")
        yield from (t.i for t in f.a.children(verb.i, "obl") if "by" in _cases(f, t.i))
