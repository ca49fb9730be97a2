"""The words that say how an encounter stands: one record each, and how a verb, noun or phrase is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.extract.clauses import Clause, clause
from parley.lexicon import status as words
from parley.lexicon.encounters import noun_triggers
from parley.lexicon.status import StatusWord
from parley.model.analysis import Analysis, Token

HAPPENS = StatusWord("", "happens")
INVITES = StatusWord("invite", "offers")
TOLD_OF = StatusWord("", "told_of", weak=True)
NONE = StatusWord("no", "commits")
STAYS = StatusWord("be", "stays")
AWAITS = StatusWord("", "awaits")
DENIES = StatusWord("deny", "denies")
UNTIL = "until"
PLAIN = frozenset({"subject", "object", "clause"})
LIGHT = frozenset({"on", "to", "about", "for"})  # prepositions that tie a complement, not a time or a place


@dataclass(frozen=True, slots=True)
class Operator:
    """One word that says something of the state: its ``effect``, its token, and the clause it heads.

    ``clause`` is None for adjectives, nouns and prepositions. ``agent`` tells that the encounter is
    not the subject (somebody does something to it). ``none`` is set by "no" ("no plans").
    """

    word: StatusWord
    i: int
    clause: Clause | None = None
    agent: bool = True
    none: bool = False


def says_no(a: Analysis, i: int) -> bool:
    """Whether a noun is negated by its determiner ("no meeting", "no such plans", "not even the meeting")."""
    for child in a.children(i, "det", "advmod", "amod", "cc:preconj"):
        if child.text.lower() in {"no", "neither", "not", "zero"} and child.i < i:
            return True
    return (i > 0 and a.tokens[i - 1].text.lower() == "no") or _not_even(a, i) or _never_was(a, i)


def _never_was(a: Analysis, i: int) -> bool:
    """ "There never was a plan", "there have never been talks", "there weren't any plans"."""
    sentence = a.sentences[a.tokens[i].sent]
    k = i - 1
    while k > sentence.first and a.tokens[k].upos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
        k -= 1
    said = [t.text.lower() for t in a.tokens[max(sentence.first, k - 4) : k + 1]]
    be = k >= sentence.first and a.tokens[k].lemma.lower() == "be"
    if not be and said[-1:] != ["never"] and said[-1:] != ["not"]:
        return False
    return "there" in said and bool({"never", "not", "n't", "n’t"} & set(said[said.index("there") :]))


def _not_even(a: Analysis, i: int) -> bool:
    """ "Not even the preparatory meeting", by word order: trees hang "not" on the verb as often as on the noun."""
    k, first = i - 1, a.sentences[a.tokens[i].sent].first
    while k > first and a.tokens[k].upos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
        k -= 1
    return k > first and a.tokens[k].text.lower() == "even" and a.tokens[k - 1].text.lower() == "not"


def verb_entry(a: Analysis, verb: Token, position: str, noun: Token | None = None) -> StatusWord | None:
    """The entry of a verb for an encounter (``noun``) in this position, particle verbs first.

    Behind a preposition the verb must ask for it ("agreed on talks", "called for talks"); "announced it
    after the talks" and "on a visit to Riga, announced it" say nothing of them but that they were held.
    """
    table = words.verbs()
    rated = verb.lemma.lower() == "call" and position == "object" and len(a.children(verb.i, "obj", "xcomp")) > 1
    if rated:
        return TOLD_OF  # "called the talks productive"
    follows = noun is None or noun.i > verb.i
    general = {"any", "clause"} if position in LIGHT and follows else {"any"} if position in PLAIN else set()
    for lemma in (clause(a, verb.i).lemma, verb.lemma.lower()):
        entries = [e for e in table.get(lemma, []) if _holds(a, e, verb, noun)]
        best = max((e for e in entries if e.takes == position), key=lambda e: bool(e.kind or e.modal), default=None)
        best = best or next((e for e in entries if e.takes in general), None)
        if best is not None:
            return best
    return None


def _holds(a: Analysis, entry: StatusWord, verb: Token, noun: Token | None) -> bool:
    """Whether an entry that is for one kind of encounter or one modality only is for this one."""
    kinds = {w.kind for w in noun_triggers().get(noun.lemma.lower(), ())} if noun is not None else set()
    return (not entry.kind or entry.kind in kinds) and (not entry.modal or clause(a, verb.i).modal == entry.modal)


def find_phrase(tail: list[str], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase stands in the predicate; a lone "off" must end its clause ("is off", not "off the coast")."""
    for k in range(len(tail) - len(phrase) + 1):
        if tuple(tail[k : k + len(phrase)]) == phrase:
            rest = tail[k + len(phrase) :]
            goes_on = bool(rest) and rest[0].isalpha() and rest[0] != UNTIL
            return None if len(phrase) == 1 and phrase[0] in {"off", "over"} and goes_on else k
    return None


def to_later(a: Analysis, entry: StatusWord, i: int) -> StatusWord:
    """ "Off until June", "called off until the autumn": what is off only for a time is put off."""
    near = a.tokens[i + 1 : min(a.sentences[a.tokens[i].sent].last, i + 3)]
    return replace(entry, effect="puts_off") if entry.effect == "calls_off" and _until(near) else entry


def _until(near: Sequence[Token]) -> bool:
    return any(t.text.lower() == UNTIL for t in near)


def preposition(a: Analysis, noun: Token) -> str:
    """The preposition before a noun, several words where they are one ("ahead of"); "" where there is none.

    The one nearest the noun counts: trees tie "in order to" and the like to the wrong noun.
    """
    cases = [c for c in a.children(noun.i, "case", "mark") if c.i < noun.i]
    if not cases:
        return ""
    case = max(cases, key=lambda c: c.i)
    fixed = [c.text.lower() for c in a.children(case.i, "fixed")]
    before = f"{a.tokens[case.i - 1].text.lower()} {case.text.lower()}" if case.i else ""
    return before if before in words.prepositions() else " ".join([case.text.lower(), *fixed])
