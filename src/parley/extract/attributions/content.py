"""What is said: the content of one verb of saying, to its right or around it."""

from __future__ import annotations

from parley.extract.attributions.draft import Phrase, Run
from parley.extract.attributions.frame import DASHES, ENDS, Frame, is_mark
from parley.extract.attributions.quotes import Quote
from parley.lexicon import cues
from parley.lexicon.cues import CueWord
from parley.model.analysis import Token

CLAUSAL = ("ccomp", "parataxis", "xcomp", "advcl")
COMMAS = frozenset({",", ":", ";"})
REACH = 14  # words in which a that-clause or a quotation must begin after its cue
NOT_NEXT = frozenset({"advcl", "conj", "parataxis", "discourse"})


def right_content(f: Frame, i: int, last: int, cue: CueWord) -> tuple[Run, ...]:
    """The content after a cue whose words end before token ``last``; empty where none stands there."""
    direct = quote_after(f, i, last)
    for read in (_that_clause, _clause, _order, _as, _infinitive, _gerund, _noun):
        run = read(f, i, last, cue)
        if run and direct and abs(run[0] - direct.first) <= 2:
            return ((direct.first, direct.last),)
        if run and (not direct or run[0] < direct.first):
            return (run,)
    if direct and not _starts_clause(f, last, direct.first):
        return ((direct.first, direct.last),)
    return ()


def quote_after(f: Frame, i: int, last: int) -> Quote | None:
    """The quotation that begins in the rest of the stretch, if it follows the cue as its content."""
    _, hi = f.bounds(i)
    for k in range(last, min(hi + 1, last + 2 * REACH, len(f.a.tokens))):
        if is_mark(f.a.tokens[k]) and (quote := f.quote_at(k + 1)) and quote.first == k + 1:
            return quote
    return None


def _starts_clause(f: Frame, last: int, until: int) -> bool:
    """Whether a finite verb stands between a cue and a quotation: then the quotation is only part of the content."""
    return any(t.xpos in {"VBD", "VBZ", "VBP", "MD"} and t.rel != "aux" for t in f.a.tokens[last:until])


def _that_clause(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """After "that", when it comes soon and opens a clause."""
    if not cue.takes & {"clause"}:
        return None
    hi = f.body_end(i)
    for k in range(last, min(hi, last + REACH)):
        t = f.a.tokens[k]
        if t.text.lower() == "that" and t.xpos in {"IN", "CC"} and t.rel in {"mark", "cc", "dep", "fixed", "advmod"}:
            return (k + 1, clause_end(f, i, k + 1)) if k + 1 < hi else None
        if t.xpos in {"VBD", "VBZ", "VBP", "MD"} or (t.text == "," and k > last + 6):
            return None
    return None


def _clause(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """A clause without "that": the complement in the tree, begun after whoever is spoken to."""
    if not cue.takes & {"clause"}:
        return None
    hi = f.body_end(i)
    for child in f.a.children(i, "ccomp", "parataxis", "xcomp"):
        if not last <= child.i < hi or (child.rel == "xcomp" and not _finite(f, child)):
            continue
        start = max(_leftmost(f, child.i, last), hearer_end(f, last, child.i) if cue.hearer else last)
        start = _after_adverbials(f, start, child.i)
        if f.text(start - 1) == "," and child.rel == "parataxis" and f.text(last) == ",":
            continue  # "the ministry said, adding"
        if _participle_aside(f, start):
            continue
        return start, clause_end(f, i, start)
    return None


def _finite(f: Frame, t: Token) -> bool:
    return t.xpos in {"VBD", "VBZ", "VBP"} or any(
        c.xpos in {"VBD", "VBZ", "VBP", "MD"} for c in f.a.children(t.i, "aux", "cop")
    )


def _participle_aside(f: Frame, start: int) -> bool:
    return f.a.tokens[start].xpos == "VBG" and f.text(start - 1) == ","


def _leftmost(f: Frame, head: int, last: int) -> int:
    """Where the run of words of a clause begins, going left from its head without leaving it."""
    inside = set(f.a.subtree(head)) if len(f.a.tokens) else set()
    return min((k for k in inside if last <= k <= head), default=head)


def _after_adverbials(f: Frame, start: int, head: int) -> int:
    """Past a comma, "on Wednesday" or "in a statement" that the tree drew into the content, and past "that"."""
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
        return k + 1
    while k < head and f.a.tokens[k].upos in {"DET", "ADJ", "NUM"}:
        k += 1
    while k < head and f.a.tokens[k].upos in {"NOUN", "PROPN"}:
        k += 1
    return k


def clause_end(f: Frame, i: int, start: int) -> int:
    """The end of a content that begins at ``start``: before the next verb of the cue's own clause, else the sentence's end."""
    end = f.body_end(i)
    for child in f.a.children(i, *NOT_NEXT):
        if child.i <= start:
            continue
        if child.rel == "conj" and (child.upos != "VERB" or f.a.children(child.i, "nsubj")):
            continue
        if child.rel == "advcl" and child.xpos != "VBG":
            continue
        if child.rel == "parataxis" and singular_cue(child) is None:
            continue
        cut = min((k for k in f.a.subtree(child.i) if k > start), default=child.i)
        while cut - 1 > start and (f.text(cut - 1) == "," or f.a.tokens[cut - 1].upos == "CCONJ"):
            cut -= 1
        end = min(end, cut)
    quote = f.quote_at(start)
    if quote:
        end = max(end, quote.last) if quote.last <= end else end
    return max(end, start + 1)


def singular_cue(t: Token) -> CueWord | None:
    """The entry of a verb of saying without its preposition, None for other words."""
    return cues.verbs().get(t.lemma.lower())


def _object(f: Frame, i: int, last: int) -> Token | None:
    return next((c for c in f.a.children(i, "obj", "iobj") if c.i >= last and f.same_stretch(c.i, i)), None)


def _order(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "urged Norland to withdraw": from the one who is to do it, when an infinitive follows."""
    if "order" not in cue.takes:
        return None
    hi = f.body_end(i)
    to = next((k for k in range(last, min(hi - 1, last + REACH)) if _infinitive_at(f, k)), None)
    if to is None or any(f.a.tokens[k].xpos in {"VBD", "VBZ", "VBP", "MD"} for k in range(last, to)):
        return None
    return last, clause_end(f, i, last)


def _infinitive_at(f: Frame, k: int) -> bool:
    if f.low(k) != "to" or f.a.tokens[k].xpos not in {"TO", "IN"}:
        return False
    after = f.a.tokens[k + 1]
    if after.upos == "ADV" and k + 2 < len(f.a.tokens):
        after = f.a.tokens[k + 2]
    return after.xpos == "VB" or (is_mark(after) and f.a.tokens[k].xpos == "TO")


def _infinitive(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "threatened to leave"."""
    if "infinitive" not in cue.takes or not last < f.body_end(i) or not _infinitive_at(f, last):
        return None
    return last, clause_end(f, i, last)


def _gerund(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "denied ever agreeing", "proposed moving the talks"."""
    if "gerund" not in cue.takes:
        return None
    hi = f.body_end(i)
    k = last
    while k < hi and f.a.tokens[k].upos == "ADV":
        k += 1
    if k < hi and f.a.tokens[k].xpos == "VBG":
        return last, clause_end(f, i, last)
    return None


def _as(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "called the treaty a bad joke", "described it as useful": object and what is said of it."""
    if "as" not in cue.takes:
        return None
    obj, hi = _object(f, i, last), f.body_end(i)
    if obj is None:
        return _what_they_call(f, i, last)
    start = max(last, _leftmost(f, obj.i, last))
    rest = range(obj.i + 1, min(hi, obj.i + REACH))
    if cue.word == "call" or cue.word in {"label", "brand", "dub", "deem", "consider"}:
        said = any(c.i > obj.i for c in f.a.children(i, "xcomp")) or any(f.quote_at(k) for k in rest)
        return (start, clause_end(f, i, start)) if said else None
    if any(f.low(k) == "as" for k in rest):
        return start, clause_end(f, i, start)
    return None


def _what_they_call(f: Frame, i: int, last: int) -> Run | None:
    """ "what it calls a final stage": the words after the verb."""
    lo, _ = f.bounds(i)
    if not any(f.low(k) == "what" for k in range(max(lo, i - 5), i)):
        return None
    end = last
    while (
        end < f.body_end(i)
        and f.text(end) not in COMMAS
        and f.a.tokens[end].upos in {"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "ADP"}
    ):
        end += 1
    return (last, end) if end > last else None


def _noun(f: Frame, i: int, last: int, cue: CueWord) -> Run | None:
    """ "announced a visit": the object and what belongs to it."""
    if "noun" not in cue.takes:
        return None
    obj = _object(f, i, last)
    if obj is None or obj.xpos in {"PRP", "WP", "WDT"}:
        return None
    start = max(last, _leftmost(f, obj.i, last))
    if any(f.text(k) in COMMAS for k in range(last, start + 1)):
        return None
    return start, clause_end(f, i, start)


def preposition_content(f: Frame, i: int, last: int) -> Run | None:
    """ "called for a truce": what follows the preposition that belongs to the verb."""
    hi = f.body_end(i)
    if last >= hi or f.text(last) in COMMAS:
        return None
    return last, clause_end(f, i, last)


def around(f: Frame, i: int, lo_cue: int, hi_cue: int) -> tuple[Run, ...]:
    """The content of a cue that stands as an aside: the words before its comma, and after a second comma the rest.

    ``lo_cue`` and ``hi_cue`` are the ends of cue and source together (and of "as" before them).
    """
    lo, hi = f.bounds(i)
    k = lo_cue - 1
    if k < 0 or (k < lo and not is_mark(f.a.tokens[k])):
        return ()
    if f.text(k) in {","} | DASHES | ENDS:
        k -= 1
    quote = f.quote_at(k - 1) if k > 0 and is_mark(f.a.tokens[k]) else None
    if quote is not None and quote.last == k:
        left = _quoted_left(f, quote)
    elif k + 1 < lo_cue and k >= lo:
        left = _plain_left(f, lo, k + 1)
    else:
        return ()
    if left is None:
        return ()
    rest = _second_part(f, i, hi_cue, hi, direct=quote is not None)
    return (left, *rest)


def _quoted_left(f: Frame, quote: Quote) -> Run:
    """A quotation before its cue: alone, or with the words before it in its sentence ("the gap is "large", he said")."""
    lo, _ = f.bounds(quote.first)
    before = [k for k in range(lo, quote.first - 1) if f.a.tokens[k].upos != "PUNCT"]
    if not before or f.text(quote.first - 2) in ENDS | {":"}:
        return quote.first, quote.last
    if _ends_with_cue(f, lo, quote.first - 1) or quote.last - quote.first > 25:
        return quote.first, quote.last
    return before[0], quote.last


def _ends_with_cue(f: Frame, lo: int, hi: int) -> bool:
    return any(singular_cue(t) is not None and t.upos == "VERB" for t in f.a.tokens[max(lo, hi - 4) : hi])


def _plain_left(f: Frame, lo: int, end: int) -> Run | None:
    while lo < end and (f.a.tokens[lo].upos == "PUNCT" or f.low(lo) in {"but", "and", "however"}):
        lo += 1
    has_verb = any(t.upos in {"VERB", "AUX"} for t in f.a.tokens[lo:end])
    return (lo, end) if end - lo >= 2 and (has_verb or end - lo >= 4 or f.text(end) == ",") else None


def _second_part(f: Frame, i: int, hi_cue: int, hi: int, *, direct: bool) -> tuple[Run, ...]:
    """What follows ", he said," in the same sentence."""
    comma = next((k for k in range(hi_cue, min(hi, hi_cue + 8)) if f.text(k) in {",", ":"}), None)
    if comma is None or comma + 2 >= hi:
        return ()
    if is_mark(f.a.tokens[comma + 1]) and (quote := f.quote_at(comma + 2)) and direct:
        return ((quote.first, quote.last),)
    t = f.a.tokens[comma + 1]
    if direct or t.xpos in {"VBG", "WDT", "WP", "IN"} or t.upos == "CCONJ":
        return ()
    body = f.body_end(i)
    return ((comma + 1, body),) if body > comma + 1 else ()


def main_clause_after(f: Frame, i: int, source: Phrase | None) -> tuple[Run, ...]:
    """For "As the agency reported, citing …, S": the main clause S after the comma."""
    hi = f.body_end(i)
    head = f.a.tokens[i].head
    start = hi
    if head > i and f.same_stretch(head, i):
        inside = set(f.a.subtree(i))
        start = min(
            (k for k in f.a.subtree(head) if k > i and k not in inside and f.a.tokens[k].upos != "PUNCT"), default=hi
        )
    commas = [k for k in range(i, hi) if f.text(k) == ","]
    if not commas:
        return ()
    if start <= commas[0] or start >= hi:
        start = commas[0] + 1
    if f.a.tokens[start].xpos == "VBG" and f.a.tokens[start].lemma.lower() in cues.words("citing"):
        later = [k for k in commas if k > start]
        start = later[0] + 1 if later else hi
    if is_mark(f.a.tokens[start]) and (quote := f.quote_at(start + 1)):
        return ((quote.first, quote.last),)
    return ((start, hi),) if start < hi else ()
