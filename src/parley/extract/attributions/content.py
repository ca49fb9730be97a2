"""What is said after its cue: clauses, quotations, noun phrases, infinitives."""

from __future__ import annotations

from parley.extract.attributions.draft import Run
from parley.extract.attributions.ends import FINITE, clause_end
from parley.extract.attributions.frame import DASHES, Frame, is_mark
from parley.extract.quotes import Quote
from parley.lexicon import cues
from parley.lexicon.cues import CueWord
from parley.lexicon.status import word_set
from parley.model.analysis import Token

COMMAS = frozenset({",", ":", ";"})
LEAD = 6  # words before a cue that cannot be its content ("Officials said on Sunday, ten houses fell")
REACH = 14  # words in which a that-clause or a quotation must begin after its cue
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})


def right_content(f: Frame, i: int, last: int, cue: CueWord) -> tuple[Run, ...]:
    """The content after a cue whose words end before token ``last``; empty where none stands there."""
    direct = quote_after(f, last)
    for read in (
        _that_clause,
        _told,
        _order,
        _as,
        _target,
        _clause,
        _infinitive,
        _gerund,
        _any,
        _noun,
        _of,
        _bare_clause,
    ):
        run = read(f, i, last, cue)
        if run is None:
            continue
        if direct and _is_quote(f, run, direct):
            return ((direct.first, direct.last),)
        if direct is None or run[0] < direct.first or _introduced(f, direct):
            return (_with_mark(f, run),)
    if direct and _follows(f, last, direct, cue):
        return ((direct.first, direct.last),)
    return ()


def _is_quote(f: Frame, run: Run, quote: Quote) -> bool:
    """Whether a run is no more than a quotation: it begins at its mark and does not go on behind it."""
    return quote.first - 1 <= run[0] <= quote.first + 1 and (
        run[1] <= quote.last + 2 or f.bounds(run[0])[1] <= quote.last + 2
    )


def _with_mark(f: Frame, run: Run) -> Run:
    """A run that begins right behind a mark and goes on behind the closing one takes the mark in."""
    quote = f.quote_at(run[0])
    if quote is not None and quote.first == run[0] and run[1] > quote.last + 1 and run[0] > 0:
        return run[0] - 1, run[1]
    return run


def _introduced(f: Frame, quote: Quote) -> bool:
    """Whether a preposition or determiner leads into a quotation, which is then only part of a phrase."""
    before = f.a.tokens[quote.first - 2] if quote.first > 1 else None
    return before is not None and before.upos in {"ADP", "DET", "ADJ"}


def _follows(f: Frame, last: int, quote: Quote, cue: CueWord) -> bool:
    """Whether a quotation follows its cue with nothing between but a hearer, a time or a comma."""
    before = quote.first - 2
    if any(t.xpos in FINITE and t.rel != "aux" for t in f.a.tokens[last : quote.first]):
        return False
    if before < last or f.text(before) in COMMAS | DASHES or f.low(before) == "that":
        return True
    return cue.hearer and not _introduced(f, quote) and "clause" in cue.takes


def quote_after(f: Frame, last: int) -> Quote | None:
    """The quotation that begins in the rest of the stretch after a cue, or right after it behind a colon or comma."""
    if last >= len(f.a.tokens):
        return None
    _, hi = f.bounds(last - 1)
    for k in range(last, min(hi + 1, last + 2 * REACH, len(f.a.tokens))):
        if k == hi and (f.text(hi - 1) not in {",", ":"} or f.paragraph[k] > f.paragraph[last] + 1):
            return None
        if is_mark(f.a.tokens[k]) and (quote := f.quote_at(k + 1)) and quote.first == k + 1:
            return quote
    return None


def _that_clause(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """After "that", when it comes soon and opens a clause; past an aside between commas ("said, however, that")."""
    if "clause" not in cue.takes:
        return None
    hi = f.body_end(i)
    start = last
    if f.text(last) == ",":
        start = next((k + 1 for k in range(last + 1, min(hi, last + 9)) if f.text(k) == ","), hi)
        if f.low(start) != "that":
            return None
    for k in range(start, min(hi, start + REACH)):
        t = f.a.tokens[k]
        if t.text.lower() == "that" and t.upos in {"SCONJ", "CCONJ", "PRON", "ADP"} and t.xpos != "WDT":
            if _of_the_noun(f, last, k, cue):
                return None
            return (k + 1, clause_end(f, i, k + 1)) if k + 1 < hi else None
        if t.xpos in FINITE or (t.text == "," and (k > start + 6 or (k + 1 < hi and f.a.tokens[k + 1].xpos == "VBG"))):
            return None
    return None


def _told(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "Dismissed as gossip a report that the road was closed": the clause of the report."""
    if "told" not in cue.takes:
        return None
    hi = min(f.body_end(i), last + REACH)
    for k in range(last, hi - 1):
        t = f.a.tokens[k]
        if t.lemma.lower() in word_set("reports") and f.low(k + 1) == "that" and k + 2 < hi:
            return k + 2, clause_end(f, i, k + 2)
        if t.xpos in FINITE or t.text in COMMAS:
            return None
    return None


def _of_the_noun(f: Frame, last: int, that: int, cue: CueWord) -> bool:
    """Whether "that" opens the clause of the verb's own object ("maintains its request that")."""
    before = f.a.tokens[last:that]
    if cue.hearer or not before or before[0].text.lower() in cues.words("when_words"):
        return False
    owned = before[0].upos == "DET" or before[0].xpos == "PRP$"
    return owned and before[-1].upos == "NOUN" and not any(_timeword(f, t.i) or t.upos == "ADP" for t in before)


def _clause(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """A clause without "that": the complement in the tree, begun after whoever is spoken to."""
    if "clause" not in cue.takes:
        return None
    hi = f.body_end(i)
    if f.text(last) == ",":
        return _past_aside(f, i, last, hi)
    for child in f.a.children(i, "ccomp", "parataxis", "xcomp", "acl", "advcl"):
        if not last <= child.i < hi or (child.rel != "ccomp" and not _finite(f, child)):
            continue
        if child.rel in {"acl", "advcl"} and f.a.children(child.i, "mark"):
            continue
        start = clause_start(f, child.i, last, cue)
        first = f.a.tokens[start]
        comma = f.text(start - 1) == "," and (child.rel != "ccomp" or i - f.bounds(i)[0] > LEAD)
        if first.text.lower() in cues.words("no_content") or comma or (first.xpos == "VBG" and start > last):
            continue
        return start, clause_end(f, i, start)
    return None


def _past_aside(f: Frame, i: int, last: int, hi: int) -> Run | None:
    """The complement that begins right behind an aside between commas ("said, if the rain stops, it would sail")."""
    close = next((k for k in range(last + 1, min(hi, last + REACH)) if f.text(k) == ","), None)
    if close is None or is_mark(f.a.tokens[close + 1]):
        return None
    for child in f.a.children(i, "ccomp"):
        if close < child.i < hi and _finite(f, child) and _leftmost(f, child.i, close + 1) == close + 1:
            return close + 1, clause_end(f, i, close + 1)
    return None


def clause_start(f: Frame, head: int, last: int, cue: CueWord) -> int:
    """Where a complement begins: at its leftmost word, behind the hearer and behind "on Wednesday" or "in a letter"."""
    start = _leftmost(f, head, last)
    if cue.hearer:
        last = hearer_end(f, last, head)
    start = _past_adverbials(f, max(start, last), head)
    between = f.a.tokens[last:start]
    if between and between[0].upos in NOMINAL and between[0].text.lower() not in cues.words("when_words"):
        return last  # words that the tree hung elsewhere ("reported the strength of the quake was six")
    return start


def _bare_clause(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """After "said", the words up to the sentence's end where they hold a finite verb, whatever the tree says."""
    if "clause" not in cue.takes or cue.speaker or cue.hearer or last >= f.body_end(i):
        return None
    end = clause_end(f, i, last)
    opening = is_mark(f.a.tokens[last]) and last + 1 < end
    if f.a.tokens[last + opening].upos not in NOMINAL or f.text(last - 1) == "," or _timeword(f, last):
        return None
    return (last, end) if any(t.xpos in FINITE for t in f.a.tokens[last:end]) else None


def _timeword(f: Frame, k: int) -> bool:
    return f.low(k) in cues.words("when_words")


def _finite(f: Frame, t: Token) -> bool:
    return t.xpos in FINITE or any(c.xpos in FINITE for c in f.a.children(t.i, "aux", "cop"))


def _leftmost(f: Frame, head: int, last: int) -> int:
    """Where the words of a phrase begin, not before token ``last``."""
    return min((k for k in f.a.subtree(head) if last <= k <= head), default=head)


def _past_adverbials(f: Frame, start: int, head: int) -> int:
    for k in range(start, min(head, start + REACH)):
        t = f.a.tokens[k]
        if t.text.lower() == "that" and t.rel == "mark":
            return k + 1
    while start < head and (f.text(start) in COMMAS | DASHES or is_mark(f.a.tokens[start])):
        start += 1
    return start


def hearer_end(f: Frame, last: int, head: int) -> int:
    """The end of the noun phrase after "told": a pronoun, or determiner to noun."""
    k = last
    if k < head and f.a.tokens[k].xpos == "PRP":
        nxt = f.a.tokens[k + 1]
        return k + 1 if nxt.upos not in {"AUX", "VERB"} else k
    while k < head and f.a.tokens[k].upos in {"DET", "ADJ", "NUM"}:
        k += 1
    while k < head and f.a.tokens[k].upos in {"NOUN", "PROPN"}:
        k += 1
    return k


def _object(f: Frame, i: int, last: int) -> Token | None:
    return next((c for c in f.a.children(i, "obj", "iobj") if c.i >= last and f.same_stretch(c.i, i)), None)


def _order(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "urged Norland to withdraw": from the one who is to do it, when an infinitive follows."""
    if not cue.takes & {"order", "urging"}:
        return None
    hi = f.body_end(i)
    to = next((k for k in range(last, min(hi - 1, last + REACH)) if infinitive_at(f, k)), None)
    if to is None or any(t.xpos in FINITE for t in f.a.tokens[last:to]):
        return None
    if "urging" in cue.takes and to != last:
        return None
    if to <= last + 1 and f.a.tokens[i].rel == "acl":
        return None  # "who asked not to be named"
    return last, clause_end(f, i, last)


def infinitive_at(f: Frame, k: int) -> bool:
    """Whether "to" and a verb stand at token ``k``."""
    if f.low(k) != "to" or k + 2 >= len(f.a.tokens):
        return False
    after = f.a.tokens[k + 1]
    if after.upos == "ADV":
        after = f.a.tokens[k + 2]
    return after.xpos == "VB" or (is_mark(after) and f.a.tokens[k + 2].xpos in {"VB", "VBP"})


def _infinitive(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "threatened to leave"."""
    while "infinitive" in cue.takes and last < f.body_end(i) and _timeword(f, last):
        last += 1
    if "infinitive" not in cue.takes or not last < f.body_end(i) or not infinitive_at(f, last):
        return None
    return last, clause_end(f, i, last)


def _gerund(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "denied ever agreeing", "proposed moving the talks"."""
    if "gerund" not in cue.takes:
        return None
    hi, k = f.body_end(i), last
    while k < hi and f.a.tokens[k].upos == "ADV":
        k += 1
    return (last, clause_end(f, i, last)) if k < hi and f.a.tokens[k].xpos == "VBG" else None


def _as(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "called the treaty a bad joke", "described it as useful": object and what is said of it."""
    if "as" not in cue.takes:
        return None
    obj, hi = _object(f, i, last), f.body_end(i)
    if obj is None:
        return _what_they_call(f, i, last)
    start = max(last, _leftmost(f, obj.i, last))
    rest = range(obj.i + 1, min(hi, obj.i + REACH))
    if cue.word not in cues.words("naming"):
        return (start, clause_end(f, i, start)) if any(f.low(k) == "as" for k in rest) else None
    named = [c for c in f.a.children(i, "xcomp") if c.i > obj.i and c.upos in {"NOUN", "PROPN", "ADJ"}]
    quoted = any(is_mark(f.a.tokens[k]) and f.quote_at(k + 1) for k in rest if k < obj.i + 4)
    return (start, clause_end(f, i, start)) if named or quoted else None


def _what_they_call(f: Frame, i: int, last: int) -> Run | None:
    """ "what it calls a final stage": the words after the verb."""
    lo, _ = f.bounds(i)
    if not any(f.low(k) == "what" for k in range(max(lo, i - 5), i)):
        return None
    end = last
    inside = {"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "ADP", "NUM"}
    while end < f.body_end(i) and f.text(end) not in COMMAS and f.a.tokens[end].upos in inside:
        end += 1
    return (last, end) if end > last else None


def _target(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "accused the rebels of a raid": from whoever is accused, when the charge follows."""
    if "target" not in cue.takes:
        return None
    hi = f.body_end(i)
    charged = any(f.low(k) in {"of", "for", "to", "on"} for k in range(last + 1, min(hi, last + REACH)))
    return (last, clause_end(f, i, last)) if charged and f.a.tokens[last].upos in NOMINAL else None


def _noun(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "announced a visit": the object, from the first word after the cue."""
    if "noun" not in cue.takes or last >= f.body_end(i):
        return None
    first = f.a.tokens[last]
    quoted = is_mark(first) and f.quote_at(last + 1) is not None
    if first.xpos in {"PRP", "WP", "WDT", "EX"} or (first.upos not in NOMINAL and not quoted):
        return None
    if _timeword(f, last) or (_leads_time(f, first) and _timeword(f, last + 1)) or f.body_end(i) - last < 2:
        return None
    return last, clause_end(f, i, last)


def _leads_time(f: Frame, t: Token) -> bool:
    """Whether a word may stand before a day and mean when ("announced this Tuesday from the palace")."""
    return t.upos == "NUM" or t.text.lower() in cues.words("when_leads")


def _any(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "rejected any link"."""
    return (last, clause_end(f, i, last)) if "any" in cue.takes and f.low(last) == "any" else None


def _of(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "informed the king of his plans": behind the hearer and "of"."""
    if not cue.hearer or cue.word in {"tell"}:
        return None
    beside = f.a.children(i, "obl")
    about = ("about", "on", "of")
    means = [c for c in beside if not any(m.text.lower() in about for m in f.a.children(c.i, "case"))]
    for child in (*beside, *(n for c in means for n in f.a.children(c.i, "nmod"))):
        case = next((c for c in f.a.children(child.i, "case") if c.text.lower() == "of"), None)
        if case is not None and case.i >= last:
            return case.i + 1, clause_end(f, i, case.i + 1)
    return None


def preposition_content(f: Frame, i: int, last: int) -> Run | None:
    """ "called for a truce": what follows the preposition that belongs to the verb."""
    hi = f.body_end(i)
    if last >= hi or f.text(last) in COMMAS:
        return None
    return _with_mark(f, (last, clause_end(f, i, last)))
