"""Analyses written by hand: one token a row, as ``word tag relation head`` (head counted from 1, 0 for the root)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model.analysis import Analysis, Sentence, Token
from parley.model.document import Document
from parley.model.mention import Actor

UPOS = {
    "VB": "VERB",
    "NN": "NOUN",
    "JJ": "ADJ",
    "RB": "ADV",
    "IN": "ADP",
    "DT": "DET",
    "RP": "ADP",
    "TO": "PART",
    "MD": "AUX",
}
LEMMAS = {"calls": "call", "called": "call", "refused": "refuse", "rejected": "reject", "is": "be", "does": "do"}
LEMMAS |= {"insists": "insist", "softened": "soften", "has": "have", "moved": "move", "demands": "demand"}
LEMMAS |= {"offered": "offer", "accused": "accuse", "talks": "talk", "wants": "want", "rebels": "rebel"}


@dataclass(frozen=True)
class Named:
    """Actors by token, as the mentions of a text would give them."""

    by_token: dict[int, Actor]

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(dict.fromkeys(self.by_token.values()))

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        return (self.by_token[token],) if token in self.by_token else ()


def upos(tag: str, relation: str) -> str:
    """A universal tag that goes with a Penn tag."""
    if tag in {"NNP", "NNPS"}:
        return "PROPN"
    if tag == "POS":
        return "PART"
    if relation.startswith("aux") or relation == "cop":
        return "AUX"
    return "PRON" if tag in {"PRP", "PRP$", "WDT"} else UPOS.get(tag[:2], "PUNCT")


def analysis(*rows: str) -> Analysis:
    """One sentence of a text."""
    tokens, at = [], 0
    for i, row in enumerate(rows):
        word, tag, relation, head = row.split()
        lemma = LEMMAS.get(word.lower(), word.lower())
        tokens.append(
            Token(i, at, at + len(word), word, upos(tag, relation), tag, "_", lemma, int(head) - 1, relation, 0)
        )
        at += len(word) + 1
    text = " ".join(t.text for t in tokens)
    return Analysis(text, tuple(tokens), (Sentence(0, 0, len(tokens)),))


def named(a: Analysis, *names: str) -> Named:
    """Every token with one of these words as a country of that name (its first three letters as code)."""
    made = {n: Actor(f"a{k}", n, "country", country=n[:3].upper()) for k, n in enumerate(names)}
    return Named({t.i: made[t.text] for t in a.tokens if t.text in made})


def document(a: Analysis) -> Document:
    """The document of an analysis."""
    return Document("d", "d", a.text)


def told(found: Sequence[object]) -> list[tuple[object, ...]]:
    """Stance, movement and words of positions."""
    return [(p.stance, p.movement, p.evidence.text) for p in found]  # type: ignore[attr-defined]
