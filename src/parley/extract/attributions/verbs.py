"""Attributions by verbs of saying: "the ministry said that …", "…, he told reporters", "urged both to meet"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.attributions.aside import around, main_clause_after, quote_before
from parley.extract.attributions.content import preposition_content, quote_after, right_content
from parley.extract.attributions.draft import Draft, Phrase, Run
from parley.extract.attributions.ends import lemma_of_cue
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import can_speak, phrase
from parley.extract.attributions.subjects import subject, turned_round
from parley.extract.clauses import Clause, clause
from parley.lexicon import cues
from parley.lexicon.cues import CueWord
from parley.model.analysis import Token

ADJECTIVAL = frozenset({"amod", "compound", "case", "nummod"})
NOT = frozenset({"not", "n't", "n’t", "never"})
HAVE_DO = frozenset({"did", "does", "do", "has", "have", "had"})
# What somebody declines to say: "whether a date was set".
OPEN = frozenset({"whether", "if", "who", "what", "when", "where", "why", "how"})
OWN_VOICE = frozenset({"i", "we", "you", "us", "me"})


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
        if t.text[:1].isalpha() and not f.spoken(t.i):
            cue = cue_at(f, t)
            if cue is not None and (draft := read_verb(f, cue)):
                out.append(draft)
    return out


def cue_at(f: Frame, t: Token) -> Cue | None:
    """The verb of saying at a token, with its preposition where it needs one."""
    lemma = lemma_of_cue(t)
    if lemma is None or t.rel in ADJECTIVAL or not _verbal(f, t):
        return None
    for second in cues.longer().get(lemma, ()):
        for k in (t.i + 1, t.i + 2):
            if f.low(k) == second and (k == t.i + 1 or f.a.tokens[t.i + 1].upos == "ADV"):
                return Cue(t.i, cues.verbs()[f"{lemma} {second}"], t.i, k + 1)
    word = cues.verbs().get(lemma)
    if word is None or f.a.children(t.i, "compound:prt"):
        return None
    last = t.i + 1
    while last < len(f.a.tokens) - 1 and f.a.tokens[last].upos == "ADV" and f.same_stretch(last, t.i):
        last += 1
    return Cue(t.i, word, t.i, last)


def _verbal(f: Frame, t: Token) -> bool:
    """Whether a token is a verb, also where the tagger took it for a plural noun ("the king requests that")."""
    if t.xpos.startswith("VB"):
        return True
    active = any(c.i < t.i for c in f.a.children(t.i, "nsubj")) and t.text in cues.forms()
    return t.xpos in {"NNS", "NN"} and t.rel in {"root", "ccomp", "parataxis", "advcl"} and active


def read_verb(f: Frame, cue: Cue) -> Draft | None:
    """The attribution of one verb, or None where it passes nothing on."""
    record = clause(f.a, cue.at)
    if record.passive and not record.infinitive and not _active(f, cue.at):
        return _hidden(f, cue, record)
    if not tells(f, cue, record):
        return None
    source = _source(f, cue)
    if source is None:
        return None
    content, rule = _content(f, cue, source)
    if not content or not _sound(f, cue, source, content):
        return None
    return Draft(rule, cue.at, _cue_run(f, cue), (source,), content)


def _active(f: Frame, i: int) -> bool:
    """Whether a form that looks like a participle is the past tense of its own subject ("the envoy also denied")."""
    t = f.a.tokens[i]
    if f.a.children(i, "aux:pass") or f.low(i - 1) in {"was", "were", "is", "are", "been", "be", "being"}:
        return False
    own = any(c.i < i and c.deprel == "nsubj" for c in f.a.children(i, "nsubj"))
    return t.xpos in {"VBN", "VBD"} and (own or turned_round(f, i))


def tells(f: Frame, cue: Cue, record: Clause) -> bool:
    """Whether the verb tells of words that were said: not "will announce", "to discuss", "if he says"."""
    t = f.a.tokens[cue.at]
    if t.xpos == "VBN" and not record.perfect and not _active(f, cue.at) and not _inverted(f, t):
        return False
    if t.xpos in {"VBN", "VBD"} and cue.word.hides and f.low(cue.last) == "to":
        return False  # "people believed to have left"
    if t.xpos == "VBG" and not record.progressive and (cue.word.finite or _only_meant(f, t)):
        return False
    if record.conditional or record.planned or (record.infinitive and not _declines(f, t)):
        return False
    before = f.low(cue.at - 1)
    if record.modal:
        return (
            record.modal in {"conditional", "possible"}
            and t.lemma.lower() == "say"
            and before in {"only", "would"} | NOT
        )
    if before in NOT and cue.word.speaker and "that" not in {f.low(k) for k in range(cue.last, cue.last + 3)}:
        return False
    finite = t.xpos != "VB" or record.perfect or before in NOT or bool(f.a.children(cue.at, "aux"))
    return finite or (_declines(f, t) and f.low(cue.last) in OPEN) or _headline(f, t)


def _only_meant(f: Frame, t: Token) -> bool:
    """Whether a form in -ing only names an act ("blamed for encouraging", "in favour of calling")."""
    leads = [f.low(t.i - 1), *(c.text.lower() for c in f.a.children(t.i, "mark", "case"))]
    return any(word in cues.words("only_meant") for word in leads)


def _inverted(f: Frame, t: Token) -> bool:
    """A participle right behind a quotation is a past tense: "…", tweeted the envoy."""
    return quote_before(f, t.i) is not None


def _headline(f: Frame, t: Token) -> bool:
    """A plural present that the tagger took for an infinitive ("leaders call for", "officials say")."""
    return f.low(t.i - 1) not in {"to", "and", "or"} and bool(f.a.children(t.i, "nsubj"))


def _declines(f: Frame, t: Token) -> bool:
    """ "declined to say whether": the infinitive under a verb of refusing to say."""
    head = f.a.tokens[t.head] if t.head >= 0 else None
    return head is not None and t.rel == "xcomp" and head.lemma.lower() in cues.words("declining")


def _source(f: Frame, cue: Cue) -> Phrase | None:
    """The subject where it can speak, else the engine's own idea of a source close by."""
    found = subject(f, cue.at)
    if found is not None and _fits(f, found, cue):
        return found
    near = f.source_near(cue.at) if found is None or not can_speak(f, found.head) else None
    silent = near is not None and not any(can_speak(f, k) for k in range(near.first, near.last))
    return None if silent and cue.word.speaker else near


def _fits(f: Frame, source: Phrase, cue: Cue) -> bool:
    """Whether the subject can be a source of this verb: not "there", not the author's "we"."""
    head = f.a.tokens[source.head]
    word = head.text.lower()
    if source.head == cue.at or f.low(source.first) == "there" or word in OWN_VOICE:
        return False
    if f.low(source.first) in {"nobody", "none"} or f.low(source.first) == "no":
        return False
    return can_speak(f, source.head) if cue.word.speaker or head.upos not in {"NOUN", "PROPN", "PRON"} else True


def _content(f: Frame, cue: Cue, source: Phrase) -> tuple[tuple[Run, ...], str]:
    """Where the content stands: a quotation just before the cue first, then to the right, then around it."""
    lo, hi = min(source.first, cue.first), max(cue.last, source.last)
    participle = f.a.tokens[cue.at].xpos == "VBG" and source.last < cue.first
    if participle or source.last < cue.first - 12 or source.first > cue.last + 6:
        lo, hi = cue.first, cue.last
    takes = cue.word.takes
    aside = participle and quote_before(f, lo) is not None
    if aside and (found := right_content(f, cue.at, _after_hearer(f, cue), cue.word)):
        return found, "content after"
    if quote_before(f, lo) and (found := around(f, cue.at, lo, hi)):
        return found, "quotation before"
    linked = lo > 0 and f.low(lo - 1) in cues.words("linkers") and f.same_stretch(lo - 1, cue.at)
    behind = right_content(f, cue.at, cue.last, cue.word) if linked else ()
    split = bool(behind) and quote_before(f, lo - 1) is not None and f.quote_at(behind[0][0]) is not None
    if split and (found := around(f, cue.at, lo - 1, hi)):
        return found, "as aside"
    if linked and not behind:
        first = lo - 1 == f.bounds(cue.at)[0]
        return (main_clause_after(f, cue.at), "as first") if first else (around(f, cue.at, lo - 1, hi), "as aside")
    if " " in cue.word.word and takes <= {"object", "order"}:
        run = preposition_content(f, cue.at, cue.last)
        return ((run,) if run else ()), "preposition"
    if _goes_on_behind(f, cue, lo, hi) and (found := around(f, cue.at, lo, hi)):
        return found, "aside with quotation behind"
    if takes - {"quote", "aside"} and (found := right_content(f, cue.at, _after_hearer(f, cue), cue.word)):
        return found, "content after"
    if takes & {"clause", "quote"}:
        if "clause" not in takes and (quote := quote_after(f, cue.last)):
            return ((quote.first, quote.last),), "quotation after"
        return around(f, cue.at, lo, hi), "aside"
    return (), ""


def _goes_on_behind(f: Frame, cue: Cue, lo: int, hi: int) -> bool:
    """Whether an aside has words before it and quotation marks behind it ("no, he said, "not now"")."""
    quote = quote_after(f, hi)
    if quote is None or f.text(lo - 1) != "," or f.text(quote.first - 2) != ",":
        return False
    return f.text(quote.first)[:1].islower() and lo - f.bounds(cue.at)[0] > 3


def _after_hearer(f: Frame, cue: Cue) -> int:
    """Where to look for content: after the cue, and after a pronoun that names the hearer."""
    if cue.word.hearer and cue.last + 1 < len(f.a.tokens) and f.a.tokens[cue.last].xpos == "PRP":
        return cue.last if f.low(cue.last + 1) == "to" else cue.last + 1
    return cue.last


def _sound(f: Frame, cue: Cue, source: Phrase, content: tuple[Run, ...]) -> bool:
    """Whether the parts can belong together: the content leaves out its own source and cue."""
    first, last = content[0]
    if last <= first or first <= cue.at < last:
        return False
    if f.low(cue.at - 1) in NOT and cue.word.word == "say" and first > cue.at:
        return f.low(first) in {"whether", "if"}
    return not first <= source.head < last


def _cue_run(f: Frame, cue: Cue) -> Run:
    """The words of the cue: with "not", "declined to" before and the particle after."""
    first, last = cue.first, cue.last if " " in cue.word.word else cue.first + 1
    t = f.a.tokens[cue.at]
    if _declines(f, t):
        return t.head, last
    while first > 0 and f.low(first - 1) in NOT | {"did", "does", "do", "first", "only"}:
        first -= 1
        if f.low(first) in HAVE_DO:
            break
    if t.lemma.lower() == "tell" and singular_hearer(f, last):
        last += 1
    return first, last


def singular_hearer(f: Frame, k: int) -> bool:
    """Whether a token is a hearer that names no outlet ("reporters")."""
    return 0 <= k < len(f.a.tokens) and f.a.tokens[k].lemma.lower() in cues.words("hearers")


def _hidden(f: Frame, cue: Cue, record: Clause) -> Draft | None:
    """The passive: "it was later said that" hides its source; "is quoted as saying" names it."""
    subjects = [c for c in f.a.children(cue.at, "nsubj", "expl", "csubj") if c.i < cue.at]
    impersonal = bool(subjects) and subjects[0].text.lower() == "it"
    told = impersonal and "clause" in cue.word.takes and record.tense == "past"
    if not cue.word.hides and not told:
        return None
    run = (cue.at - 1, cue.at + 1) if f.a.tokens[cue.at - 1].upos == "AUX" else (cue.at, cue.at + 1)
    if impersonal:
        content = right_content(f, cue.at, cue.last, cue.word)
        return Draft("it is said", cue.at, run, _agent(f, cue.at), content) if content else None
    if not subjects or f.low(cue.at + 1) != "to" or record.modal:
        return None
    return _said_to(f, cue, run, subjects[0])


def _said_to(f: Frame, cue: Cue, run: Run, who: Token) -> Draft | None:
    """ "the officials are said to have been of the opinion that …": the inner words are the officials'."""
    hi = f.body_end(cue.at)
    for k in range(cue.at + 2, min(hi - 1, cue.at + 14)):
        if f.low(k) == "that" and f.a.tokens[k].upos in {"SCONJ", "PRON"}:
            between = {f.a.tokens[m].lemma.lower() for m in range(cue.at + 2, k)}
            if between & (cues.words("opinions") | set(cues.verbs())):
                return Draft("is said to think", cue.at, (run[0], k), (phrase(f, who.i),), ((k + 1, hi),))
    to = cue.at + 1
    return Draft("is said to", cue.at, run, (), ((to, hi),)) if to + 1 < hi else None


def _agent(f: Frame, i: int) -> tuple[Phrase, ...]:
    for c in f.a.children(i, "obl"):
        if any(m.text.lower() == "by" for m in f.a.children(c.i, "case")) and can_speak(f, c.i):
            return (phrase(f, c.i),)
    return ()
