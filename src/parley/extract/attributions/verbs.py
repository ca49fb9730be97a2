"""Attributions by verbs of saying: "the ministry said that …", "…, he told reporters", "urged both to meet"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.attributions.content import (
    around,
    main_clause_after,
    preposition_content,
    quote_after,
    right_content,
)
from parley.extract.attributions.draft import Draft, Phrase, Run
from parley.extract.attributions.frame import DASHES, Frame, is_mark
from parley.extract.attributions.phrases import can_speak, phrase
from parley.extract.attributions.subjects import subject
from parley.extract.clauses import Clause, clause
from parley.lexicon import cues
from parley.lexicon.cues import CueWord
from parley.model.analysis import Token

ADJECTIVAL = frozenset({"amod", "compound", "case", "mark", "nummod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in the text: its token, its entry, its words ``first`` to ``last`` (exclusive)."""

    at: int
    word: CueWord
    first: int
    last: int


def verb_drafts(f: Frame) -> list[Draft]:
    """One draft for each verb of saying that passes on somebody's words here and now."""
    out = []
    for t in f.a.tokens:
        if t.upos in {"VERB", "AUX", "NOUN", "ADJ"} and not f.spoken(t.i):
            cue = cue_at(f, t)
            if cue is not None and (draft := read_verb(f, cue)):
                out.append(draft)
    return out


def cue_at(f: Frame, t: Token) -> Cue | None:
    """The verb of saying at a token, with its preposition where it needs one."""
    lemma = t.lemma.lower()
    if not t.xpos.startswith("VB") or t.rel in ADJECTIVAL:
        return None
    for second in cues.longer().get(lemma, ()):
        k = t.i + 1
        while f.a.tokens[k].upos in {"ADV", "PRON"} and k < t.i + 3 and k + 1 < len(f.a.tokens) and f.low(k) != second:
            k += 1
        if f.low(k) == second or (f.low(t.i + 1) == second):
            return Cue(t.i, cues.verbs()[f"{lemma} {second}"], t.i, k + 1)
    word = cues.verbs().get(lemma)
    if word is None:
        return None
    last = t.i + 1
    while last < len(f.a.tokens) and f.a.tokens[last].upos == "ADV" and f.same_stretch(last, t.i):
        last += 1
    return Cue(t.i, word, t.i, last)


def read_verb(f: Frame, cue: Cue) -> Draft | None:
    """The attribution of one verb, or None where it passes nothing on."""
    record = clause(f.a, cue.at)
    if record.passive and not record.infinitive:
        return _hidden(f, cue, record)
    if not tells(f, cue, record):
        return None
    source = subject(f, cue.at)
    if source is None or not _fits(f, source, cue):
        return None
    content, rule = _content(f, cue, source)
    if not content or not _sound(f, cue, source, content):
        return None
    return Draft(rule, cue.at, _cue_run(f, cue), (source,), content)


def tells(f: Frame, cue: Cue, record: Clause) -> bool:
    """Whether the verb tells of words that were said: not "will announce", "to discuss", "if he says"."""
    t = f.a.tokens[cue.at]
    if t.xpos == "VBN" and not record.perfect:
        return False
    if record.conditional or record.planned or (record.infinitive and not _declines(f, t)):
        return False
    if record.modal:
        return (
            record.modal in {"conditional", "possible"}
            and t.lemma.lower() == "say"
            and f.low(cue.at - 1) in {"only", "not", "would", "n't"}
        )
    return (
        t.xpos != "VB"
        or record.tense == "past"
        or record.perfect
        or f.low(cue.at - 1) in {"not", "n't"}
        or (bool(f.a.children(cue.at, "aux")) or _bare_headline(f, t))
    )


def _bare_headline(f: Frame, t: Token) -> bool:
    """A plural present that the tagger took for an infinitive ("leaders call for", "officials say")."""
    return f.low(t.i - 1) not in {"to", "and", "or"} and bool(f.a.children(t.i, "nsubj"))


def _declines(f: Frame, t: Token) -> bool:
    """ "declined to say whether": the infinitive under a verb of refusing to say."""
    head = f.a.tokens[t.head] if t.head >= 0 else None
    return head is not None and t.rel == "xcomp" and head.lemma.lower() in cues.words("declining")


def _fits(f: Frame, source: Phrase, cue: Cue) -> bool:
    """Whether the subject can be a source of this verb."""
    head = f.a.tokens[source.head]
    if source.head == cue.at or f.text(source.first) in {"There", "there"}:
        return False
    if cue.word.written and head.text.lower() == "it":
        return True
    return can_speak(f, source.head) if cue.word.speaker or head.upos not in {"NOUN", "PROPN", "PRON"} else True


def _content(f: Frame, cue: Cue, source: Phrase) -> tuple[tuple[Run, ...], str]:
    """Where the content stands: a quotation just before the cue first, then to the right, then around it."""
    lo, hi = min(source.first, cue.first), max(cue.last, source.last)
    if source.last < cue.first - 12 or source.first > cue.last + 6:
        lo, hi = cue.first, cue.last
    linked = lo - 1 >= 0 and f.low(lo - 1) in cues.words("linkers") and f.same_stretch(lo - 1, cue.at)
    takes = cue.word.takes
    if linked:
        found = around(f, cue.at, lo - 1, hi) if lo - 1 > f.bounds(cue.at)[0] else ()
        return (found, "as aside") if found else (main_clause_after(f, cue.at, source), "as first")
    if takes & {"clause", "quote"} and _quote_before(f, lo):
        if found := around(f, cue.at, lo, hi):
            return found, "quotation before"
    if " " in cue.word.word and takes <= {"object", "order"}:
        run = preposition_content(f, cue.at, cue.last)
        return ((run,) if run else ()), "preposition"
    inner = _hearer_or_last(f, cue)
    if takes - {"quote", "aside"} and (found := right_content(f, cue.at, inner, cue.word)):
        return found, "content after"
    if "clause" in takes or "quote" in takes:
        if "clause" not in takes and (quote := quote_after(f, cue.at, cue.last)):
            return ((quote.first, quote.last),), "quotation after"
        if not _negated_aside(f, cue):
            return around(f, cue.at, lo, hi), "aside"
    return (), ""


def _negated_aside(f: Frame, cue: Cue) -> bool:
    return any(c.text.lower() in {"not", "n't"} for c in f.a.children(cue.at, "advmod"))


def _hearer_or_last(f: Frame, cue: Cue) -> int:
    """Where to look for content: after the cue, and after a pronoun that names the hearer."""
    if cue.word.hearer and cue.last < len(f.a.tokens) and f.a.tokens[cue.last].xpos == "PRP":
        nxt = f.low(cue.last + 1)
        return cue.last if nxt == "to" else cue.last + 1
    return cue.last


def _quote_before(f: Frame, lo: int) -> bool:
    k = lo - 1
    if f.text(k) in {","} | DASHES:
        k -= 1
    return k > 0 and is_mark(f.a.tokens[k]) and f.quote_at(k - 1) is not None and f.quote_at(k + 1) is None


def _sound(f: Frame, cue: Cue, source: Phrase, content: tuple[Run, ...]) -> bool:
    """Whether the parts can belong together: the content leaves out its own source and cue."""
    first, last = content[0]
    if last <= first:
        return False
    return not (first <= cue.at < last) and not (
        first <= source.head < last and source.head < cue.at and first > cue.at
    )


def _cue_run(f: Frame, cue: Cue) -> Run:
    """The words of the cue: with "not", "declined to" before and the particle after."""
    first, last = cue.first, cue.first + 1
    if " " in cue.word.word:
        last = cue.last
    t = f.a.tokens[cue.at]
    if _declines(f, t):
        return t.head, last
    while first > 0 and f.low(first - 1) in {"not", "n't", "did", "does", "do", "has", "have", "had", "first", "only"}:
        first -= 1
        if f.low(first) in {"did", "does", "do", "has", "have", "had"}:
            break
    if f.low(first) in {"has", "have", "had"}:
        first = cue.first
    if t.lemma.lower() == "tell" and f.low(last) in cues.words("hearers") | {"reporters", "journalists"}:
        last += 1
    return first, last


def _hidden(f: Frame, cue: Cue, record: Clause) -> Draft | None:
    """The passive: "it was later said that" hides its source; "is quoted as saying" names it."""
    t = f.a.tokens[cue.at]
    subjects = [c for c in f.a.children(cue.at, "nsubj", "expl", "csubj") if c.i < cue.at]
    if not cue.word.hides and not (subjects and subjects[0].text.lower() == "it" and "clause" in cue.word.takes):
        return None
    agent = _agent(f, t)
    run = (cue.at - 1, cue.at + 1) if f.a.tokens[cue.at - 1].upos == "AUX" else (cue.at, cue.at + 1)
    if subjects and subjects[0].text.lower() == "it":
        content = right_content(f, cue.at, cue.last, cue.word)
        return Draft("it is said", cue.at, run, agent, content) if content else None
    if not subjects or f.low(cue.at + 1) != "to" or record.modal:
        return None
    return _said_to(f, cue, run, subjects[0])


def _said_to(f: Frame, cue: Cue, run: Run, who: Token) -> Draft | None:
    """ "the officials are said to have been of the opinion that …": the inner words are the officials'."""
    hi = f.body_end(cue.at)
    for k in range(cue.at + 2, min(hi, cue.at + 14)):
        if f.low(k) == "that" and f.a.tokens[k].rel in {"mark", "dep"}:
            between = {f.a.tokens[m].lemma.lower() for m in range(cue.at + 2, k)}
            if between & (cues.words("opinions") | set(cues.verbs())):
                return Draft("is said to think", cue.at, (run[0], k), (phrase(f, who.i),), ((k + 1, hi),))
    return None


def _agent(f: Frame, t: Token) -> tuple[Phrase, ...]:
    for c in f.a.children(t.i, "obl"):
        if any(m.text.lower() == "by" for m in f.a.children(c.i, "case")) and can_speak(f, c.i):
            return (phrase(f, c.i),)
    return ()
