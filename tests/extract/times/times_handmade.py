"""Analyses made by hand: words with crude tags and no tree, enough for times."""

from __future__ import annotations

import re

from parley.model.analysis import Analysis, Sentence, Token, TokenSpan
from parley.model.document import Document

AUXILIARIES = {"will", "would", "may", "might", "could", "should", "must", "shall"}
PAST = {"met", "said", "held", "spoke", "was", "were", "had", "began", "fell", "left", "took", "told", "saw", "flew"}
PRESENT = {"meets", "opens", "is", "are", "begins", "says", "has", "have", "holds", "need", "needs"}
INFINITIVES = {"meet", "speak", "return", "sit", "fly"}
PREPOSITIONS = {
    "in",
    "on",
    "at",
    "for",
    "by",
    "of",
    "from",
    "before",
    "after",
    "since",
    "until",
    "with",
    "within",
    "during",
}
DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
FINITE_PAST, FINITE_PRESENT = "Mood=Ind|Tense=Past|VerbForm=Fin", "Mood=Ind|Tense=Pres|VerbForm=Fin"


def tags(word: str) -> tuple[str, str, str]:
    """Part of speech, Penn tag and features of a word by its look."""
    low = word.lower()
    if low in AUXILIARIES:
        return "AUX", "MD", "_"
    if low in PAST or (low.endswith("ed") and len(low) > 4):
        return "VERB", "VBD", FINITE_PAST
    if low in PRESENT:
        return "VERB", "VBZ", FINITE_PRESENT
    if low in INFINITIVES:
        return "VERB", "VB", "VerbForm=Inf"
    if low == "to":
        return "PART", "TO", "_"
    if low in PREPOSITIONS:
        return "ADP", "IN", "_"
    if low in DETERMINERS:
        return "DET", "DT", "_"
    if low.isdigit():
        return "NUM", "CD", "_"
    if not low[0].isalnum():
        return "PUNCT", ".", "_"
    return ("NOUN", "NNS", "Number=Plur") if low.endswith("s") else ("NOUN", "NN", "_")


def analysis(text: str, names: dict[str, str] | None = None) -> Analysis:
    """Tokens and sentences (cut after full stops that end a word, and at line ends); ``names`` maps words to labels."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for piece in re.finditer(r"[^\n.!?]+(?:\.(?=\w|[^\S\n]+[a-z\d])[^\n.!?]*)*[.!?]*", text):
        first = len(tokens)
        for m in re.finditer(r"\w+|[^\w\s]", piece[0]):
            start = piece.start() + m.start()
            upos, xpos, feats = tags(m[0])
            tokens.append(
                Token(
                    len(tokens),
                    start,
                    start + len(m[0]),
                    m[0],
                    upos,
                    xpos,
                    feats,
                    m[0].lower(),
                    -1,
                    "dep",
                    len(sentences),
                )
            )
        if len(tokens) > first:
            sentences.append(Sentence(len(sentences), first, len(tokens)))
    spans = tuple(TokenSpan(t.i, t.i + 1, (names or {})[t.text]) for t in tokens if t.text in (names or {}))
    return Analysis(text, tuple(tokens), tuple(sentences), spans)


def document(text: str, published: str | None) -> Document:
    """A document of that text."""
    return Document("d", "hand-made", text, published=published)
