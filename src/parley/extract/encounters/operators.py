"""From the word that names an encounter up through the tree: the words that say how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.extract.clauses import Clause, clause
from parley.extract.encounters.nouns import governed
from parley.extract.encounters.triggers import Trigger
from parley.lexicon import implicatives
from parley.lexicon import status as words
from parley.lexicon.status import StatusWord
from parley.model.analysis import Analysis, Token

MAX_STEPS = 7
HAPPENS = StatusWord("", "happens")
INVITES = StatusWord("invite", "offers")
TOLD_OF = StatusWord("", "told_of", weak=True)
NONE = StatusWord("no", "commits")
STAYS = StatusWord("be", "stays")
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


def operators(a: Analysis, trigger: Trigger) -> tuple[Operator, ...]:
    """The operators over a trigger, innermost first."""
    found: list[Operator] = []
    if trigger.verbal:
        says = INVITES if trigger.word.frame == "invitation" else HAPPENS
        found.append(Operator(says, trigger.i, clause(a, trigger.i)))
        _climb_clause(a, a.tokens[trigger.i], found)
    else:
        _climb_noun(a, a.tokens[trigger.anchor], found, trigger)
    return tuple(found[:MAX_STEPS])


def says_no(a: Analysis, i: int) -> bool:
    """Whether a noun is negated by its determiner ("no meeting", "no such plans", "not even the meeting")."""
    for child in a.children(i, "det", "advmod", "amod", "cc:preconj"):
        if child.text.lower() in {"no", "neither", "not", "zero"} and child.i < i:
            return True
    return i > 0 and a.tokens[i - 1].text.lower() == "no"


def _climb_noun(a: Analysis, noun: Token, found: list[Operator], trigger: Trigger) -> None:
    nodes = dict.fromkeys((trigger.i, noun.i))
    for child in [c for n in nodes for c in a.children(n, "amod", "compound", "acl")]:
        entry = words.modifiers().get(child.text.lower())
        if entry and child.i < trigger.i:
            found.append(Operator(entry, child.i, none=says_no(a, trigger.i)))
    _noun_participle(a, noun, found)
    size = len(found)
    _noun_governor(a, noun, found)
    if len(found) == size:
        _verbless(a, trigger, found)
    if not found and says_no(a, trigger.i):
        found.append(Operator(NONE, trigger.i, none=True))
    if not found and (record := _name_meeting(a, noun)) is not None:
        found.append(Operator(HAPPENS, trigger.i, record))


def _name_meeting(a: Analysis, noun: Token) -> Clause | None:
    """ "With the envoy meeting with rebels": a name right before "meeting with" is its subject, not its owner."""
    before = a.tokens[noun.i - 1] if noun.i else None
    behind = a.tokens[noun.i + 1] if noun.i + 1 < len(a.tokens) else None
    if before is None or behind is None or not noun.text.lower().endswith("ing"):
        return None
    named = before.upos == "PROPN" and behind.text.lower() == "with"
    return Clause(noun.i, noun.lemma.lower(), "none", gerund=True, finite=False) if named else None


def _verbless(a: Analysis, trigger: Trigger, found: list[Operator]) -> None:
    """Titles without a verb: "Arica summit on hold", "Talks off"."""
    last = a.sentences[a.tokens[trigger.i].sent].last
    tail = [t.text.lower() for t in a.tokens[trigger.i : min(last, trigger.i + 9)]]
    for phrase, entry in words.phrases():
        at = _find(tail, phrase)
        if at is not None and not any(t.upos in {"VERB", "AUX"} for t in a.tokens[trigger.i + 1 : trigger.i + at]):
            found.append(Operator(entry, trigger.i + at + len(phrase) - 1, agent=False))
            return


def _noun_participle(a: Analysis, noun: Token, found: list[Operator]) -> None:
    """Participles and infinitives behind the noun: "the meeting scheduled for May", "the summit to be held in Oslo"."""
    for child in a.children(noun.i, "acl"):
        if child.i < noun.i or child.deprel == "acl:relcl":
            continue
        entry = _verb_entry(a, child, "object")
        if entry is None:
            continue
        record = clause(a, child.i)
        if record.infinitive:
            entry = StatusWord(entry.word, "commits")
        found.append(Operator(entry, child.i, replace(record, finite=True, tense="past", infinitive=False)))
    clauses = a.children(noun.i, "acl:relcl")
    for child in clauses or _which(a, noun):
        position = "subject" if a.children(child.i, "nsubj") and _relative(a, child, "nsubj") else "object"
        entry = _verb_entry(a, child, position)
        if entry is not None:
            found.append(Operator(entry, child.i, clause(a, child.i), agent=position == "object"))


def _which(a: Analysis, noun: Token) -> list[Token]:
    """The verb of ", which was cancelled" behind the noun and its place, where the tree ties it to the place."""
    last = min(a.sentences[noun.sent].last, noun.i + 10)
    which = next((k for k in range(noun.i + 1, last) if a.tokens[k].text.lower() == "which"), None)
    if which is None or any(t.upos in {"VERB", "AUX"} for t in a.tokens[noun.i + 1 : which]):
        return []
    verb = next((t for t in a.tokens[which + 1 : which + 5] if t.upos == "VERB"), None)
    tied = verb is not None and verb.deprel == "acl:relcl" and _changes(a, verb)
    return [verb] if verb is not None and tied else []


def _changes(a: Analysis, verb: Token) -> bool:
    """Whether a verb says that something planned is off: said of an encounter, hardly ever of a place."""
    effects = {e.effect for e in words.verbs().get(clause(a, verb.i).lemma, ())}
    return bool(effects & {"calls_off", "puts_off", "suspends", "moves"})


def _relative(a: Analysis, verb: Token, rel: str) -> bool:
    return any(t.text.lower() in {"that", "which", "who"} for t in a.children(verb.i, rel))


def _noun_governor(a: Analysis, noun: Token, found: list[Operator]) -> None:
    place = governed(a, noun)
    if a.children(noun.i, "cop") and _preposition(a, noun) == "on":
        found.append(Operator(STAYS, noun.i, clause(a, noun.i)))  # "while he was on a visit"
        return
    if place.head is None:
        _predicate_of(a, noun, found)
        return
    head, rel = place.head, place.rel.partition(":")[0]
    prep = _preposition(a, noun)
    none = says_no(a, noun.i)
    if head.text.lower() in words.prepositions() and head.upos == "VERB" and head.i < noun.i:
        found.append(Operator(words.prepositions()[head.text.lower()], noun.i, none=none))  # "following talks"
        return
    before = _noun_before(a, noun)
    if before is not None and before.i != head.i:
        head, rel = before, "nmod"
    if rel in {"nmod", "obl", "compound", "acl"} and head.upos in {"NOUN", "PROPN"}:
        _under_noun(a, noun, head, rel, prep, found)
        return
    if rel == "conj" and head.upos in {"NOUN", "PROPN"}:
        _noun_governor(a, head, found)
        return
    if rel in {"nsubj", "csubj"} and _predicate_of(a, head, found, noun):
        return
    if rel in {"obj", "nsubj", "obl", "xcomp", "ccomp", "iobj", "advcl", "dep", "nmod"}:
        _verb_governor(a, noun, head, found, prep, none, place.rel)


def _under_noun(a: Analysis, noun: Token, head: Token, rel: str, prep: str, found: list[Operator]) -> None:
    """ "Plans for a visit", "the cancellation of the talks": the noun above tells, and what is said of it."""
    none = says_no(a, noun.i)
    if _stays(a, head, prep):
        found.append(Operator(STAYS, head.i, clause(a, head.i)))
        return
    entry = words.nouns().get(head.lemma.lower())
    if entry is not None and (rel == "compound" or prep in {"of", "for", "on", "to", "about", "in", "with", ""}):
        found.append(Operator(entry, head.i, none=says_no(a, head.i) or none))
        _noun_governor(a, head, found)
    elif prep in words.prepositions():
        found.append(Operator(words.prepositions()[prep], noun.i, none=none))


def _stays(a: Analysis, head: Token, prep: str) -> bool:
    """Whether somebody "is in Oslo on a visit": the place is the predicate."""
    return prep == "on" and bool(a.children(head.i, "cop"))


def _noun_before(a: Analysis, noun: Token) -> Token | None:
    """The noun right before "for a meeting" governs it ("no plans"), where the tree has another."""
    case = next((c for c in a.children(noun.i, "case") if c.i < noun.i), None)
    if case is None or case.text.lower() not in {"of", "for", "to", "on"}:
        return None
    k = case.i - 1
    while (
        k > 0 and a.tokens[k].upos == "PUNCT" and not a.tokens[k].text.isalnum() and a.tokens[k].text not in {",", "."}
    ):
        k -= 1
    token = a.tokens[k]
    governs = token.upos == "NOUN" and token.lemma.lower() in words.nouns() and token.sent == noun.sent
    return token if governs else None


def _verb_governor(
    a: Analysis, noun: Token, head: Token, found: list[Operator], prep: str, none: bool, rel: str
) -> None:
    record = clause(a, head.i)
    if prep and record.lemma.endswith(f" {prep}"):
        prep = ""  # "calls off the meeting": the particle is no preposition
    position = _position(noun, record, prep, rel)
    complement = head.upos == "ADJ" and position != "subject"
    entry = words.adjectives().get(head.lemma.lower()) if complement else _verb_entry(a, head, position)
    if entry is None and position not in {"subject", "object"} and prep in words.prepositions():
        entry = words.prepositions()[prep]
        found.append(Operator(entry, noun.i, record if entry.effect == "within" else None, none=none))
        return
    if entry is None and position == "subject" and not none:
        found.append(Operator(TOLD_OF, head.i, record, agent=False))
        return
    if entry is not None:
        agent = position != "subject"
        if none and not record.negated:
            record = replace(record, negated=True)
        found.append(Operator(entry, head.i, record, agent=agent))
        _climb_clause(a, head, found)


def _position(noun: Token, record: Clause, prep: str, rel: str) -> str:
    if {e.takes for e in words.verbs().get(record.lemma, ())} == {"subject"} and noun.i < record.head:
        return "subject"  # what stands before "take place" is never its object
    if rel in {"nsubj:pass", "obj"} or (rel == "nsubj" and record.passive):
        return prep or "object"
    if rel == "nsubj":
        return "subject"
    return prep or "object"


def _verb_entry(a: Analysis, verb: Token, position: str) -> StatusWord | None:
    """The entry of a verb for an encounter in this position, particle verbs first.

    Behind a preposition the verb must ask for it ("agreed on talks", "called for talks"); "announced it
    after the talks" says nothing of the talks but that they were held.
    """
    table = words.verbs()
    if a.children(verb.i, "xcomp") and verb.lemma.lower() == "call" and position == "object":
        return TOLD_OF  # "called the talks productive"
    general = {"any", "clause"} if position in LIGHT else {"any"} if position in PLAIN else set()
    for lemma in (clause(a, verb.i).lemma, verb.lemma.lower()):
        entries = table.get(lemma, [])
        best = next((e for e in entries if e.takes == position), None)
        best = best or next((e for e in entries if e.takes in general), None)
        if best is not None:
            return best
    return None


def _predicate_of(a: Analysis, head: Token, found: list[Operator], noun: Token | None = None) -> bool:
    """A predicate that is no plain verb: "is off the table", "remains on hold", "is under way"."""
    subject = noun.i if noun is not None else head.i
    last = a.sentences[head.sent].last
    reach = min(last, max(head.i, subject + 12) + 1)
    be = next((t for t in a.tokens[subject + 1 : reach] if t.upos in {"AUX", "VERB"}), None)
    if be is None or noun is None:
        return False
    tail = [t.text.lower() for t in a.tokens[be.i : min(last, be.i + 9)]]
    for phrase, entry in words.phrases():
        at = _find(tail, phrase)
        if at is not None and at <= 5:
            record = clause(a, head.i)
            found.append(Operator(entry, be.i + at + len(phrase) - 1, record, agent=False))
            _climb_clause(a, head, found)
            return True
    return False


def first_to(a: Analysis, head: Token, verb: int) -> Token | None:
    """The verb of "became the first president to visit": what the infinitive tells is as true as that verb."""
    singled = words.word_set("singled_out")
    if head.lemma.lower() == "become" and any(t.text.lower() in singled for t in a.tokens[head.i + 1 : verb]):
        return head
    if head.upos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if head.text.lower() not in singled and not any(c.text.lower() in singled for c in a.children(head.i, "amod")):
        return None
    if any(c.rel == "cop" for c in a.children(head.i)):
        return head
    above = a.tokens[head.head] if head.head >= 0 else None
    return above if above is not None and above.lemma.lower() in {"become", "be"} else None


def _find(tail: list[str], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase stands in the predicate; a lone "off" must end its clause ("is off", not "off the coast")."""
    for k in range(1, len(tail) - len(phrase) + 1):
        if tuple(tail[k : k + len(phrase)]) == phrase:
            rest = tail[k + len(phrase) :]
            return None if len(phrase) == 1 and phrase[0] in {"off", "over"} and rest and rest[0].isalpha() else k
    return None


def _preposition(a: Analysis, noun: Token) -> str:
    for case in a.children(noun.i, "case", "mark"):
        if case.i < noun.i:
            fixed = [c.text.lower() for c in a.children(case.i, "fixed")]
            text = " ".join([case.text.lower(), *fixed])
            before = f"{a.tokens[case.i - 1].text.lower()} {case.text.lower()}" if case.i else ""
            return before if before in words.prepositions() else text
    return ""


def _climb_clause(a: Analysis, verb: Token, found: list[Operator]) -> None:
    """From a predicate to those that govern its clause: "agreed to meet", "plans to hold talks", "is ready to"."""
    for _ in range(MAX_STEPS):
        record = clause(a, verb.i)
        aimed = (
            record.mark in {"at", "on"} and verb.head >= 0 and _verb_entry(a, a.tokens[verb.head], "clause") is not None
        )
        if record.mark in words.prepositions() and verb.rel in {"advcl", "acl", "obl", "xcomp"} and not aimed:
            found.append(Operator(words.prepositions()[record.mark], verb.i))
            return
        if verb.head < 0 or verb.rel not in {"xcomp", "ccomp", "csubj", "acl", "advcl"} or verb.deprel == "acl:relcl":
            return
        head = a.tokens[verb.head]
        if verb.rel in {"xcomp", "ccomp"} and head.lemma.lower() in implicatives.same_time():
            found.append(Operator(HAPPENS, head.i, clause(a, head.i)))  # "managed to meet": as true as "managed"
            verb = head
            continue
        if record.infinitive and (matrix := first_to(a, head, verb.i)) is not None:
            found.append(Operator(HAPPENS, matrix.i, clause(a, matrix.i)))
            return
        if head.upos in {"NOUN", "PROPN"}:
            entry = words.nouns().get(head.lemma.lower())
            if entry is not None:
                found.append(Operator(entry, head.i, none=says_no(a, head.i)))
                _noun_governor(a, head, found)
            return
        entry = words.adjectives().get(head.lemma.lower()) if head.upos == "ADJ" else None
        if entry is None and head.upos in {"VERB", "AUX", "ADJ"}:
            position = "clause" if verb.rel != "advcl" or clause(a, verb.i).infinitive else ""
            entry = _verb_entry(a, head, position) if position else None
            if verb.rel == "advcl" and entry is not None and entry.effect == "happens":
                entry = None
            entry = entry or words.adjectives().get(head.lemma.lower())
        if entry is None:
            return
        if entry.effect != "happens":
            found.append(Operator(entry, head.i, clause(a, head.i)))
        verb = head
