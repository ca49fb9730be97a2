"""Words that name an encounter, other senses left out."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.clauses import clause, lemma_of
from parley.extract.encounters.nouns import verb_before
from parley.lexicon import encounters as lexicon
from parley.lexicon import status
from parley.lexicon.encounters import TriggerWord
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token

HOLDS = frozenset({"happens", "begins", "continues", "ends", "suspends"})
QUOTES = frozenset({'"', "“", "‘", "'"})
NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word that names an encounter.

    ``i`` is its token, ``anchor`` the token that stands for it in the tree ("round" in "a round of
    talks"), ``verbal`` whether it is a verb.
    """

    i: int
    anchor: int
    word: TriggerWord
    verbal: bool


def find_triggers(a: Analysis) -> list[Trigger]:
    """All triggers of an analysis in text order, at most one for each token."""
    nouns, verbs = lexicon.noun_triggers(), lexicon.verb_triggers()
    found = []
    for token in a.tokens:
        lemma = token.lemma.lower()
        if (whole := _hyphenated(a, token)) is not None:
            found.append(Trigger(token.i, token.i, whole, False))
            continue
        noun = token.upos in NOMINAL or (token.upos == "VERB" and _stands_as_noun(a, token))
        if noun and (words := nouns.get(lemma) or nouns.get(token.text.lower())):
            word = next((w for w in words if _noun_fits(a, token, w)), None)
            if word is not None and not _inside_other(a, token):
                found.append(Trigger(token.i, _anchor(a, token), word, False))
        elif (token.upos == "VERB" or _stands_as_verb(a, token)) and not noun and (words := verbs.get(lemma)):
            word = next((w for w in words if _verb_fits(a, token, w)), None)
            if word is not None:
                found.append(Trigger(token.i, token.i, word, True))
        if (pointer := _points_to_one(a, token)) is not None:
            found.append(pointer)
    have = {t.i for t in found if t.word.frame != "goal"}  # "went over it by telephone" is no journey
    found += [t for token in a.tokens if (t := _from_afar(a, token)) is not None and t.i not in have]
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def _hyphenated(a: Analysis, token: Token) -> TriggerWord | None:
    """The word of a noun that is written with hyphens ("a sit-down", "a face-to-face"), found at its last part."""
    first = token.i
    while first > 1 and a.tokens[first - 1].text == "-" and a.tokens[first - 2].end == a.tokens[first - 1].start:
        first -= 2
    goes_on = token.i + 1 < len(a.tokens) and a.tokens[token.i + 1].text == "-"
    if first == token.i or goes_on or token.rel in {"compound", "amod"}:
        return None
    words = lexicon.noun_triggers().get(a.text[a.tokens[first].start : token.end].lower(), ())
    behind = a.tokens[token.i + 1].upos if token.i + 1 < len(a.tokens) else ""
    return words[0] if words and behind not in NOMINAL else None


def _stands_as_noun(a: Analysis, token: Token) -> bool:
    """A noun that the tagger took for a verb: "hold talks", "the planned visit", "plans visit", "talks between"."""
    bare = token.xpos in {"VB", "VBP", "VBZ", "NNS", "NN"}
    place = token.rel in {"obj", "nmod"} or (token.rel in {"nsubj", "obl"} and bare)
    if place or (bare and bool(a.children(token.i, "det", "amod"))):
        return True
    behind = a.tokens[token.i + 1] if token.i + 1 < len(a.tokens) else None
    if bare and behind is not None and behind.text.lower() == "between":
        return True
    before = a.tokens[token.i - 1] if token.i else None
    opens = before is None or before.sent != token.sent or before.text in {",", ":", "“", '"'}
    if opens and token.text.lower() == "talks" and not a.children(token.i, "nsubj"):
        return True  # "According to Lima, talks with Quito are going well"
    verb = before is not None and before.upos == "VERB" and before.sent == token.sent
    return bare and verb and verb_before(a, token) is not None


def _stands_as_verb(a: Analysis, token: Token) -> bool:
    """A verb that the tagger took for a plural noun at the top of a headline: "4 Oct: Okoye telephones both"."""
    plain = token.xpos == "NNS" and token.head < 0 and not a.children(token.i, "det", "amod", "cop", "nmod")
    return plain and bool(a.children(token.i, "nsubj"))


AFAR = TriggerWord("call", "", frame="channel", weak=True)


def _from_afar(a: Analysis, token: Token) -> Trigger | None:
    """The verb of "agreed by telephone", "went over the draft by video link": whatever was done, they spoke."""
    if token.lemma.lower() not in lexicon.channels() or token.head < 0 or token.rel not in {"obl", "nmod"}:
        return None
    if not any(c.text.lower() in {"by", "over", "via", "through"} for c in a.children(token.i, "case")):
        return None
    verb = next((t for t in a.ancestors(token.i) if t.upos == "VERB"), None)
    return Trigger(verb.i, verb.i, AFAR, True) if verb is not None else None


PREMISE = TriggerWord("meeting", "", frame="premise")
ANAPHOR = TriggerWord("meeting", "", frame="anaphor")
INVITED = TriggerWord("visit", "", frame="anaphor")
CHANGED = frozenset({"calls_off", "puts_off", "suspends", "moves"})
ANSWERS = frozenset({"commits", "refuses", "calls_off"})
VAGUE = frozenset({"it", "this", "that", "which", "what", "something", "anything", "nothing"})


def _points_to_one(a: Analysis, token: Token) -> Trigger | None:
    """An encounter spoken of without its name: "it has been postponed", "you can't cancel what was never agreed"."""
    if token.upos == "NOUN":
        return Trigger(token.i, token.i, INVITED, False) if _answered(a, token) else None
    if token.upos != "VERB":
        return None
    effects = {e.effect for e in status.verbs().get(lemma_of(a, token.i), ())}
    if not effects & CHANGED:
        return None
    for child in a.children(token.i, "obj", "nsubj:pass", "nsubj", "ccomp", "xcomp"):
        if child.text.lower() not in VAGUE and not (child.rel in {"ccomp", "xcomp"} and _vague_clause(a, child)):
            continue
        if child.rel in {"obj", "ccomp", "xcomp"}:
            refused = clause(a, token.i)
            if refused.negated and refused.modal == "possible":
                return Trigger(token.i, token.i, PREMISE, True)
        elif child.text.lower() in {"it", "this", "that"} and child.deprel == "nsubj:pass" and token.rel != "acl":
            return Trigger(child.i, child.i, ANAPHOR, False)
    return None


def _answered(a: Analysis, noun: Token) -> bool:
    """Whether an invitation told of before is answered: "accepted the invitation", not "an invitation to Riga"."""
    if noun.lemma.lower() != "invitation" or noun.rel not in {"obj", "nsubj"} or noun.head < 0:
        return False
    back = any(c.text.lower() in status.word_set("pointers") for c in a.children(noun.i, "det", "nmod:poss"))
    told = a.children(noun.i, "acl", "nmod") if back else [noun]
    verb = clause(a, noun.head).lemma
    answers = {e.effect for e in status.verbs().get(verb, ()) if e.takes in {"object", "any"}}
    return not [t for t in told if t.deprel != "nmod:poss"] and bool(answers & ANSWERS)


def _vague_clause(a: Analysis, verb: Token) -> bool:
    return any(t.text.lower() in VAGUE for t in a.children(verb.i, "obj", "nsubj", "nsubj:pass"))


def beside(a: Analysis, token: Token) -> set[str]:
    """Words close to a noun that tell its sense: its dependants and the three words before it, lower case."""
    first = max(a.sentences[token.sent].first, token.i - 3)
    near = [a.tokens[k] for k in range(first, token.i)] + a.children(token.i, "compound", "amod", "nmod", "obl")
    out = {t.text.lower() for t in near} | {t.lemma.lower() for t in near}
    return out | {part for t in near for part in t.text.lower().split("-")}


def _compound_words(a: Analysis, token: Token) -> set[str]:
    """The modifiers of a noun, each with the word before it joined ("annual general")."""
    kids = [t for t in a.children(token.i, "compound", "amod", "nmod:poss") if t.i < token.i]
    previous = a.tokens[token.i - 1] if token.i > a.sentences[token.sent].first else None
    if previous is not None and previous.upos in {"NOUN", "PROPN", "ADJ"} and previous not in kids:
        kids.append(previous)
    single = {t.text.lower() for t in kids} | {t.lemma.lower() for t in kids}
    return single | {f"{a.tokens[t.i - 1].text.lower()} {t.text.lower()}" for t in kids if t.i}


def _noun_fits(a: Analysis, token: Token, word: TriggerWord) -> bool:
    if word.plural and token.xpos not in {"NNS", "NNPS"} and not token.text.lower().endswith("s"):
        return False
    if lexicon.other_senses(word.kind, "compounds") & _compound_words(a, token):
        return False
    if _other_purpose(a, token, word) or _demanded(a, token, word):
        return False
    if word.only_with and not (word.only_with & beside(a, token)):
        return word.or_parties and has_party_phrase(a, token)
    return not word.needs_party or has_party_phrase(a, token)


def _demanded(a: Analysis, token: Token, word: TriggerWord) -> bool:
    """Whether the noun asks for something: "calls | for a truce", "Norway's call | to withdraw"."""
    behind = a.tokens[token.i + 1 : token.i + 3]
    marks = lexicon.other_senses(word.kind, "behind")
    if not behind or behind[0].text.lower() not in marks:
        return False
    return behind[0].text.lower() != "to" or (len(behind) > 1 and behind[1].xpos == "VB")


def _other_purpose(a: Analysis, token: Token, word: TriggerWord) -> bool:
    """Whether what it is for shows another sense ("talks to form a government")."""
    purposes = lexicon.other_senses(word.kind, "purposes")
    last = a.sentences[token.sent].last
    ahead = range(token.i + 1, min(last, token.i + 14)) if purposes else ()
    aims = [a.tokens[k] for k in ahead if a.tokens[k].upos == "VERB" and a.tokens[k - 1].text.lower() == "to"]
    return any(f"{t.lemma.lower()} {o.lemma.lower()}" in purposes for t in aims for o in a.children(t.i, "obj"))


def has_party_phrase(a: Analysis, token: Token) -> bool:
    """Whether "with" or "between" or a possessor ties somebody to the noun."""
    for child in a.children(token.i, "nmod", "obl"):
        linked = any(c.text.lower() in {"with", "between"} for c in a.children(child.i, "case"))
        if linked or child.deprel == "nmod:poss":
            return True
    head = a.tokens[token.head] if token.head >= 0 else None
    if head is not None and head.upos == "VERB":
        if _held_by_several(a, token, head):
            return True
        return any(c.text.lower() == "with" for o in a.children(head.i, "obl") for c in a.children(o.i, "case"))
    return False


def _held_by_several(a: Analysis, noun: Token, verb: Token) -> bool:
    """Whether more than one hold it: "Okoye and Huber held discussions", "the ministers began consultations"."""
    holds = {e.effect for e in status.verbs().get(clause(a, verb.i).lemma, ()) if e.takes in {"object", "any"}}
    if noun.rel != "obj" or not holds & HOLDS:
        return False
    subjects = a.children(verb.i, "nsubj")
    return any(s.xpos in {"NNS", "NNPS"} or a.children(s.i, "conj") for s in subjects)


def _verb_fits(a: Analysis, token: Token, word: TriggerWord) -> bool:
    after = a.tokens[token.i + 1].text.lower() if token.i + 1 < len(a.tokens) else ""
    if word.particle and after != word.particle:
        return False
    if not word.particle and any(c.deprel == "compound:prt" for c in a.children(token.i)):
        return False
    if after in lexicon.other_senses(word.kind, "prepositions") and not word.only_with:
        return False
    if word.reciprocal and after not in {"each", "one"}:
        return False
    if word.intransitive and a.children(token.i, "obj"):
        return False  # "gathering evidence"
    if word.finite and token.xpos in {"VBG", "VBN"} and not a.children(token.i, "aux"):
        return False
    objects = a.children(token.i, "obj", "nsubj:pass")
    if word.frame == "topic" and a.children(token.i, "nsubj:pass"):
        return False  # "tariffs were discussed"
    senses = lexicon.other_senses(word.kind, "objects")
    if any(o.lemma.lower() in senses or o.text.lower() in senses for o in objects):
        return False
    settings = lexicon.other_senses(word.kind, "settings")
    if settings & {t.lemma.lower() for t in a.children(token.i, "obl")}:
        return False
    if _rates(a, token, word):
        return False
    if word.only_with:
        near = range(token.i, min(a.sentences[token.sent].last, token.i + 9))
        clause_words = {a.tokens[k].text.lower() for k in {*a.subtree(token.i), *near}}
        return bool(word.only_with & clause_words)
    return True


def _rates(a: Analysis, token: Token, word: TriggerWord) -> bool:
    """Whether the verb says what somebody is: "calls him | less than honest", "| as a hero", "| 'a liar'"."""
    predicates = lexicon.other_senses(word.kind, "predicates")
    if not predicates:
        return False
    if a.children(token.i, "xcomp"):
        return True
    named = [k for o in a.children(token.i, "obj") for k in (*a.subtree(o.i), *(t.i for t in a.children(o.i, "flat")))]
    behind = a.tokens[max(named) + 1].text if named and max(named) + 1 < len(a.tokens) else ""
    below = (a.tokens[k] for k in a.subtree(token.i))
    return behind in QUOTES or any(t.rel == "case" and t.text.lower() in predicates for t in below)


def _inside_other(a: Analysis, token: Token) -> bool:
    """Whether the noun only modifies another encounter noun ("summit meeting", "talks session")."""
    if token.rel not in {"compound", "amod"} or token.head < 0:
        return False
    head = a.tokens[token.head]
    return head.lemma.lower() in lexicon.noun_triggers() and head.i > token.i


def _anchor(a: Analysis, token: Token) -> int:
    """The head of "a round of talks", "the second day of the visit": the word that stands in the clause."""
    carriers = frozenset(table("languages/en/status")["carriers"])
    if token.deprel.startswith("nmod") and token.head >= 0:
        head = a.tokens[token.head]
        if head.lemma.lower() in carriers and head.i < token.i:
            return head.i
    return token.i
