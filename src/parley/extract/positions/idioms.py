"""Stances that a whole phrase takes: "the invitation stands", "closes no door", "is not for sale"."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.refusals import denied_subject
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import LONGEST, clause_words
from parley.extract.positions.words import Idiom, idioms
from parley.model.analysis import Analysis, Token

GAP = 4  # words that "*" stands for
POSSIBLE = frozenset({"can", "could", "may", "might"})
NO = frozenset({"no", "not", "never", "n't", "n’t"})


def phrases_of_stance(scene: Scene, token: Token) -> Candidate | None:
    """A phrase of the table that begins at a token, in the words of a source or with an actor as its subject."""
    a = scene.a
    for idiom in idioms().get(token.lemma.lower(), ()) + idioms().get(token.text.lower(), ()):
        last = _match(a, token.i, idiom.words)
        if last is not None:
            found = _stance(scene, token.i, last, idiom)
            if found is not None:
                return found
    return None


def _match(a: Analysis, at: int, words: tuple[str, ...]) -> int | None:
    """The last token of a phrase that begins at ``at``, None where it does not stand there."""
    i, end = at, a.sentences[a.tokens[at].sent].last
    gap = 0
    for word in words:
        if word == "*":
            gap = GAP
            continue
        hit = next((k for k in range(i, min(i + gap + 1, end)) if _is(a.tokens[k], word)), None)
        if hit is None:
            return None
        i, gap = hit + 1, 0
    return i - 1


def _is(token: Token, word: str) -> bool:
    return word in {token.lemma.lower(), token.text.lower()}


def _stance(scene: Scene, first: int, last: int, idiom: Idiom) -> Candidate | None:
    a = scene.a
    head = _predicate(a, first, last)
    record = clause(a, head)
    inside = any(t.text.lower() in NO for t in a.tokens[first : last + 1]) and not NO & set(idiom.words)
    told_no = record.negated or denied_subject(a, head) is not None
    denied = inside or (told_no and not NO & set(idiom.words))
    stance = idiom.negated if denied else idiom.stance
    if (
        stance is None
        or a.tokens[head].deprel == "acl:relcl"
        or record.conditional
        or (record.modal == "possible" and not POSSIBLE & set(idiom.words))
    ):
        return None
    own = subjects(a, head)
    held = tuple(s for s in own if scene.actors_of(s))
    near = [c.i for s in own for c in a.children(s, "nmod:poss")] + [c.i for c in a.children(head, "nsubj")]
    held = held or tuple(i for i in near if scene.actors_of(i))
    if not held and scene.speaker(first) is None:
        return None
    start, end = clause_words(a, a.tokens[head])
    if stance == "condition":
        end = max(end, _listed(a, end))
    return Candidate(head, stance, idiom.movement, held or (), head, min(start, first), max(end, last + 1), True)


def _listed(a: Analysis, end: int) -> int:
    """The end of a list behind a colon ("set two conditions: the release of the crew and an apology")."""
    if end >= len(a.tokens) or a.tokens[end].text != ":":
        return end
    return min(a.sentences[a.tokens[end].sent].last, end + LONGEST)


def _predicate(a: Analysis, first: int, last: int) -> int:
    """The word of the phrase that the others hang on."""
    inside = range(first, last + 1)
    top = next((i for i in inside if a.tokens[i].head not in inside), first)
    while a.tokens[top].upos in {"NOUN", "ADJ", "ADV"} and not a.children(top, "cop") and a.tokens[top].head >= 0:
        if a.tokens[top].rel not in {"obj", "obl", "nsubj", "xcomp", "amod", "advmod", "nmod"}:
            break
        top = a.tokens[top].head
    return top
