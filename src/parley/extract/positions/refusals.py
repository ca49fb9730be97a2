"""Refusals without a word of refusal: "we shall not", "not one lorry will pass", "vowed never to sign"."""

from __future__ import annotations

from parley.extract.clauses import Clause, clause, group
from parley.extract.positions.predicates import no_longer
from parley.extract.positions.scene import Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import clause_words
from parley.extract.positions.words import voice, word_set
from parley.model.analysis import Analysis, Token

ABLE = frozenset({"can", "could", "ca"})


def refuses_to_act(scene: Scene, token: Token) -> Candidate | None:
    """ "Will not", "cannot", "do not" or "vowed not to" with a verb of one's own will is a refusal by its subject."""
    a = scene.a
    if token.xpos not in {"VB", "VBG"}:
        return None
    record = clause(a, token.i)
    if record.passive or record.conditional:
        return None
    if not (_is_not(a, token, record) if token.xpos == "VBG" else _refuses(scene, token, record)):
        return None
    first, last = clause_words(a, token)
    return Candidate(token.i, "refusal", None, subjects(a, token.i), token.i, first, last, spoken=True)


def _refuses(scene: Scene, token: Token, record: Clause) -> bool:
    a = scene.a
    if _going_to(a, token):
        return token.lemma.lower() not in voice("refusal", "unwilled")
    if not (record.negated or no_longer(a, token.i)):
        return False
    held = subjects(a, token.i)
    own = bool(held) and scene.own_words(token.i, held[0])
    return _will_not(token, record, own) or _cannot(scene, token, record) or _vows_not(a, token, record)


def _going_to(a: Analysis, token: Token) -> bool:
    """ "We are not going to sign"."""
    above = a.tokens[token.head] if token.rel == "xcomp" and token.head >= 0 else None
    return above is not None and above.text.lower() == "going" and clause(a, above.i).negated


def _is_not(a: Analysis, token: Token, record: Clause) -> bool:
    """ "We are not leaving"."""
    return (
        record.progressive
        and record.negated
        and not record.modal
        and token.lemma.lower() in voice("refusal", "keeping")
    )


def _will_not(token: Token, record: Clause, own: bool) -> bool:
    if record.modal not in {"future", "conditional"}:
        return False
    lemma = token.lemma.lower()
    return lemma not in voice("refusal", "unwilled") if own else lemma in word_set("willed")


def _cannot(scene: Scene, token: Token, record: Clause) -> bool:
    """ "Cannot accept", "do not negotiate" in somebody's words."""
    if token.lemma.lower() not in voice("refusal", "principled"):
        return False
    if scene.speaker(token.i) is None and token.lemma.lower() not in voice("refusal", "standing"):
        return False
    texts = {t.text.lower() for t in group(scene.a, token.i)}
    return bool(texts & ABLE) or (not record.modal and bool(texts & {"do", "does"}))


def _vows_not(a: Analysis, token: Token, record: Clause) -> bool:
    """ "Vowed not to sign", "decided never to return"."""
    if not record.infinitive or token.rel != "xcomp" or token.head < 0:
        return False
    above = a.tokens[token.head]
    return above.lemma.lower() in voice("refusal", "vowing") and token.lemma.lower() in word_set("willed")


def refuses_for_all(scene: Scene, token: Token) -> Candidate | None:
    """ "Not one lorry will pass", "there will be no talks", "it will never be opened": its speaker refuses that."""
    a = scene.a
    if token.xpos not in {"VB", "VBN"} or scene.speaker(token.i) is None:
        return None
    record = clause(a, token.i)
    if record.modal not in {"future", "conditional"} and not {t.text.lower() for t in group(a, token.i)} & ABLE:
        return None
    if record.conditional or record.perfect:
        return None
    denied = _denied_subject(a, token)
    if denied is None:
        return None
    first, last = clause_words(a, token)
    return Candidate(token.i, "refusal", None, (), token.i, min(first, denied), last, spoken=True)


def _denied_subject(a: Analysis, token: Token) -> int | None:
    """Where the subject that is denied begins; of "there will be no ..." only what can be withheld counts."""
    own = a.children(token.i, "nsubj", "nsubj:pass")
    if any(t.text.lower() == "there" for t in a.children(token.i, "expl")) or token.lemma.lower() == "be":
        noun = next((c for c in own if _denying(a, c)), None)
        return noun.i if noun is not None and noun.lemma.lower() in voice("refusal", "withheld") else None
    return denied_subject(a, token.i)


def denied_subject(a: Analysis, i: int) -> int | None:
    """Where the subject of a predicate begins if its first words deny it ("not one lorry", "nobody")."""
    own = a.children(i, "nsubj", "nsubj:pass")
    if not own:
        return None
    first = min(a.subtree(own[-1].i))
    first -= first > 0 and a.tokens[first - 1].text.lower() == "not"
    words = " ".join(t.text.lower() for t in a.tokens[first : first + 3])
    return first if any(f"{words} ".startswith(f"{n} ") for n in voice("refusal", "none")) else None


def _denying(a: Analysis, noun: Token) -> bool:
    return any(d.text.lower() == "no" for d in a.children(noun.i, "det"))


def refuses_the_deed(scene: Scene, token: Token) -> Candidate | None:
    """ "The camp will never be reopened" in an official's words is that official's refusal."""
    a = scene.a
    if token.xpos != "VBN" or scene.speaker(token.i) is None:
        return None
    record = clause(a, token.i)
    if not (record.passive and record.negated and record.modal in {"future", "conditional"}) or record.conditional:
        return None
    if a.children(token.i, "obl:agent") or not a.children(token.i, "nsubj:pass", "nsubj"):
        return None
    if token.lemma.lower() not in word_set("willed") | voice("refusal", "principled") | voice("concession", "yielding"):
        return None
    first, last = clause_words(a, token)
    return Candidate(token.i, "refusal", None, (), token.i, first, last, spoken=True)
