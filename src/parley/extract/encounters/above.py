"""What stands above an encounter in the tree: verbs, nouns and predicates that govern it, step by step."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.clauses import Clause, clause
from parley.extract.encounters.nouns import governed
from parley.extract.encounters.signs import (
    AWAITS,
    DENIES,
    HAPPENS,
    LIGHT,
    STAYS,
    TOLD_OF,
    Operator,
    find_phrase,
    preposition,
    says_no,
    to_later,
    verb_entry,
)
from parley.extract.encounters.triggers import beside
from parley.lexicon import cues, implicatives
from parley.lexicon import status as words
from parley.lexicon.encounters import noun_triggers
from parley.lexicon.status import StatusWord
from parley.model.analysis import Analysis, Token

MAX_STEPS = 7
OWN_COURSE = frozenset({"begins", "continues", "ends", "happens", "told_of"})


def noun_governor(a: Analysis, noun: Token, found: list[Operator]) -> None:
    """Add to ``found`` what stands above an encounter noun, innermost first."""
    place = governed(a, noun)
    if a.children(noun.i, "cop") and preposition(a, noun) == "on":
        found.append(Operator(STAYS, noun.i, clause(a, noun.i)))  # "while he was on a visit"
        return
    if place.head is None:
        _predicate_of(a, noun, found)
        return
    head, rel = place.head, place.rel.partition(":")[0]
    prep = preposition(a, noun)
    none = says_no(a, noun.i)
    if head.text.lower() in words.prepositions() and head.upos == "VERB" and head.i < noun.i:
        above = clause(a, head.head) if head.head > noun.i else None
        found.append(Operator(words.prepositions()[head.text.lower()], noun.i, above, none=none))  # "following talks"
        return
    if rel == "advcl" and prep in words.prepositions():
        found.append(Operator(words.prepositions()[prep], noun.i, none=none))  # "while on a visit"
        return
    before = _noun_before(a, noun)
    if before is not None and before.i != head.i:
        head, rel = before, "nmod"
    if rel in {"nmod", "obl", "compound", "acl"} and head.upos in {"NOUN", "PROPN"}:
        _under_noun(a, noun, head, rel, prep, found)
        return
    if rel == "conj" and head.upos in {"NOUN", "PROPN"}:
        noun_governor(a, head, found)
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
    tied = {"of", "for", "on", "to", "about", "with", "", entry.takes if entry is not None else ""}
    if entry is not None and (rel == "compound" or prep in tied):
        found.append(Operator(entry, head.i, none=says_no(a, head.i) or none))
        if (denial := report_denied(a, head)) is not None:
            found.append(denial)
            return
        before = len(found)
        carrier = governed(a, head).head
        if carrier is not None and _plans(head) and carrier.lemma.lower() in words.word_set("light_verbs"):
            found.pop()
            noun_up(a, head, carrier, found)
            return
        noun_governor(a, head, found)
        if entry.effect in {"commits", "offers"}:  # "preparations for the summit | continue": the summit does not
            found[before:] = [o for o in found[before:] if o.word.effect not in OWN_COURSE]
    elif prep in words.prepositions() and not (prep == "in" and entry is not None and entry.effect == "offers"):
        found.append(Operator(words.prepositions()[prep], noun.i, none=none))


def report_denied(a: Analysis, noun: Token) -> Operator | None:
    """ "Rejected claims that", "dismissed as gossip reports of": who rejects a report denies what it tells."""
    if noun.lemma.lower() not in words.word_set("reports"):
        return None
    first = max(a.sentences[noun.sent].first, noun.i - 8)
    verb = next((t for t in reversed(a.tokens[first : noun.i]) if t.upos == "VERB"), None)
    if verb is None or any(t.text in {",", ";"} for t in a.tokens[verb.i : noun.i]):
        return None
    record = clause(a, verb.i)
    return Operator(DENIES, verb.i, record) if record.lemma in words.word_set("rejecting") else None


def _stays(a: Analysis, head: Token, prep: str) -> bool:
    """Whether somebody "is in Oslo on a visit": the place is the predicate."""
    return prep == "on" and bool(a.children(head.i, "cop"))


def _noun_before(a: Analysis, noun: Token) -> Token | None:
    """The noun right before "for a meeting" governs it ("no plans"), where the tree has another."""
    case = next((c for c in a.children(noun.i, "case") if c.i < noun.i), None)
    if case is None or case.text.lower() not in {"of", "for", "to", "on", "in"}:
        return None
    k = case.i - 1
    while (
        k > 0 and a.tokens[k].upos == "PUNCT" and not a.tokens[k].text.isalnum() and a.tokens[k].text not in {",", "."}
    ):
        k -= 1
    token = a.tokens[k]
    entry = words.nouns().get(token.lemma.lower()) if token.upos == "NOUN" and token.sent == noun.sent else None
    governs = entry is not None and (case.text.lower() != "in" or entry.takes == "in")
    return token if governs else None


def _verb_governor(
    a: Analysis, noun: Token, head: Token, found: list[Operator], prep: str, none: bool, rel: str
) -> None:
    record = clause(a, head.i)
    if prep and record.lemma.endswith(f" {prep}"):
        prep = ""  # "calls off the meeting": the particle is no preposition
    position = position_of(noun, record, prep, rel)
    complement = head.upos == "ADJ" and position != "subject"
    entry = words.adjectives().get(head.lemma.lower()) if complement else verb_entry(a, head, position, noun)
    if entry is not None and position == "subject" and _does_more(a, head, entry):
        entry = None
    if entry is None and head.upos == "ADJ":
        entry = _to_come(a, head)
    if entry is None and (agreed := _agreed_on(a, head, prep)) is not None:
        noun_up(a, agreed, head, found)
        return
    if entry is None and position not in {"subject", "object"} and prep in words.prepositions():
        entry = words.prepositions()[prep]
        fronted = noun.i < head.i and head.rel not in {"ccomp", "xcomp"}  # "after the talks, they will sign"
        hears = entry.effect == "within" or (entry.effect == "afterwards" and fronted)
        told = _told_ahead(a, _saying(a, noun, head, prep)) if hears else None
        found.append(Operator(entry, noun.i, told, none=none))
        return
    if entry is None and position == "subject" and not none:
        found.append(Operator(TOLD_OF, head.i, record, agent=False))
        return
    if entry is not None:
        agent = position != "subject"
        if none and not record.negated:
            record = replace(record, negated=True)
        found.append(Operator(to_later(a, entry, head.i), head.i, record, agent=agent, none=none))
        climb_clause(a, head, found)


def _agreed_on(a: Analysis, verb: Token, prep: str) -> Token | None:
    """ "No agreement had been reached | on a meeting": the noun that a light verb carries, which governs the rest."""
    if prep not in {"on", "about", "for"} or verb.lemma.lower() not in words.word_set("light_verbs"):
        return None
    nouns = [t for t in a.children(verb.i, "obj", "nsubj:pass", "nsubj") if t.upos == "NOUN"]
    return next((t for t in nouns if _plans(t)), None)


def _plans(noun: Token) -> bool:
    entry = words.nouns().get(noun.lemma.lower())
    return entry is not None and entry.effect == "commits"


def noun_up(a: Analysis, noun: Token, verb: Token, found: list[Operator]) -> None:
    """What a light verb and its noun say: agreed on it, or not where either is denied or the verb failed."""
    record = clause(a, verb.i)
    above = list[Operator]()
    climb_clause(a, verb, above)
    failed = record.negated or any(o.word.effect in {"fails", "refuses"} for o in above)
    found.append(Operator(words.nouns()[noun.lemma.lower()], noun.i, none=failed or says_no(a, noun.i)))
    found.extend([] if failed else above)


def _right_behind(a: Analysis, head: Token, verb: Token) -> bool:
    """Whether a gerund is what the verb before it governs ("ruled out | meeting the king"), no clause of its own."""
    between = a.tokens[head.i + 1 : verb.i]
    return verb.xpos == "VBG" and head.i < verb.i and all(t.deprel == "compound:prt" for t in between)


def _saying(a: Analysis, noun: Token, verb: Token, prep: str) -> Token:
    """The verb above a call, of saying where a tree ties the call to what was said ("said she'd go | in a call")."""
    calls = [w for w in noun_triggers().get(noun.lemma.lower(), ()) if w.kind == "call"]
    spoken = prep == "in" and any(w.only_with & beside(a, noun) or not w.only_with for w in calls)
    above = a.tokens[verb.head] if spoken and verb.rel in {"ccomp", "conj"} else verb
    return above if above.lemma.lower() in cues.verbs() else verb


def _told_ahead(a: Analysis, verb: Token) -> Clause:
    """The clause of what is done during an encounter, to come where somebody only means, hopes or is due to do it."""
    above = a.tokens[verb.head] if verb.rel == "xcomp" else verb  # "are expected | to sign it at the summit"
    ahead = above.lemma.lower() in words.word_set("intending") and a.children(above.i, "xcomp")
    record = clause(a, verb.i)
    return replace(record, modal="future", perfect=False) if ahead else record


def _to_come(a: Analysis, head: Token) -> StatusWord | None:
    """The word of "the talks are due to begin", "the summit is due in May", "is certain to be held"."""
    entry = words.adjectives().get(head.lemma.lower())
    planned = entry is not None and entry.effect in {"commits", "offers"}
    return entry if entry is not None and planned and (entry.word == "due" or a.children(head.i, "xcomp")) else None


def _does_more(a: Analysis, verb: Token, entry: StatusWord) -> bool:
    """Whether the encounter itself decides on something else ("the summit agreed to open the border")."""
    told = entry.takes == "any" and entry.effect not in {"begins", "continues", "ends"}
    return told and bool(a.children(verb.i, "obj", "xcomp", "ccomp"))


def position_of(noun: Token, record: Clause, prep: str, rel: str) -> str:
    """Where the encounter stands for its verb: ``subject``, ``object`` or behind a preposition."""
    if {e.takes for e in words.verbs().get(record.lemma, ())} == {"subject"} and noun.i < record.head:
        return "subject"  # what stands before "take place" is never its object
    if rel in {"nsubj:pass", "obj"} or (rel == "nsubj" and record.passive):
        return prep or "object"
    if rel == "nsubj":
        return "subject"
    return prep or "object"


def _predicate_of(a: Analysis, head: Token, found: list[Operator], noun: Token | None = None) -> bool:
    """A predicate that is no plain verb: "is off the table", "remains on hold", "is under way"."""
    subject = noun.i if noun is not None else head.i
    last = a.sentences[head.sent].last
    reach = min(last, max(head.i, subject + 12) + 1)
    aside = {k for c in a.children(subject, "acl") for k in a.subtree(c.i)}  # "the summit, twice put off, opened"
    be = next((t for t in a.tokens[subject + 1 : reach] if t.upos in {"AUX", "VERB"} and t.i not in aside), None)
    if be is None or noun is None:
        return False
    tail = [t.text.lower() for t in a.tokens[be.i : min(last, be.i + 9)]]
    for phrase, entry in words.phrases():
        at = find_phrase(tail, phrase)
        particle = a.tokens[be.i + at] if at is not None and len(phrase) == 1 else None
        if particle is not None and particle.deprel == "compound:prt":  # "was put off" is not off, but put off
            entry = next(iter(words.verbs().get(clause(a, particle.head).lemma, ())), entry)
        inside = {t.upos for t in a.tokens[be.i + 1 : be.i + at]} if at is not None else set()
        if at is not None and at <= 5 and not inside & {"ADP", "SCONJ", "DET", "NOUN", "PROPN"}:
            record = clause(a, head.i)
            if words.word_set("negators") & set(phrase):
                record = replace(record, negated=False)  # "no longer on" is off by itself
            if says_no(a, noun.i) and not record.negated:
                record = replace(record, negated=True)  # "not even the meeting is under way"
            last_word = be.i + at + len(phrase) - 1
            found.append(Operator(to_later(a, entry, last_word), last_word, record, agent=False))
            climb_clause(a, head, found)
            return True
    return False


def climb_clause(a: Analysis, verb: Token, found: list[Operator]) -> None:
    """From a predicate to those that govern its clause: "agreed to meet", "plans to hold talks", "is ready to"."""
    for _ in range(MAX_STEPS):
        record = clause(a, verb.i)
        if _awaited(a, verb, record):
            found.append(Operator(AWAITS, verb.i))
            return
        behind = verb.rel in {"advcl", "acl", "obl", "xcomp"} and not _asked_for(a, verb, record)
        behind = behind and not record.infinitive  # "an invitation for the king to visit"
        if record.mark in words.prepositions() and behind:
            before = words.prepositions()[record.mark]
            fronted = verb.i < verb.head and a.tokens[verb.head].rel not in {"ccomp", "xcomp"}
            found.append(Operator(before, verb.i, clause(a, verb.head) if fronted else None))
            return
        if verb.rel == "conj" and record.infinitive and verb.head >= 0 and clause(a, verb.head).infinitive:
            verb = a.tokens[verb.head]  # "was expected to arrive on Sunday and to meet the king"
        if verb.head < 0 or verb.rel not in {"xcomp", "ccomp", "csubj", "acl", "advcl"} or verb.deprel == "acl:relcl":
            return
        head = _asking(a, verb, record) or a.tokens[verb.head]
        implied = head.lemma.lower() in implicatives.same_time() and verb_entry(a, head, "clause") is None
        if verb.rel in {"xcomp", "ccomp"} and implied:
            found.append(Operator(HAPPENS, head.i, clause(a, head.i)))  # "managed to meet": as true as "managed"
            verb = head
            continue
        if record.infinitive and (matrix := first_to(a, head, verb.i)) is not None:
            found.append(Operator(HAPPENS, matrix.i, clause(a, matrix.i)))
            return
        if record.mark == "that" and (denial := report_denied(a, head)) is not None:
            found.append(denial)
            return
        if head.upos in {"NOUN", "PROPN"}:
            entry = words.nouns().get(head.lemma.lower())
            if entry is not None and not _verb_of(a, head, verb):
                found.append(Operator(entry, head.i, none=says_no(a, head.i)))
                noun_governor(a, head, found)
            return
        entry = words.adjectives().get(head.lemma.lower()) if head.upos == "ADJ" else None
        if head.xpos == "VBN" and a.children(head.i, "aux:pass"):
            entry = words.adjectives().get(head.text.lower())  # "is prepared to meet"
        if entry is None and head.upos in {"VERB", "AUX", "ADJ"}:
            position = (
                "clause" if verb.rel != "advcl" or record.infinitive or _right_behind(a, head, verb) else record.mark
            )
            entry = verb_entry(a, head, position) if position not in {"", *LIGHT} else None
            if verb.rel == "advcl" and entry is not None and entry.effect == "happens":
                entry = None
            entry = entry or words.adjectives().get(head.lemma.lower())
        if entry is None:
            return
        if entry.effect != "happens":
            found.append(Operator(entry, head.i, clause(a, head.i)))
        verb = head


def _verb_of(a: Analysis, noun: Token, verb: Token) -> bool:
    """Whether a verb that the tree ties to a noun is what the noun does ("Talks of the two | focused on fish")."""
    place = governed(a, noun)
    return place.head is not None and place.head.i == verb.i


def _asking(a: Analysis, verb: Token, record: Clause) -> Token | None:
    """The noun behind a name that the tree ties an infinitive to: "her invitation to President Herrera to visit"."""
    name = a.tokens[verb.head]
    if not record.infinitive or name.upos != "PROPN" or name.head < 0:
        return None
    noun = a.tokens[name.head]
    return noun if noun.upos == "NOUN" and noun.lemma.lower() in words.word_set("offers") else None


def _asked_for(a: Analysis, verb: Token, record: Clause) -> bool:
    """Whether the word above asks for the preposition: "aimed at meeting", "interest in hosting"."""
    if verb.head < 0:
        return False
    head = a.tokens[verb.head]
    if head.upos == "NOUN":
        entry = words.nouns().get(head.lemma.lower())
        return entry is not None and record.mark == entry.takes
    return record.mark in {"at", "on"} and verb_entry(a, head, "clause") is not None


def _awaited(a: Analysis, verb: Token, record: Clause) -> bool:
    """Whether a clause tells of what is still to come: "will sign it when she visits", "until they meet"."""
    opens = {record.mark, *(t.text.lower() for t in a.children(verb.i, "advmod") if t.i < verb.i)}
    if verb.rel != "advcl" or verb.head < 0 or record.tense != "present" or record.modal or record.perfect:
        return False
    above = clause(a, verb.head)
    ahead = above.modal in {"future", "conditional", "necessary"} or above.planned or above.infinitive
    return ahead and bool(opens & words.word_set("awaiting"))


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
