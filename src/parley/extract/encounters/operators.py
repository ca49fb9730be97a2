"""From the word that names an encounter up through the tree: the words that say how it stands."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.clauses import Clause, clause
from parley.extract.encounters.above import MAX_STEPS, climb_clause, noun_governor
from parley.extract.encounters.nouns import governed
from parley.extract.encounters.signs import (
    HAPPENS,
    INVITES,
    NONE,
    Operator,
    find_phrase,
    says_no,
    verb_entry,
)
from parley.extract.encounters.triggers import Trigger
from parley.extract.factuality import did_it_happen
from parley.lexicon import status as words
from parley.lexicon.status import StatusWord
from parley.model.analysis import Analysis, Token

CHANGED = frozenset({"calls_off", "puts_off", "suspends"})
LATER = frozenset({"ends", "fails", "falls_through"})


def operators(a: Analysis, trigger: Trigger) -> tuple[Operator, ...]:
    """The operators over a trigger, innermost first."""
    found: list[Operator] = []
    if trigger.verbal:
        says = INVITES if trigger.word.frame == "invitation" else HAPPENS
        found.append(Operator(says, trigger.i, clause(a, trigger.i)))
        climb_clause(a, a.tokens[trigger.i], found)
    else:
        _climb_noun(a, a.tokens[trigger.anchor], found, trigger)
    return tuple(_only_meant(a, found[:MAX_STEPS]))


def _only_meant(a: Analysis, found: list[Operator]) -> list[Operator]:
    """ "A petition to cancel the visit", "threatened to put it off": nobody has done it, so it still stands."""
    outer = found[-1] if found else None
    if outer is None or outer.clause is None or outer.word.effect not in CHANGED or not outer.clause.infinitive:
        return found
    if did_it_happen(a, outer.i).sign != "o":
        return found
    return [*found[:-1], replace(outer, clause=replace(outer.clause, modal="possible"))]


def _climb_noun(a: Analysis, noun: Token, found: list[Operator], trigger: Trigger) -> None:
    nodes = dict.fromkeys((trigger.i, noun.i))
    for child in [c for n in nodes for c in a.children(n, "amod", "compound", "acl")]:
        entry = words.modifiers().get(child.text.lower())
        if entry and child.i < trigger.i:
            found.append(Operator(entry, child.i, none=says_no(a, trigger.i)))
    _noun_participle(a, noun, found)
    size = len(found)
    noun_governor(a, noun, found)
    _and_then(a, noun, found)
    if len(found) == size:
        _verbless(a, trigger, found)
    if not any(o.word.effect in CHANGED for o in found):
        _changed_behind(a, trigger, found)
    if not found and says_no(a, trigger.i):
        found.append(Operator(NONE, trigger.i, none=True))
    if not found and (record := _name_meeting(a, noun)) is not None:
        found.append(Operator(HAPPENS, trigger.i, record))


def _and_then(a: Analysis, noun: Token, found: list[Operator]) -> None:
    """What the same sentence goes on to say of it: "was planned for May but has been called off"."""
    place = governed(a, noun)
    if place.head is None or place.rel.partition(":")[0] != "nsubj":
        return
    for verb in a.children(place.head.i, "conj"):
        if verb.upos != "VERB" or a.children(verb.i, "nsubj", "csubj"):
            continue
        record = clause(a, verb.i)
        entry = verb_entry(a, verb, "object" if record.passive else "subject")
        if entry is not None and entry.effect in CHANGED | LATER:
            found.append(Operator(entry, verb.i, record, agent=record.passive))


def _changed_behind(a: Analysis, trigger: Trigger, found: list[Operator]) -> None:
    """The passive behind a long noun phrase, where the tree has another subject for it.

    "A summit of the presidents planned for Friday | has been postponed", "preparations for the summit | were halted".
    """
    first = trigger.i + 1
    run = _passive_behind(a, first, a.sentences[a.tokens[trigger.i].sent].last)
    if run is None:
        return
    verb = a.tokens[run]
    entry = verb_entry(a, verb, "object")
    if entry is not None and entry.effect in CHANGED:
        found.append(Operator(entry, run, clause(a, run)))
        return
    tail = [t.text.lower() for t in a.tokens[run - 1 : run + 4]]
    for phrase, word in words.phrases():
        if word.effect in CHANGED and find_phrase(tail, phrase) is not None:
            found.append(Operator(word, run, clause(a, run), agent=False))
            return


def _passive_behind(a: Analysis, first: int, last: int) -> int | None:
    """The participle of the first "has been …ed", "was …ed" behind a noun phrase, None where something else comes."""
    for k in range(first, min(last, first + 30)):
        t = a.tokens[k]
        if t.upos == "AUX":
            run = k
            while run < last - 1 and a.tokens[run].upos in {"AUX", "ADV", "PART"}:
                run += 1
            passive = a.tokens[run].xpos == "VBN" and any(x.lemma.lower() == "be" for x in a.tokens[k:run])
            return run if passive else None
        if t.upos in {"SCONJ", "PRON", "PUNCT"} or (t.upos == "VERB" and t.xpos != "VBN"):
            return None
    return None


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
        at = find_phrase(tail, phrase)
        if at is not None and not any(t.upos in {"VERB", "AUX"} for t in a.tokens[trigger.i + 1 : trigger.i + at]):
            found.append(Operator(entry, trigger.i + at + len(phrase) - 1, agent=False))
            return


def _noun_participle(a: Analysis, noun: Token, found: list[Operator]) -> None:
    """Participles and infinitives behind the noun: "the meeting scheduled for May", "the summit to be held in Oslo"."""
    for child in a.children(noun.i, "acl"):
        if child.i < noun.i or child.deprel == "acl:relcl":
            continue
        entry = verb_entry(a, child, "object")
        if entry is None:
            continue
        record = clause(a, child.i)
        if record.infinitive:
            entry = StatusWord(entry.word, "commits")
        elif child.xpos == "VBG" and entry.effect == "begins":
            entry = StatusWord(entry.word, "commits", weak=True)  # "a visit starting on Tuesday": only dates it
        before = any(c.text.lower() in words.word_set("earlier") for c in a.children(child.i, "advmod"))
        record = replace(record, finite=True, tense="past", infinitive=False, perfect=record.perfect or before)
        found.append(Operator(entry, child.i, record))
    clauses = a.children(noun.i, "acl:relcl")
    for child in clauses or _which(a, noun):
        position = "subject" if a.children(child.i, "nsubj") and _relative(a, child, "nsubj") else "object"
        entry = verb_entry(a, child, position)
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
