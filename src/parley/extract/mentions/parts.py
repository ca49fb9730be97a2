"""How much a mention weighs by the part that it plays in its sentence."""

from __future__ import annotations

from parley.model.analysis import Analysis, Token

FADING = 0.9  # what a sentence of distance takes away
PARTS = {"nsubj": 3.0, "obj": 2.1, "iobj": 2.1, "nmod": 1.6, "obl": 1.9}
OTHER = 1.7
MODIFIER = 0.8


def part(a: Analysis, i: int) -> float:
    """The weight of the part that a mention plays: a subject, or what hangs on it, before an object."""
    token = a.tokens[i]
    if token.rel in {"flat", "appos"} and token.head >= 0 and a.tokens[token.head].sent == token.sent:
        token = a.tokens[token.head]
    if token.deprel == "nmod:poss":
        above = a.tokens[token.head]
        return 2.3 if above.rel == "nsubj" else 1.8
    if token.rel == "conj" and token.head >= 0:
        first = a.tokens[token.head]
        return (PARTS["nsubj"] if _agent(a, first) else PARTS.get(first.rel, OTHER)) - 0.1
    if token.rel == "obl" and _agent(a, token):
        return PARTS["nsubj"]
    if token.rel == "nmod" and token.head >= 0 and a.tokens[token.head].rel == "nsubj":
        return 1.9
    return PARTS.get(token.rel, OTHER)


def _agent(a: Analysis, token: Token) -> bool:
    """Whoever does what a passive tells of ("agreed by the two presidents")."""
    by = any(c.text.lower() == "by" for c in a.children(token.i, "case"))
    return token.rel == "obl" and by and bool(a.children(token.head, "aux:pass"))


def part_of_thing(a: Analysis, i: int) -> float:
    """The same for a state or body; one that only describes something else ("Peruvian ships") hardly counts."""
    return MODIFIER if a.tokens[i].rel in {"amod", "compound"} else part(a, i)


def governs(a: Analysis, i: int, token: Token) -> bool:
    """Whether a mention is the subject of the clause above that of the pronoun ("Orlow said he")."""
    mention = a.tokens[i]
    if mention.rel != "nsubj" or mention.sent != token.sent:
        return False
    return any(above.i == mention.head for above in a.ancestors(token.i))
